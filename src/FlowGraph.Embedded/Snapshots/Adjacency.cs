using System.Collections.Frozen;
using FlowGraph.Model.Structure;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>One step: the node it leads to and the edge it takes. <see cref="Edge"/> is a global edge number, or -1 where a row is no edge; <see cref="Node"/> is -1 where it is an edge as such.</summary>
internal readonly record struct Step(int Node, int Edge)
{
    public static Step OfEdge(int edge) => new(-1, edge);
}

/// <summary>The neighbours of every node over one edge type in one direction, in compressed sparse rows.</summary>
/// <remarks>Invariant: _steps[_first[i].._first[i + 1]] are the steps from node start + i, ordered by the id of the node they lead to, then of the edge; nodes outside have none. Only <see cref="Build"/> writes; once frozen both arrays are shared by all requests without a lock.</remarks>
internal sealed class Adjacency
{
    // Edges of one type leave nodes of few types, whose numbers lie together: a place for every node there is would weigh more than the steps.
    private readonly int _start;
    private readonly int[] _first;
    private readonly Step[] _steps;

    private Adjacency(int start, int[] first, Step[] steps) => (_start, _first, _steps) = (start, first, steps);

    public ReadOnlySpan<Step> Of(int node) => MemoryOf(node).Span;

    public ReadOnlyMemory<Step> MemoryOf(int node)
    {
        var at = node - _start;
        return (uint)at < (uint)(_first.Length - 1) ? _steps.AsMemory(_first[at].._first[at + 1]) : default;
    }

    /// <param name="owners">From which node each of the steps goes.</param>
    /// <param name="order">Of two steps from the same node.</param>
    public static Adjacency Build(IReadOnlyList<int> owners, IReadOnlyList<Step> unordered, Comparison<Step> order)
    {
        if (owners.Count == 0)
            return new(0, [0], []);
        var start = owners.Min();
        var first = new int[owners.Max() - start + 2];
        foreach (var owner in owners)
            first[owner - start + 1]++;
        for (var i = 1; i < first.Length; i++)
            first[i] += first[i - 1];
        var steps = new Step[owners.Count];
        var next = first[..^1];
        for (var i = 0; i < steps.Length; i++)
            steps[next[owners[i] - start]++] = unordered[i];
        for (var i = 0; i < first.Length - 1; i++)
        {
            if (first[i + 1] - first[i] > 1)
                steps.AsSpan(first[i]..first[i + 1]).Sort(order);
        }
        return new(start, first, steps);
    }
}

/// <summary>By relationship end: the steps it takes.</summary>
internal sealed class EndTable(IReadOnlyDictionary<Relationship, (Adjacency Out, Adjacency In)> ends)
{
    private readonly FrozenDictionary<Relationship, (Adjacency Out, Adjacency In)> _ends = ends.ToFrozenDictionary();

    public Adjacency this[(Relationship Relationship, Direction Direction) end] =>
        end.Direction == Direction.Out ? _ends[end.Relationship].Out : _ends[end.Relationship].In;
}

/// <summary>A list of numbers for every row, in compressed sparse rows: the citations of a fact, the claims on a node.</summary>
internal sealed class Lists(int[] first, int[] items)
{
    public ReadOnlySpan<int> Of(int row) => items.AsSpan(first[row]..first[row + 1]);

    /// <param name="pairs">Owner and item.</param>
    /// <param name="order">Of the items of one owner; null: the order in which they stand.</param>
    public static Lists Build(int rows, IReadOnlyList<(int Owner, int Item)> pairs, Comparison<int>? order = null)
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
        for (var i = 0; order is not null && i < rows; i++)
        {
            if (first[i + 1] - first[i] > 1)
                items.AsSpan(first[i]..first[i + 1]).Sort(order);
        }
        return new(first, items);
    }
}
