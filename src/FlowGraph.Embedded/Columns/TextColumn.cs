using System.Text;
using FlowGraph.Embedded.Blocks;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Response;

namespace FlowGraph.Embedded.Columns;

/// <summary>Texts as one UTF-8 blob with offsets; byte order is code-point order.</summary>
internal sealed class TextColumn : Column
{
    private readonly Block<byte> _blob;

    // Invariant: row i is _blob[_offsets[i].._offsets[i + 1]]; a missing value has a set bit in _missing and no bytes.
    private readonly Block<int> _offsets;
    private readonly Bits _missing;

    // Rows that JSON takes as they are: nearly all, and for them no byte has to be looked at again.
    private readonly Bits _plain;

    /// <param name="values">Texts, or null where there is none.</param>
    public TextColumn(IReadOnlyList<object?> values)
    {
        _offsets = Block<int>.Create(values.Count + 1, out var offsets);
        _missing = Bits.Create(values.Count, out var missing);
        _plain = Bits.Create(values.Count, out var plain);
        var size = 0;
        for (var i = 0; i < values.Count; i++)
        {
            offsets[i] = size;
            if (values[i] is string text)
                size = checked(size + Encoding.UTF8.GetByteCount(text));
            else
                Bits.Set(missing, i);
        }
        offsets[values.Count] = size;
        _blob = Block<byte>.Create(size, out var blob);
        for (var i = 0; i < values.Count; i++)
        {
            Encoding.UTF8.GetBytes((string?)values[i] ?? "", blob[offsets[i]..]);
            if (JsonResponseWriter.IsPlain(blob[offsets[i]..offsets[i + 1]]))
                Bits.Set(plain, i);
        }
    }

    public TextColumn(BlockReader file) => (_offsets, _missing, _plain, _blob) = (file.Next<int>(), new(file), new(file), file.Next<byte>());

    public int Count => _offsets.Length - 1;

    public override void Save(BlockWriter file)
    {
        file.Add(_offsets);
        _missing.Save(file);
        _plain.Save(file);
        file.Add(_blob);
    }

    public ReadOnlySpan<byte> Bytes(int row) => _blob[_offsets[row].._offsets[row + 1]];

    public override bool IsMissing(int row) => _missing[row];

    public override bool TryWrite(JsonResponseWriter writer, int row)
    {
        if (_missing[row])
            return false;
        if (_plain[row])
            writer.Plain(Bytes(row));
        else
            writer.Text(Bytes(row));
        return true;
    }

    public string? Text(int row) => _missing[row] ? null : Encoding.UTF8.GetString(Bytes(row));

    public override object? Get(int row) => Text(row);

    public override SortValue Sort(int row, int part) => SortValue.Of(Text(row));

    protected override Func<int, bool> CompileOwn(ValueTest test)
    {
        switch (test)
        {
            case ValueTest.Equal equal:
                var value = Utf8(equal.Value);
                return row => Bytes(row).SequenceEqual(value);
            case ValueTest.In set:
                var values = set.Values.Cast<string>().ToHashSet(StringComparer.Ordinal);
                return row => values.Contains(Text(row)!);
            case ValueTest.Greater(var than, var orEqual):
                var low = Utf8(than);
                return row => Bytes(row).SequenceCompareTo(low) is var order && (order > 0 || (orEqual && order == 0));
            case ValueTest.Less(var than, var orEqual):
                var high = Utf8(than);
                return row => Bytes(row).SequenceCompareTo(high) is var order && (order < 0 || (orEqual && order == 0));
            case ValueTest.Contains contains:
                var part = Utf8(contains.Text);
                return row => Bytes(row).IndexOf(part) >= 0;
            case ValueTest.StartsWith start:
                var prefix = Utf8(start.Text);
                return row => Bytes(row).StartsWith(prefix);
            case ValueTest.EndsWith end:
                var suffix = Utf8(end.Text);
                return row => Bytes(row).EndsWith(suffix);
            default:
                throw new System.Diagnostics.UnreachableException(test.ToString());
        }
    }

    private static byte[] Utf8(object text) => Encoding.UTF8.GetBytes((string)text);
}
