using FlowGraph.Query.Chains.Assembly;
using FlowGraph.Query.Chains.Walking;

namespace FlowGraph.Query.Chains;

/// <summary>Answers <c>chain(id)</c>: from the id alone, everything afresh.</summary>
public static class ChainResolver
{
    /// <summary>Null for a malformed id, a key that is not there, facts that do not join, and what the Exchange rule says is no chain.</summary>
    public static async ValueTask<Chain?> ResolveAsync(IChainStore store, string chainId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (!ChainId.TryParse(chainId, out var id))
            return null;

        var facts = await store.FactIdsByKeyAsync([.. id.Hops.Select(hop => hop.Key)], cancellationToken);
        if (facts.Contains(null))
            return null;

        var records = await store.EvidenceAsync([.. facts.OfType<string>().Distinct()], cancellationToken);
        var edges = facts.Select(fact => EdgeOf(records.GetValueOrDefault(fact!))).ToList();
        if (edges.Contains(null))
            return null;

        var stops = Stops(id, [.. edges.OfType<WalkEdge>()]);
        if (stops is null)
            return null;

        var nodes = (await store.NodesAsync(stops, cancellationToken)).OfType<WalkNode>().ToList();
        if (nodes.Count != stops.Count || ExchangeRule.Offence(nodes.ConvertAll(node => node.Type)) is { IsCoincidence: true })
            return null;

        var arcs = edges.Select((edge, i) => Arc.Of(edge!, nodes[i], nodes[i + 1], i < edges.Count - 1)).ToList();
        return (await ChainAssembly.BuildAsync(store, [arcs], cancellationToken))[0];
    }

    private static WalkEdge? EdgeOf(FactEvidence? fact) =>
        fact?.Edge is { } edge ? WalkEdge.Of(edge, fact.Citations.Count(citation => citation.Citation["stance"] is "SUPPORTS")) : null;

    /// <summary>The nodes passed; null when the edges do not join, or pass a node twice.</summary>
    private static List<string>? Stops(ChainId id, IReadOnlyList<WalkEdge> edges)
    {
        var stops = new List<string>();
        for (var i = 0; i < edges.Count; i++)
        {
            var (from, to) = id.Hops[i].Reversed ? (edges[i].To, edges[i].From) : (edges[i].From, edges[i].To);
            if (i == 0)
                stops.Add(from);

            if (stops[^1] != from || stops.Contains(to))
                return null;

            stops.Add(to);
        }

        return stops;
    }
}
