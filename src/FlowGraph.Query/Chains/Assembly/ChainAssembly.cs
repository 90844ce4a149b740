using System.Collections.Immutable;
using FlowGraph.Query.Chains.Ranking;
using FlowGraph.Query.Chains.Walking;

namespace FlowGraph.Query.Chains.Assembly;

/// <summary>Paths → chains with everything that is said of them.</summary>
internal static class ChainAssembly
{
    public static async ValueTask<ImmutableArray<Chain>> BuildAsync(IChainStore store, IReadOnlyList<IReadOnlyList<Arc>> paths, CancellationToken cancellationToken)
    {
        if (paths.Count == 0)
            return [];

        var evidence = await EvidenceGathering.RunAsync(store, paths, cancellationToken);
        return [.. paths.Select(path => Build(path, evidence))];
    }

    private static Chain Build(IReadOnlyList<Arc> path, ChainEvidence evidence)
    {
        var hops = Hops(path);
        var rank = RankedPath.Of([.. path], new TimeOrder());
        var weakest = hops[rank.Weakest];
        return new Chain
        {
            Id = ChainId.Of(hops.Select(hop => new ChainId.Hop(hop.Reversed, hop.Fact.Key))).Text,
            From = hops[0].From,
            To = hops[^1].To,
            Hops = hops,
            WeakestHop = weakest,
            Chronology = rank.Rank.Chronology,
            Why = ChainReason.Of(hops, weakest, rank.Rank),
            Caveats = ChainCaveats.Of(hops, evidence),
            Text = HopWords.Line(hops, weakest),
            Evidence = evidence,
        };
    }

    private static ImmutableArray<ChainHop> Hops(IReadOnlyList<Arc> path)
    {
        var time = new TimeOrder();
        return
        [
            .. path.Select((arc, i) => new ChainHop
            {
                Index = i + 1,
                From = arc.From,
                To = arc.To,
                Fact = arc.Edge,
                Event = i < path.Count - 1 && arc.To.IsEvent ? arc.To : null,
                Reversed = arc.Reversed,
                Strength = arc.Strength,
                When = arc.When,
                Comparison = i == 0 ? null : time.Compare(arc.When, path[i - 1].When),
            }),
        ];
    }
}
