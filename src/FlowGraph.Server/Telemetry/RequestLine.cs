using System.Buffers.Text;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using FlowGraph.Server.Http;

namespace FlowGraph.Server.Telemetry;

/// <summary>One request as a line of JSON. Written by hand, because a writer for any JSON takes as long as some requests do.</summary>
/// <remarks>No value that a client sent but the operation's name and the path, both shortened; and no address.</remarks>
internal ref struct RequestLine(Span<byte> line)
{
    /// <summary>No line is longer: its texts are cut and its numbers are few.</summary>
    public const int Longest = 4 * 1024;

    // Each of its characters may need six bytes.
    private const int LongestText = 200;

    private readonly Span<byte> _line = line;
    private int _length;

    /// <returns>The bytes of the line, its end included.</returns>
    public static int Write(Span<byte> line, HttpContext context, RequestFacts? facts, TimeSpan duration)
    {
        var written = new RequestLine(line);
        written.Raw("{\"time\":\""u8);
        written.Time(TimeProvider.System.GetUtcNow());
        written.Raw("\",\"method\":"u8);
        written.Text(context.Request.Method);
        written.Raw(",\"path\":"u8);
        written.Text(context.Request.Path.Value ?? "");
        written.Raw(",\"status\":"u8);
        written.Number(context.Response.StatusCode);
        written.Raw(",\"ms\":"u8);
        written.Milliseconds(duration);
        if (context.Response.ContentLength is { } bytes)
        {
            written.Raw(",\"bytes\":"u8);
            written.Number(bytes);
        }
        if (facts is not null)
            written.Facts(facts);
        if (Activity.Current is { } activity)
        {
            written.Raw(",\"trace\":"u8);
            written.Text(activity.TraceId.ToHexString());
        }
        written.Raw("}\n"u8);
        return written._length;
    }

    private void Facts(RequestFacts facts)
    {
        if (facts.Document is { } document)
        {
            Raw(",\"document\":"u8);
            Text(document.Id);
            if (document.Operation.Name is { } name)
            {
                Raw(",\"operation\":"u8);
                Text(name);
            }
            Raw(",\"cost\":"u8);
            Number(facts.Cost);
            Raw(",\"rows\":"u8);
            Number(facts.Rows);
            Raw(",\"storeMs\":"u8);
            Milliseconds(Stopwatch.GetElapsedTime(0, facts.StoreTicks));
            Raw(",\"cache\":"u8);
            Text(CacheWords.Of(facts.Cache));
        }
        if (facts.Code is { } code)
        {
            Raw(",\"code\":"u8);
            Text(code);
        }
    }

    private void Raw(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_line[_length..]);
        _length += text.Length;
    }

    private void Number(long number)
    {
        Utf8Formatter.TryFormat(number, _line[_length..], out var written);
        _length += written;
    }

    // To the microsecond; whole numbers are written twice as fast as fractions.
    private void Milliseconds(TimeSpan time)
    {
        var microseconds = (long)time.TotalMicroseconds;
        Number(microseconds / 1000);
        Raw("."u8);
        Utf8Formatter.TryFormat(microseconds % 1000, _line[_length..], out var written, new('D', 3));
        _length += written;
    }

    private void Time(DateTimeOffset time)
    {
        // Written in the one form that needs no parsing of its pattern, and cut to milliseconds.
        time.UtcDateTime.TryFormat(_line[_length..], out _, "O", System.Globalization.CultureInfo.InvariantCulture);
        _length += "yyyy-MM-ddTHH:mm:ss.fff".Length;
        Raw("Z"u8);
    }

    private void Text(string text)
    {
        Raw("\""u8);
        var shown = text.AsSpan(0, Math.Min(text.Length, LongestText));
        if (IsPlain(shown))
            _length += Encoding.ASCII.GetBytes(shown, _line[_length..]);
        else
            Escaped(shown);
        Raw("\""u8);
    }

    private void Escaped(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[3 * LongestText];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        JavaScriptEncoder.Default.EncodeUtf8(bytes[..length], _line[_length..], out _, out var written);
        _length += written;
    }

    private static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange(' ', '~') && !text.ContainsAny('"', '\\');
}
