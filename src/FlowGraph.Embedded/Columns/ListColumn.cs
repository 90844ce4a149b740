using System.Collections.Immutable;
using FlowGraph.Embedded.Blocks;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Response;

namespace FlowGraph.Embedded.Columns;

/// <summary>Lists of texts or of enum members.</summary>
internal sealed class ListColumn : Column
{
    // Invariant: the list of row i is _items from _first[i] to _first[i + 1].
    private readonly Block<int> _first;
    private readonly TextColumn _items;

    public ListColumn(IReadOnlyList<object?> values)
    {
        _first = Block<int>.Create(values.Count + 1, out var first);
        var items = new List<string?>();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is ImmutableArray<string> { IsDefault: false } list)
                items.AddRange(list);
            first[i + 1] = items.Count;
        }
        _items = new(items);
    }

    public ListColumn(BlockReader file) => (_first, _items) = (file.Next<int>(), new(file));

    public override void Save(BlockWriter file)
    {
        file.Add(_first);
        _items.Save(file);
    }

    public override bool IsMissing(int row) => false;

    public override bool TryWrite(JsonResponseWriter writer, int row)
    {
        writer.Byte((byte)'[');
        for (var i = _first[row]; i < _first[row + 1]; i++)
        {
            if (i > _first[row])
                writer.Byte((byte)',');
            _items.TryWrite(writer, i);
        }
        writer.Byte((byte)']');
        return true;
    }

    public override object? Get(int row)
    {
        var list = ImmutableArray.CreateBuilder<string>(_first[row + 1] - _first[row]);
        for (var i = _first[row]; i < _first[row + 1]; i++)
            list.Add(_items.Text(i)!); // no item is missing
        return list.MoveToImmutable();
    }

    public override SortValue Sort(int row, int part) => throw new System.Diagnostics.UnreachableException("Lists are not sorted by.");

    protected override Func<int, bool> CompileOwn(ValueTest test)
    {
        switch (test)
        {
            case ValueTest.Any:
                return row => _first[row] < _first[row + 1];
            case ValueTest.Some some:
                return Among(_items.Compile(some.Element), wanted: true);
            case ValueTest.Every every:
                var someOther = Among(_items.Compile(every.Element), wanted: false);
                return row => !someOther(row);
            default:
                throw new System.Diagnostics.UnreachableException(test.ToString());
        }
    }

    /// <summary>Whether a list has an item for which the test comes out as wanted.</summary>
    private Func<int, bool> Among(Func<int, bool> test, bool wanted) => row =>
    {
        for (var i = _first[row]; i < _first[row + 1]; i++)
        {
            if (test(i) == wanted)
                return true;
        }
        return false;
    };
}
