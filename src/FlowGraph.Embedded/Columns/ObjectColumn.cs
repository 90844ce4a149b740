using System.Runtime.InteropServices;
using FlowGraph.Embedded.Blocks;
using FlowGraph.Query.Response;

namespace FlowGraph.Embedded.Columns;

/// <summary>Values of a record class: each different one is kept once, as columns of its members, and made when it is first asked for, then shared by all who read it.</summary>
internal abstract class ObjectColumn<T> : Column
    where T : class
{
    private const int None = -1;

    // By row: which of the different values.
    private readonly Block<int> _which;

    // Two threads may make the same value; whichever stays, they are equal.
    private readonly T?[] _made;

    /// <param name="different">In order of first appearance.</param>
    protected ObjectColumn(IReadOnlyList<object?> values, IEqualityComparer<T> comparer, out List<T> different)
    {
        _which = Block<int>.Create(values.Count, out var which);
        var places = new Dictionary<T, int>(comparer);
        different = [];
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not T value)
            {
                which[i] = None;
                continue;
            }
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, value, out var known);
            if (!known)
            {
                place = different.Count;
                different.Add(value);
            }
            which[i] = place;
        }
        _made = [.. different];
    }

    protected ObjectColumn(BlockReader file)
    {
        _which = file.Next<int>();
        _made = new T?[file.Number()];
    }

    public override void Save(BlockWriter file)
    {
        file.Add(_which);
        file.Number(_made.Length);
    }

    /// <summary>Which of the different values the row has; -1 where none.</summary>
    protected int Which(int row) => _which[row];

    public T? Value(int row) => _which[row] is not None and var which ? _made[which] ??= Make(which) : null;

    protected abstract T Make(int which);

    public override bool IsMissing(int row) => _which[row] == None;

    public override bool TryWrite(JsonResponseWriter writer, int row) => throw new System.Diagnostics.UnreachableException("Written member by member.");

    public override object? Get(int row) => Value(row);
}
