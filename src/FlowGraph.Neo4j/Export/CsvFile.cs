using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Loading;

namespace FlowGraph.Neo4j.Export;

/// <summary>Rows of one type, with a header file beside them, as <c>neo4j-admin database import</c> reads them.</summary>
/// <remarks>Text is quoted always: an empty field is no value, an empty text would be one.</remarks>
internal sealed class CsvFile : IDisposable
{
    private const int BytesOfBuffer = 1 << 20;

    private static readonly SearchValues<char> _breaks = SearchValues.Create("\n\r");

    private readonly ImmutableArray<CsvColumn> _columns;
    private readonly Dictionary<string, int> _positions;
    private readonly object?[] _row;
    private readonly char _listDelimiter;
    private readonly FileStream _file;
    private readonly ArrayBufferWriter<byte> _bytes = new(BytesOfBuffer);

    /// <param name="prefix">The columns before the properties, as the header spells them.</param>
    public CsvFile(string folder, string name, ImmutableArray<string> prefix, ImmutableArray<CsvColumn> columns, char listDelimiter)
    {
        (HeaderName, DataName) = ($"{name}.header.csv", $"{name}.csv");
        _columns = columns;
        _positions = columns.Select((column, i) => (column.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        _row = new object?[columns.Length];
        _listDelimiter = listDelimiter;
        File.WriteAllText(Path.Combine(folder, HeaderName), string.Join(',', prefix.Concat(columns.Select(column => $"{column.Name}:{column.Type}"))) + "\n");
        _file = new(Path.Combine(folder, DataName), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
    }

    public string HeaderName { get; }

    public string DataName { get; }

    public int Rows { get; private set; }

    /// <summary>Some text goes over several lines, which neo4j-admin wants to be told.</summary>
    public bool HasLineBreaks { get; private set; }

    public int LongestRow { get; private set; }

    /// <exception cref="ListDelimiterException">A text of a list holds the character that separates them.</exception>
    public void Add(ReadOnlySpan<string> prefix, IEnumerable<StoredValue> values)
    {
        Array.Clear(_row);
        foreach (var (name, value) in values)
            _row[_positions[name]] = value;

        var before = _bytes.WrittenCount;
        var isFirst = true;
        foreach (var text in prefix)
        {
            Separate(ref isFirst);
            Quote(text);
        }
        foreach (var value in _row)
        {
            Separate(ref isFirst);
            if (value is not null)
                Write(value);
        }
        Byte((byte)'\n');
        Rows++;
        LongestRow = Math.Max(LongestRow, _bytes.WrittenCount - before);
        if (_bytes.WrittenCount >= BytesOfBuffer)
            Flush();
    }

    public void Flush()
    {
        _file.Write(_bytes.WrittenSpan);
        _bytes.ResetWrittenCount();
    }

    public void Dispose() => _file.Dispose();

    private void Write(object value)
    {
        switch (value)
        {
            case string text:
                Quote(text);
                break;
            case int number:
                Plain(number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                Plain(JsonFloat.Text(number));
                break;
            case bool flag:
                Plain(flag ? "true" : "false");
                break;
            case DateOnly day:
                Plain(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case IEnumerable<string> texts:
                Quote(Joined(texts));
                break;
            default:
                throw new UnreachableException($"No property holds a {value.GetType().Name}.");
        }
    }

    private string Joined(IEnumerable<string> texts)
    {
        var joined = new StringBuilder();
        var isFirst = true;
        foreach (var text in texts)
        {
            if (text.Contains(_listDelimiter, StringComparison.Ordinal))
                throw new ListDelimiterException();
            if (!isFirst)
                joined.Append(_listDelimiter);
            joined.Append(text);
            isFirst = false;
        }
        return joined.ToString();
    }

    private void Separate(ref bool isFirst)
    {
        if (!isFirst)
            Byte((byte)',');
        isFirst = false;
    }

    private void Quote(string text)
    {
        HasLineBreaks |= text.AsSpan().ContainsAny(_breaks);
        Byte((byte)'"');
        Plain(text.Contains('"', StringComparison.Ordinal) ? text.Replace("\"", "\"\"", StringComparison.Ordinal) : text);
        Byte((byte)'"');
    }

    private void Plain(string text) => Encoding.UTF8.GetBytes(text, _bytes);

    private void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}

/// <summary>A text of a list holds the character that separates the texts: another one must be taken.</summary>
internal sealed class ListDelimiterException : Exception;
