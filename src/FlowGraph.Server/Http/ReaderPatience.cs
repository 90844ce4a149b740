using System.IO.Pipelines;

namespace FlowGraph.Server.Http;

/// <summary>Sends answers in pieces, and cuts off whoever takes none of a piece for a while.</summary>
/// <remarks>
/// The web server's own limit is a mean over the life of a connection: who once read quickly, or has the buffers of his system filled, may then hold an answer for minutes.
/// An answer that is held is memory, and an export that is held is a place.
/// </remarks>
internal static class ReaderPatience
{
    private const int Piece = 32 * 1024;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    public static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> answer)
    {
        if (answer.Length > Piece)
            return PiecesAsync(context, answer);
        var flushed = Write(context, answer);
        return flushed.IsCompletedSuccessfully ? Task.CompletedTask : WaitAsync(context, flushed.AsTask());
    }

    /// <summary>From now on, what is written into the answer has to be taken in time.</summary>
    public static void Guard(HttpContext context) => context.Response.Body = new Guarded(context, context.Response.Body);

    private static async Task PiecesAsync(HttpContext context, ReadOnlyMemory<byte> answer)
    {
        for (var rest = answer; !rest.IsEmpty && !context.RequestAborted.IsCancellationRequested;)
        {
            var piece = rest[..Math.Min(Piece, rest.Length)];
            var flushed = Write(context, piece);
            if (!flushed.IsCompletedSuccessfully)
                await WaitAsync(context, flushed.AsTask());
            rest = rest[piece.Length..];
        }
    }

    private static ValueTask<FlushResult> Write(HttpContext context, ReadOnlyMemory<byte> piece)
    {
        var output = context.Response.BodyWriter;
        piece.Span.CopyTo(output.GetSpan(piece.Length));
        output.Advance(piece.Length);
        return output.FlushAsync(context.RequestAborted);
    }

    private static async Task WaitAsync(HttpContext context, Task written)
    {
        try
        {
            await written.WaitAsync(_patience, context.RequestAborted);
        }
        catch (TimeoutException)
        {
            context.Abort();
            // The abort is told on another thread: who threw before it is known would look like a fault of ours.
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        }
    }

    private sealed class Guarded(HttpContext context, Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var written = inner.WriteAsync(buffer, cancellationToken);
            if (!written.IsCompletedSuccessfully)
                await WaitAsync(context, written.AsTask());
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => WaitAsync(context, inner.FlushAsync(cancellationToken));

        public override void Flush() => inner.Flush();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
