using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FlowGraph.Query.Response;

/// <summary>Writes a response as UTF-8 JSON into a pooled buffer and can take back what it wrote: a null in a non-null field removes its parent.</summary>
/// <remarks>Not thread-safe; one request uses one writer. Utf8JsonWriter cannot go back, hence this one.</remarks>
public sealed class JsonResponseWriter : IDisposable
{
    // Most answers fit into it, and a pool gives a large buffer as readily as a small one.
    private const int FirstBuffer = 32 * 1024;

    private readonly int _limit;
    private byte[] _buffer;

    // A pooled buffer can be larger than what a response may have.
    private int _end;

    /// <param name="limit">Bytes that a response may have; beyond, <see cref="ResponseTooLargeException"/>.</param>
    public JsonResponseWriter(int limit = 16 * 1024 * 1024)
    {
        _limit = limit;
        _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        _end = Math.Min(_buffer.Length, limit);
    }

    /// <summary>Bytes written so far; also the mark to go back to.</summary>
    public int Position { get; private set; }

    /// <summary>Objects that the walks of a plan wrote: how large an answer is, as those count who look after a server.</summary>
    public int Objects { get; set; }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Position);

    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, Position);

    /// <summary>Takes back everything written after <paramref name="mark"/>.</summary>
    public void Reset(int mark)
    {
        Debug.Assert(mark <= Position);
        Position = mark;
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        _end = 0;
        Position = 0;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    public void Byte(byte value)
    {
        if (Position == _end)
            Grow(1);
        _buffer[Position++] = value;
    }

    /// <summary>Bytes that are JSON already.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        if (_end - Position < json.Length)
            Grow(json.Length);
        json.CopyTo(_buffer.AsSpan(Position));
        Position += json.Length;
    }

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Number(int value)
    {
        if (_end - Position < 11)
            Grow(11);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(Position), out var written);
        Position += written;
    }

    /// <summary>The shortest text that reads back as the same number; a whole number has no point.</summary>
    public void Number(double value)
    {
        Debug.Assert(double.IsFinite(value));
        if (_end - Position < 32)
            Grow(32);
        if (value == Math.Floor(value) && Math.Abs(value) < 1e15)
        {
            Utf8Formatter.TryFormat((long)value, _buffer.AsSpan(Position), out var whole);
            Position += whole;
            return;
        }
        value.TryFormat(_buffer.AsSpan(Position), out var written, "R", CultureInfo.InvariantCulture);
        Position += written;
    }

    public void Date(DateOnly value)
    {
        if (_end - Position < 12)
            Grow(12);
        _buffer[Position++] = (byte)'"';
        value.TryFormat(_buffer.AsSpan(Position), out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Position += written;
        _buffer[Position++] = (byte)'"';
    }

    public void Text(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most <= 512)
        {
            Span<byte> utf8 = stackalloc byte[512];
            Text(utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
            return;
        }
        var rented = ArrayPool<byte>.Shared.Rent(most);
        Text(rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Valid UTF-8, quoted; only what JSON must escape is escaped.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        if (_end - Position < utf8.Length + 2)
            Grow(utf8.Length + 2);
        _buffer[Position++] = (byte)'"';
        while (!utf8.IsEmpty)
        {
            var plain = utf8.IndexOfAny(Escaped);
            if (plain < 0)
            {
                Raw(utf8);
                break;
            }
            Raw(utf8[..plain]);
            Escape(utf8[plain]);
            utf8 = utf8[(plain + 1)..];
        }
        Byte((byte)'"');
    }

    /// <summary>UTF-8 of which <see cref="IsPlain"/> is true, quoted.</summary>
    public void Plain(ReadOnlySpan<byte> utf8)
    {
        if (_end - Position < utf8.Length + 2)
            Grow(utf8.Length + 2);
        var target = _buffer.AsSpan(Position, utf8.Length + 2);
        target[0] = (byte)'"';
        utf8.CopyTo(target[1..]);
        target[^1] = (byte)'"';
        Position += target.Length;
    }

    /// <summary>Nothing in it has to be escaped.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> utf8) => !utf8.ContainsAny(Escaped);

    /// <summary>A text as JSON, for what is written often and prepared once.</summary>
    public static byte[] Quoted(string text)
    {
        using var writer = new JsonResponseWriter();
        writer.Text(text);
        return writer.Written.ToArray();
    }

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(i => (byte)i), (byte)'"', (byte)'\\', 127]);

    private void Escape(byte value)
    {
        switch (value)
        {
            case (byte)'"': Raw("\\\""u8); break;
            case (byte)'\\': Raw("\\\\"u8); break;
            case (byte)'\n': Raw("\\n"u8); break;
            case (byte)'\r': Raw("\\r"u8); break;
            case (byte)'\t': Raw("\\t"u8); break;
            default:
                Raw("\\u00"u8);
                Byte(Hex(value >> 4));
                Byte(Hex(value & 15));
                break;
        }
    }

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'a' + digit - 10);

    private void Grow(int needed)
    {
        var wanted = Position + (long)needed;
        if (wanted > _limit)
            throw new ResponseTooLargeException(wanted, _limit);
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(wanted, Math.Min(_buffer.Length * 2L, _limit)));
        _buffer.AsSpan(0, Position).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
        _end = Math.Min(larger.Length, _limit);
    }
}

/// <summary>The response would be larger than allowed (LIMIT_RESPONSE).</summary>
public sealed class ResponseTooLargeException(long found, int allowed) : Exception($"The response would have more than {allowed} bytes.")
{
    public long Found { get; } = found;

    public int Allowed { get; } = allowed;
}
