namespace FlowGraph.Import.Reading;

/// <summary>Cuts a stream into lines, without what stands around them.</summary>
internal sealed class LineReader(Stream stream, long start) : IDisposable
{
    private byte[] _buffer = new byte[1 << 18];
    private long _bufferStart;
    private int _next;
    private int _end;
    private int _lineStart;
    private int _lineLength;
    private bool _isOpen;

    /// <summary>Valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlyMemory<byte> Line => _buffer.AsMemory(_lineStart, _lineLength);

    /// <summary>Of the line's first byte in the stream.</summary>
    public long Offset => _bufferStart + _lineStart;

    public bool Next()
    {
        if (!_isOpen)
        {
            _isOpen = true;
            stream.Position = _bufferStart = start;
        }
        var searched = _next;
        while (true)
        {
            var found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
                return Take(searched + found, searched + found + 1);
            var count = Fill();
            if (count == 0)
                return _next < _end && Take(_end, _end);
            searched = _end - count;
        }
    }

    public void Dispose() => stream.Dispose();

    private bool Take(int end, int next)
    {
        var line = _buffer.AsSpan(_next, end - _next);
        var trimmed = line.TrimStart(" \t\r"u8);
        _lineStart = _next + line.Length - trimmed.Length;
        _lineLength = trimmed.TrimEnd(" \t\r"u8).Length;
        _next = next;
        return true;
    }

    /// <returns>How many bytes came; 0 at the end.</returns>
    private int Fill()
    {
        if (_next > 0)
        {
            _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
            _bufferStart += _next;
            _end -= _next;
            _next = 0;
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        return count;
    }
}
