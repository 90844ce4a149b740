using FlowGraph.Query.Chains.Ranking;
using FlowGraph.Query.Chains.Walking;

namespace FlowGraph.Query.Chains.Assembly;

/// <summary>The chain's own place in the ranking, in words, in the order in which chains are compared.</summary>
internal static class ChainReason
{
    public static string Of(IReadOnlyList<ChainHop> hops, ChainHop weakest, ChainRank rank)
    {
        var contested = hops.Count(hop => hop.Strength.IsContested);
        var parts = new[]
        {
            contested == 0 ? "No step is contested" : $"{HopWords.Number(contested)} of {HopWords.Count(hops.Count, "step")} {(contested == 1 ? "is" : "are")} contested",
            $"weakest is step {HopWords.Number(weakest.Index)}, {HopWords.Fact(weakest)} ({HopWords.Of(weakest.Strength)}, {HopWords.Count(weakest.Fact.SupportingCitations, "supporting citation")})",
            $"{HopWords.Count(rank.WeaklySourcedHops, "step")} with at most one independent origin",
            rank.Chronology switch
            {
                ChainChronology.Coherent => "order in time coherent",
                ChainChronology.Mixed => "order in time mixed",
                _ => "order in time unknown",
            },
            $"{HopWords.Count(rank.JudgedHops, "step")} assessed or derived",
            HopWords.Count(rank.Hops, "step"),
            $"inner nodes with {rank.InnerDegree.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} incident facts together",
        };
        return $"{string.Join("; ", parts)}.{string.Concat(Meetings(hops))}";
    }

    private static IEnumerable<string> Meetings(IReadOnlyList<ChainHop> hops)
    {
        WalkNode[] nodes = [hops[0].From, .. hops.Select(hop => hop.To)];
        foreach (var pair in ExchangeRule.Neighbours(Array.ConvertAll(nodes, node => node.Type)).Where(pair => pair.IsMeeting))
        {
            // Over several nodes they have none of them in common: what joins them is still not one cargo.
            var between = nodes[(pair.First + 1)..pair.Second];
            var same = string.Join(", ", between.Select(Shared).Distinct().Select(word => $"same {word}"));
            yield return $" {nodes[pair.First].Name} and {nodes[pair.Second].Name} meet over {HopWords.List([.. between.Select(node => node.Name)])}: {same}, not the same cargo.";
        }
    }

    private static string Shared(WalkNode node) =>
        node.Type.Groups.Any(group => group.Name == ModelWords.PlaceGroup) ? "place" : HopWords.Meeting(node.Type);
}
