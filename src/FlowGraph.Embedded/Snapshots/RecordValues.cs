using System.Collections;
using System.Collections.Immutable;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>One property of many records, read where it stands: copies for each property of millions would keep the garbage collector busy.</summary>
/// <param name="values">Of a record.</param>
internal sealed class RecordValues<T>(List<T> records, Func<T, ImmutableArray<object?>> values, int property) : IReadOnlyList<object?>
{
    public int Count => records.Count;

    public object? this[int index] => values(records[index])[property];

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < records.Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
