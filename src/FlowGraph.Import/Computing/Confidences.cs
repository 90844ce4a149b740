using System.Globalization;
using FlowGraph.Import.Drafts;

namespace FlowGraph.Import.Computing;

/// <summary>The published rule: independent origins, how strong they are, how well graded their passages.</summary>
internal sealed class Confidences(DatasetDraft dataset, Weighing evidence, Kinds kinds, Grade grade)
{
    private enum Level
    {
        Low,
        Moderate,
        High,
    }

    public Confidence Of(Draft fact)
    {
        var supporting = Supporting(fact).ToList();
        var all = Group(supporting, fact);
        var level = LevelOf(all);

        List<string> caps = [];
        if (level == Level.High && LevelOf(Group(supporting.Where(citation => citation.Scope == Vocabulary.ScopeOwn), fact)) != Level.High)
            caps.Add("capped by scope RECORD");
        if (level == Level.High && evidence.Contests.Caps(fact))
            caps.Add("capped by a contest");
        if (caps.Count > 0)
            level = Level.Moderate;

        var name = level.ToString().ToUpperInvariant();
        List<string> inputs = all.Count == 0 ? ["no supporting passage"] : [Count(all), Strength(all), $"best grade {grade.Best(supporting)}"];
        if (evidence.Contests.IsContested(fact.Id))
            inputs.Add("contested");
        return new Confidence(name, $"{name}: {string.Join(", ", inputs.Concat(caps))}", all.Count);
    }

    public int IndependentSources(Draft fact) => Supporting(fact).Select(citation => OriginOf(citation, fact)).Distinct().Count();

    private static IEnumerable<CitationDraft> Supporting(Draft fact) => fact.Citations.Where(citation => citation.Stance == Vocabulary.Supports);

    private Origin OriginOf(CitationDraft citation, Draft fact) => evidence.Origins.Of(citation.Source!.Target, fact); // required, hence read

    private List<Support> Group(IEnumerable<CitationDraft> supporting, Draft fact) =>
    [
        .. supporting.GroupBy(citation => OriginOf(citation, fact))
            .Select(group => new Support(group.Key, group.Any(IsStrong), group.Any(grade.IsLikelyOrBetter), group.Any(citation => citation.Grade == Grade.Confirmed)))
            .OrderByDescending(support => support.Origin.IsKnown).ThenBy(support => support.Origin.Name, StringComparer.Ordinal),
    ];

    private bool IsStrong(CitationDraft citation) =>
        kinds.IsSeen(citation) || (dataset.Node(citation.Source!.Target) as SourceHeader)?.Reliability is "A" or "B"; // required, hence read

    private static Level LevelOf(List<Support> supports)
    {
        var strong = supports.Exists(support => support.IsStrong);
        if (strong && supports.Count >= 2 && supports.Exists(support => support.IsConfirmed))
            return Level.High;
        return strong || supports.Count(support => support.IsLikely) >= 2 ? Level.Moderate : Level.Low;
    }

    private static string Count(List<Support> supports)
    {
        var names = string.Join(", ", supports.Select(support => support.Origin.Name));
        return string.Create(CultureInfo.InvariantCulture, $"{supports.Count} origin{(supports.Count == 1 ? "" : "s")} ({names})");
    }

    private static string Strength(List<Support> supports)
    {
        var strong = supports.Where(support => support.IsStrong).Select(support => support.Origin.Name).ToList();
        if (strong.Count == 0)
            return "none strong";
        if (supports.Count == 1)
            return "strong";
        return string.Create(CultureInfo.InvariantCulture, $"{strong.Count} strong ({string.Join(", ", strong)})");
    }

    private sealed record Support(Origin Origin, bool IsStrong, bool IsLikely, bool IsConfirmed);
}

internal sealed record Confidence(string Level, string Basis, int IndependentSources);
