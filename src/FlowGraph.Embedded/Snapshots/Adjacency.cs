using FlowGraph.Embedded.Blocks;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>One step: the node it leads to and the edge it takes. <see cref="Edge"/> is a global edge number, or -1 where a row is no edge; <see cref="Node"/> is -1 where it is an edge as such.</summary>
internal readonly record struct Step(int Node, int Edge)
{
    public static Step OfEdge(int edge) => new(-1, edge);
}

/// <summary>The neighbours of every node over one edge type in one direction, in compressed sparse rows.</summary>
/// <remarks>Invariant: _steps[_first[i].._first[i + 1]] are the steps from node start + i, ordered by the id of the node they lead to, then of the edge; nodes outside have none. Only <see cref="Build"/> writes; once frozen both blocks are shared by all requests without a lock.</remarks>
internal sealed class Adjacency
{
    // Edges of one type leave nodes of few types, whose numbers lie together: a place for every node there is would weigh more than the steps.
    private readonly int _start;
    private readonly Block<int> _first;
    private readonly Block<Step> _steps;
    private readonly ReadOnlyMemory<Step> _memory;

    private Adjacency(int start, Block<int> first, Block<Step> steps) => (_start, _first, _steps, _memory) = (start, first, steps, steps.Memory);

    public Adjacency(BlockReader file)
        : this(file.Number(), file.Next<int>(), file.Next<Step>())
    {
    }

    public void Save(BlockWriter file)
    {
        file.Number(_start);
        file.Add(_first);
        file.Add(_steps);
    }

    public ReadOnlySpan<Step> Of(int node)
    {
        var at = node - _start;
        return (uint)at < (uint)(_first.Length - 1) ? _steps[_first[at].._first[at + 1]] : default;
    }

    public ReadOnlyMemory<Step> MemoryOf(int node)
    {
        var at = node - _start;
        return (uint)at < (uint)(_first.Length - 1) ? _memory[_first[at].._first[at + 1]] : default;
    }

    /// <param name="owners">From which node each of the steps goes.</param>
    /// <param name="order">Of two steps from the same node.</param>
    public static Adjacency Build(IReadOnlyList<int> owners, IReadOnlyList<Step> unordered, Comparison<Step> order)
    {
        var start = owners.Count == 0 ? 0 : owners.Min();
        var first = Block<int>.Create(owners.Count == 0 ? 1 : owners.Max() - start + 2, out var places);
        foreach (var owner in owners)
            places[owner - start + 1]++;
        for (var i = 1; i < places.Length; i++)
            places[i] += places[i - 1];
        var steps = Block<Step>.Create(owners.Count, out var all);
        var next = places[..^1].ToArray();
        for (var i = 0; i < all.Length; i++)
            all[next[owners[i] - start]++] = unordered[i];
        for (var i = 0; i < places.Length - 1; i++)
        {
            if (places[i + 1] - places[i] > 1)
                all[places[i]..places[i + 1]].Sort(order);
        }
        return new(start, first, steps);
    }
}
