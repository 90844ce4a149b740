using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>What one question has asked the store for already: its further searches look at much the same edges, and each look is a round trip.</summary>
/// <param name="types">The same for all searches of a question.</param>
internal sealed class RememberedEdges(IChainStore store, IReadOnlySet<EdgeType> types)
{
    private readonly Dictionary<string, List<WalkEdge>> _edges = [];
    private readonly Dictionary<string, WalkNode> _nodes = [];

    /// <inheritdoc cref="IChainStore.ExpandAsync"/>
    public async ValueTask<Expansion> ExpandAsync(IReadOnlyList<string> frontier, CancellationToken cancellationToken)
    {
        var unseen = frontier.Where(id => !_edges.ContainsKey(id)).ToList();
        if (unseen.Count > 0)
            Learn(unseen, await store.ExpandAsync(unseen, types, cancellationToken));
        var edges = frontier.SelectMany(id => _edges[id]).DistinctBy(edge => edge.Id).ToList();
        return new(edges, [.. edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct(StringComparer.Ordinal).Where(_nodes.ContainsKey).Select(id => _nodes[id])]);
    }

    private void Learn(List<string> ids, Expansion found)
    {
        var asked = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var id in ids)
            _edges.Add(id, []);
        foreach (var node in found.Nodes)
            _nodes.TryAdd(node.Id, node);
        foreach (var edge in found.Edges)
        {
            Add(edge.From, edge);
            if (edge.To != edge.From)
                Add(edge.To, edge);
        }

        void Add(string end, WalkEdge edge)
        {
            // An end that was asked for before has the edge already.
            if (asked.Contains(end))
                _edges[end].Add(edge);
        }
    }
}
