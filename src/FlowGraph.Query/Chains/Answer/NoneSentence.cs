using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains.Assembly;
using FlowGraph.Query.Chains.Walking;

namespace FlowGraph.Query.Chains.Answer;

/// <summary>"None" is an answer: what was looked at, and what kept each path from being a chain.</summary>
internal static class NoneSentence
{
    /// <param name="limits">The strength filters in words.</param>
    /// <param name="best">The best chain without them.</param>
    /// <param name="hubs">Names of the hubs on the best path that only hubs make possible.</param>
    public static string Of(
        ChainRequest request,
        SearchOutcome outcome,
        ChainRejections rejected,
        IReadOnlyList<string> limits,
        Chain? best,
        IReadOnlyList<string> hubs,
        IReadOnlyDictionary<string, string> names)
    {
        var sentences = new List<string> { Explored(request, outcome, limits) };
        if (rejected.Coincidence > 0)
            sentences.Add(Coincidences(outcome));

        if (rejected.SharedPlace > 0)
            sentences.Add($"{Paths(rejected.SharedPlace, "meets", "meet")} a second movement of the same goods only over {Shared(outcome.MeetingPlaces)}, which does not make them one cargo (sharedPlaces: true shows them).");

        if (rejected.Via > 0)
            sentences.Add($"{Paths(rejected.Via, "does", "do")} not pass {HopWords.List([.. request.Via.Distinct().Select(id => names[id])])}.");

        if (rejected.Chronology > 0)
            sentences.Add($"{Paths(rejected.Chronology, "is", "are")} not in coherent order of time.");

        if (rejected.Contested > 0)
            sentences.Add($"{Paths(rejected.Contested, "has", "have")} a contested step.");

        if (limits.Count > 0)
            sentences.Add(Unlimited(limits.Count == 1 ? "that limit" : "those limits", best));

        if (hubs.Count > 0)
            sentences.Add($"Only paths through hubs exist, such as one over {HopWords.List(hubs)} (allowHubs: true shows them); a hub touches too much to explain anything.");
        else if (best is null && rejected is { Coincidence: 0, SharedPlace: 0, Via: 0, Chronology: 0, Contested: 0 })
            sentences.Add("No path of that length joins the two.");

        return string.Join(' ', sentences);
    }

    private static string Explored(ChainRequest request, SearchOutcome outcome, IReadOnlyList<string> limits) =>
        $"No chain within {HopWords.Count(request.MaxHops, "hop")}{(limits.Count == 0 ? "" : " " + HopWords.List(limits))}; "
        + $"{HopWords.Count(outcome.ExploredCount, "node")} explored, {(outcome.Truncated ? "truncated" : "not truncated")}.";

    private static string Coincidences(SearchOutcome outcome)
    {
        var pairs = outcome.Coincidences.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).ToList();
        var joined = pairs.Select(pair =>
            $"{HopWords.Of(pair.Key.A)} to {HopWords.Of(pair.Key.B)}{(pairs.Count == 1 ? "" : $" ({HopWords.Number(pair.Value)})")}");
        return $"{Paths(outcome.Coincidence, "joins", "join")} {HopWords.List([.. joined], "or")} only by {Shared(outcome.CoincidencePlaces)}, and no source connects them.";
    }

    private static string Shared(IEnumerable<NodeType> types)
    {
        var words = types.Select(HopWords.Meeting).Distinct().ToList();
        return words.Count == 0 ? "an edge between them" : $"a shared {HopWords.List(words, "or")}";
    }

    private static string Unlimited(string limits, Chain? best) => best is null
        ? $"Without {limits} there is none either."
        : $"Without {limits} the best chain is weakest at step {best.WeakestHop.Index}, {HopWords.Fact(best.WeakestHop)} ({HopWords.Grade(best.WeakestHop.Strength)}).";

    private static string Paths(int count, string one, string several) => $"{HopWords.Count(count, "path")} {(count == 1 ? one : several)}";
}
