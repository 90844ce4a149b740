using System.Buffers;
using System.Buffers.Binary;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>Chunks from a stream → messages, each in one piece. A chunk that follows another is moved up to it.</summary>
internal sealed class MessageReader(Stream stream) : IDisposable
{
    private const int HeadSize = 2;
    private const int Usual = 16 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Usual);

    // The message that is being put together, [_start.._end); what of the stream was not looked at yet, [_next.._filled).
    private int _start;
    private int _end;
    private int _next;
    private int _filled;

    /// <summary>The next message, where all of it has come. It is there until the next call.</summary>
    public bool TryRead(out ReadOnlySpan<byte> message)
    {
        while (_filled - _next >= HeadSize)
        {
            var size = BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(_next));
            if (size == 0)
            {
                _next += HeadSize;
                // An empty chunk before any other only says that somebody is there.
                if (_start == _end)
                    continue;
                message = _bytes.AsSpan(_start.._end);
                _start = _end = _next;
                return true;
            }
            if (_filled - _next < HeadSize + size)
                break;
            if (_start == _end)
                _start = _end = _next + HeadSize;
            else
                _bytes.AsSpan(_next + HeadSize, size).CopyTo(_bytes.AsSpan(_end));
            _end += size;
            _next += HeadSize + size;
        }
        message = default;
        return false;
    }

    /// <summary>Waits for more of the stream.</summary>
    /// <exception cref="EndOfStreamException">The other side closed the connection.</exception>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var count = await stream.ReadAsync(_bytes.AsMemory(_filled), cancellationToken);
        if (count == 0)
            throw new EndOfStreamException();
        _filled += count;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void MakeRoom()
    {
        var (message, ahead) = (_end - _start, _filled - _next);
        var target = _bytes;
        if (message + ahead == 0)
        {
            // What a large answer needed is given back after it.
            if (_bytes.Length > 4 * Usual)
                target = ArrayPool<byte>.Shared.Rent(Usual);
        }
        else if (_bytes.Length - _filled >= _bytes.Length / 4)
            return;
        else if (message + ahead > _bytes.Length / 2)
            target = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        _bytes.AsSpan(_start, message).CopyTo(target);
        _bytes.AsSpan(_next, ahead).CopyTo(target.AsSpan(message));
        (_start, _end, _next, _filled) = (0, message, message, message + ahead);
        if (target == _bytes)
            return;
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = target;
    }
}
