using System.Collections.Immutable;
using FlowGraph.Model.Records;
using FlowGraph.Model.Values;
using FlowGraph.Query.Chains.Assembly;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>Where sources disagree about what a chain is made of, and who denies it.</summary>
internal static class Disagreements
{
    public static ImmutableArray<Disagreement> Of(Chain chain) => Of(
        [.. Facts(chain)], chain.Evidence, objection => Speaks(chain, objection), id => chain.Hops.Select(hop => hop.To).Prepend(chain.From).First(node => node.Id == id).Name);

    /// <param name="speaks">Whether a denial or dispute is about what is printed.</param>
    /// <param name="nameOf">Of a node that is denied.</param>
    public static ImmutableArray<Disagreement> Of(IReadOnlyList<SpokenFact> facts, ChainEvidence evidence, Func<ChainObjection, bool> speaks, Func<string, string> nameOf) =>
    [
        .. Disputed(facts, evidence),
        .. facts.Where(fact => fact.HasClaims).SelectMany(fact => Claims(fact, evidence.Of(fact.Id))),
        .. Readings(evidence, speaks),
        .. Denials(evidence, speaks, nameOf),
    ];

    /// <summary>Edges and nodes in order of appearance, with their words.</summary>
    private static IEnumerable<SpokenFact> Facts(Chain chain)
    {
        if (chain.From.IsEvent)
            yield return new SpokenFact(chain.From.Id, $"“{chain.From.Name}”", true);

        foreach (var hop in chain.Hops)
        {
            yield return new SpokenFact(hop.Fact.Id, $"step {hop.Index}, {HopWords.Fact(hop)}", false);
            if (hop.To.IsEvent)
                yield return new SpokenFact(hop.To.Id, $"“{hop.To.Name}”", true);
        }
    }

    // The same passage often stands against a record and against the edges taken from it: said once, about all of them.
    private static IEnumerable<Disagreement> Disputed(IEnumerable<SpokenFact> facts, ChainEvidence evidence) =>
        facts.SelectMany(fact => Passages.Disputing(evidence.Of(fact.Id)).Select(citation => (Fact: fact, Citation: citation)))
            .GroupBy(pair => (pair.Citation.Source.Id, Text(pair.Citation, "locator"), Text(pair.Citation, "paraphrase"), Text(pair.Citation, "property")))
            .Select(group => new Disagreement(
                [.. group.Select(pair => pair.Fact.Id).Distinct()],
                $"Against {HopWords.List([.. group.Select(pair => pair.Fact.Words).Distinct()])}{(group.Key.Item4.Length == 0 ? "" : $" ({group.Key.Item4})")}:",
                [new DisagreementPart(group.Key.Item3, [.. group.Select(pair => pair.Citation)])]));

    private static IEnumerable<Disagreement> Claims(SpokenFact fact, FactEvidence record) =>
        record.Claims
            .Where(claim => claim.Claim["property"] is not "assessment" && claim.Claim["status"] is not "RETRACTED")
            .GroupBy(claim => Text(claim.Claim, "property"))
            .Where(Differ)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Disagreement([fact.Id], $"{fact.Words}, {group.Key}:", [.. Ordered(group).Select(Part)]));

    private static bool Differ(IEnumerable<ClaimEvidence> claims) =>
        claims.Select(Value).Distinct().Count() > 1 || claims.Any(claim => claim.Claim["status"] is "CONTESTED");

    private static IEnumerable<ClaimEvidence> Ordered(IEnumerable<ClaimEvidence> claims) =>
        claims.OrderBy(claim => claim.Claim.Type.Property("rank")!.Enum!.OrdinalOf(Text(claim.Claim, "rank")))
            .ThenBy(claim => (claim.Claim["asOf"] as FuzzyDate)?.Earliest ?? DateOnly.MaxValue)
            .ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal);

    private static DisagreementPart Part(ClaimEvidence claim)
    {
        var notes = new List<string>();
        if (Attribution.Asserter(claim) is { } asserter)
            notes.Add(asserter);

        if (claim.Claim["asOf"] is FuzzyDate asOf)
            notes.Add($"as of {DateWords.Of(asOf)}");

        if (claim.Claim["rank"] is "PREFERRED")
            notes.Add("preferred here");
        else if (claim.Claim["rank"] is "DEPRECATED")
            notes.Add(claim.Claim["rankReason"] is string reason ? $"not followed: {reason}" : "not followed");

        if (claim.Claim["status"] is "CONTESTED")
            notes.Add("contested");

        return new DisagreementPart(notes.Count == 0 ? Value(claim) : $"{Value(claim)} ({string.Join(", ", notes)})", [.. Passages.Ordered(claim.Citations)]);
    }

    private static string Value(ClaimEvidence evidence)
    {
        var claim = evidence.Claim;
        return claim["value"] as string
            ?? (claim["unit"] is string unit
                ? new Quantity(claim["best"] as double?, claim["low"] as double?, claim["high"] as double?, unit, claim["bound"] as string ?? "UNSTATED", claim["text"] as string, false).Display
                : Text(claim, "text"));
    }

    private static IEnumerable<Disagreement> Readings(ChainEvidence evidence, Func<ChainObjection, bool> speaks) =>
        evidence.Disputes.Where(speaks).GroupBy(about => about.Statement).Select(group =>
        {
            var dispute = evidence.Of(group.Key);
            return new Disagreement(
                [.. group.Select(about => about.Target)],
                $"{dispute["question"]} Reading of this dataset: {dispute["reading"]}",
                [new DisagreementPart("", [.. Passages.Ordered(dispute.Citations.Where(Speaks))])]);
        });

    private static IEnumerable<Disagreement> Denials(ChainEvidence evidence, Func<ChainObjection, bool> speaks, Func<string, string> nameOf) =>
        evidence.Denials.Where(speaks).Select(denial =>
        {
            var statement = evidence.Of(denial.Statement);
            var when = statement["when"] is FuzzyDate date ? $", {DateWords.Of(date)}" : "";
            var makers = denial.Makers.IsEmpty ? "" : $" by {HopWords.List(denial.Makers)}";
            return new Disagreement(
                [denial.Target],
                $"“{nameOf(denial.Target)}” is denied{makers} ({statement["name"]}{when}).",
                [new DisagreementPart("", [.. Passages.Ordered(evidence.Of(denial.Edge).Citations.Where(Speaks))])]);
        });

    // Evidence is gathered for all chains of an answer at once; each prints only what is about its own nodes.
    private static bool Speaks(Chain chain, ChainObjection objection) =>
        objection.Target == chain.From.Id && chain.From.IsEvent
        || chain.Hops.Any(hop => hop.To.Id == objection.Target && (hop.To.IsEvent || hop.Index < chain.Hops.Length));

    private static bool Speaks(CitationEvidence citation) => citation.Citation["stance"] is not "CONTEXT";

    private static string Text(CitationEvidence citation, string property) => Text(citation.Citation, property);

    private static string Text(NodeRecord record, string property) => record[property] as string ?? "";
}

/// <param name="Words">What it is called where sources are compared.</param>
/// <param name="HasClaims">Whether differing claims about it are to be told too.</param>
internal sealed record SpokenFact(string Id, string Words, bool HasClaims);
