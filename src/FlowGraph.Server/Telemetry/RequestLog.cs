using System.Buffers;
using System.Globalization;
using System.Text;
using FlowGraph.Server.Http;

namespace FlowGraph.Server.Telemetry;

/// <summary>A line for each request. Lines are gathered and written together: one write each would cost more than many an answer.</summary>
internal sealed class RequestLog : IAsyncDisposable
{
    // What waits while nobody reads; further lines are left out, and counted.
    private const int MostWaiting = 4 * 1024 * 1024;

    private static readonly TimeSpan _gathering = TimeSpan.FromMilliseconds(100);

    private readonly Stream _output;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _writing;
    private ArrayBufferWriter<byte> _lines = new(64 * 1024);
    private ArrayBufferWriter<byte> _spare = new(64 * 1024);
    private long _leftOut;

    public RequestLog(Stream output)
    {
        _output = output;
        _writing = Task.Run(WriteAsync);
    }

    public void Write(HttpContext context, RequestFacts? facts, TimeSpan duration)
    {
        Span<byte> line = stackalloc byte[RequestLine.Longest];
        var length = RequestLine.Write(line, context, facts, duration);
        lock (_lock)
        {
            if (_lines.WrittenCount <= MostWaiting)
                _lines.Write(line[..length]);
            else
                _leftOut++;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _writing;
        _stop.Dispose();
    }

    private async Task WriteAsync()
    {
        using var beat = new PeriodicTimer(_gathering);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await beat.WaitForNextTickAsync(_stop.Token);
            }
            catch (OperationCanceledException)
            {
                // What was gathered is still written.
            }
            try
            {
                await PassOnAsync();
            }
            catch (IOException)
            {
                // Whoever read it is gone. Requests go on.
            }
        }
    }

    private async Task PassOnAsync()
    {
        ArrayBufferWriter<byte> full;
        lock (_lock)
        {
            if (_lines.WrittenCount == 0)
                return;
            if (_leftOut > 0)
                _lines.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"time\":\"{TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ}\",\"leftOut\":{_leftOut}}}\n")));
            _leftOut = 0;
            full = _lines;
            (_lines, _spare) = (_spare, full);
        }
        try
        {
            await _output.WriteAsync(full.WrittenMemory, CancellationToken.None);
            await _output.FlushAsync(CancellationToken.None);
        }
        finally
        {
            full.ResetWrittenCount();
        }
    }
}
