using System.Collections.Immutable;

namespace FlowGraph.Query.Chains.Answer;

internal static class ChainOverlaps
{
    /// <summary>Each pair that shares inner nodes, in the order of the chains; the nodes in the order of the first.</summary>
    public static ImmutableArray<ChainOverlap> Of(IReadOnlyList<Chain> chains)
    {
        var overlaps = ImmutableArray.CreateBuilder<ChainOverlap>();
        for (var i = 0; i < chains.Count; i++)
        {
            for (var j = i + 1; j < chains.Count; j++)
            {
                var shared = Inner(chains[i]).Intersect(Inner(chains[j])).ToImmutableArray();
                if (!shared.IsEmpty)
                    overlaps.Add(new ChainOverlap(chains[i].Id, chains[j].Id, shared));
            }
        }

        return overlaps.ToImmutable();
    }

    private static IEnumerable<string> Inner(Chain chain) => chain.Hops.SkipLast(1).Select(hop => hop.To.Id);
}
