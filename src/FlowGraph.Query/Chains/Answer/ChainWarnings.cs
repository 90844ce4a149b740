using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains.Assembly;
using FlowGraph.Query.Chains.Walking;

namespace FlowGraph.Query.Chains.Answer;

/// <summary>What widened the walk, and what cut it short.</summary>
internal static class ChainWarnings
{
    public static ImmutableArray<string> Of(WalkRules rules, ChainRequest request, SearchOutcome outcome, IReadOnlyList<Chain> chains)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (outcome.CorridorTruncated)
            warnings.Add($"More than {HopWords.Number(Corridor.GreatestSize)} edges lie between the ends; only those nearest to both were walked.");

        if (outcome.PathsTruncated)
            warnings.Add($"The budget of {HopWords.Number(PathWalk.GreatestPathCount)} paths was spent; the shortest were ranked.");

        if (request.AllowHubs)
            warnings.Add($"Hubs were allowed: {Passing(chains, "passes", chain => Inner(chain).Where(rules.IsHub).Select(node => node.Name))}.");

        if (request.SharedPlaces)
            warnings.Add($"Shared places were allowed: {Passing(chains, "shares", Meetings)}.");

        var context = rules.EdgeTypes.Where(type => type.Class == EdgeClass.Context).OrderBy(type => type.Ordinal).Select(type => type.Name).ToList();
        if (context.Count > 0)
            warnings.Add($"Context was walked ({string.Join(", ", context)}): such edges are background, not movements.");

        if (request.During is not null && chains.Sum(chain => chain.Hops.Count(hop => hop.When is null)) is var undated and > 0)
            warnings.Add($"{HopWords.Count(undated, "step")} of these chains {(undated == 1 ? "is" : "are")} undated and passed the limit of time unchecked.");

        return warnings.ToImmutable();
    }

    private static string Passing(IReadOnlyList<Chain> chains, string verb, Func<Chain, IEnumerable<string>> names)
    {
        var passing = chains.Select((chain, i) => (Number: i + 1, Names: names(chain).Distinct().ToList())).Where(chain => chain.Names.Count > 0).ToList();
        return passing.Count == 0
            ? $"none of these chains {verb} any"
            : string.Join("; ", passing.Select(chain => $"chain {chain.Number} {verb} {HopWords.List(chain.Names)}"));
    }

    private static IEnumerable<WalkNode> Inner(Chain chain) => chain.Hops.SkipLast(1).Select(hop => hop.To);

    private static IEnumerable<string> Meetings(Chain chain)
    {
        WalkNode[] nodes = [chain.From, .. chain.Hops.Select(hop => hop.To)];
        return ExchangeRule.Neighbours(Array.ConvertAll(nodes, node => node.Type)).Where(pair => pair.IsMeeting).SelectMany(pair => nodes[(pair.First + 1)..pair.Second]).Select(node => node.Name);
    }
}
