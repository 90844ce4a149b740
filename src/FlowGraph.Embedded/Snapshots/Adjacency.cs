namespace FlowGraph.Embedded.Snapshots;

/// <summary>One step: the node it leads to and the edge it takes. <see cref="Edge"/> is a global edge number, or -1 where a row is no edge; <see cref="Node"/> is -1 where it is an edge as such.</summary>
internal readonly record struct Step(int Node, int Edge)
{
    public static Step OfEdge(int edge) => new(-1, edge);
}

/// <summary>The neighbours of every node over one edge type in one direction, in compressed sparse rows.</summary>
/// <remarks>Invariant: _steps[_first[n].._first[n + 1]] are the steps from node n, ordered by the id of the node they lead to, then of the edge. Only SnapshotBuilder writes; once frozen both arrays are shared by all requests without a lock.</remarks>
internal sealed class Adjacency(int[] first, Step[] steps)
{
    public ReadOnlySpan<Step> Of(int node) => steps.AsSpan(first[node]..first[node + 1]);

    public ReadOnlyMemory<Step> MemoryOf(int node) => steps.AsMemory(first[node]..first[node + 1]);
}

/// <summary>A list of numbers for every row, in compressed sparse rows: the citations of a fact, the claims on a node.</summary>
internal sealed class Lists(int[] first, int[] items)
{
    public ReadOnlySpan<int> Of(int row) => items.AsSpan(first[row]..first[row + 1]);

    /// <param name="pairs">Owner and item; the order of a row's items is the order here.</param>
    public static Lists Build(int rows, IReadOnlyList<(int Owner, int Item)> pairs)
    {
        var first = new int[rows + 1];
        foreach (var (owner, _) in pairs)
            first[owner + 1]++;
        for (var i = 0; i < rows; i++)
            first[i + 1] += first[i];
        var items = new int[pairs.Count];
        var next = first[..rows];
        foreach (var (owner, item) in pairs)
            items[next[owner]++] = item;
        return new(first, items);
    }
}
