using FlowGraph.Model.Records;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>Who says so. An accusation is never printed without the one who makes it.</summary>
internal static class Attribution
{
    private const string Judgement = "assessment";

    public static string Of(ChainHop hop, ChainEvidence evidence) => Of(evidence.Of(hop.Fact.Id), evidence);

    /// <summary>Whom an edge itself names; of an alleged exchange and at its legs, those who allege it; else the origins of its passages.</summary>
    public static string Of(FactEvidence fact, ChainEvidence evidence)
    {
        var stated = fact.Edge is { } edge ? Stated(edge, evidence).ToList() : [];
        if (stated.Count == 0 && Bridge(fact, evidence) is { } bridge)
            stated = Asserters(bridge);

        return string.Join("; ", stated.Count > 0 ? stated : Origins(fact));
    }

    /// <summary>The asserter of a claim; else the origins of its passages.</summary>
    public static string Of(ClaimEvidence claim) => Asserter(claim) ?? string.Join("; ", Origins(claim.Citations));

    /// <summary>Who alleges what <paramref name="bridge"/> says.</summary>
    public static IReadOnlyList<string> OfBridge(FactEvidence bridge) => Asserters(bridge) is { Count: > 0 } asserters ? asserters : Origins(bridge);

    /// <summary>The body whose word a passage gives: its source's origin, else the source itself.</summary>
    public static string Origin(CitationEvidence citation) => Name(citation.Origin ?? citation.Source);

    public static string Name(NodeRecord record) =>
        record["publisher"] as string ?? record["name"] as string ?? record["title"] as string ?? record.Id;

    /// <summary>The asserter of a claim, if anybody is named.</summary>
    public static string? Asserter(ClaimEvidence claim) =>
        claim.AssertedBy is { } actor ? Name(actor) : claim.Claim["assertedByNote"] as string;

    private static FactEvidence? Bridge(FactEvidence fact, ChainEvidence evidence) =>
        (fact.Edge is { } edge ? new[] { edge.From, edge.To }.Select(evidence.Records.GetValueOrDefault) : [fact])
            .FirstOrDefault(record => record is { Node.Type.IsBridge: true });

    private static IEnumerable<string> Stated(EdgeRecord edge, ChainEvidence evidence)
    {
        if (edge["accordingTo"] is string actor)
            yield return evidence.Names.GetValueOrDefault(actor, actor);

        if (edge["accordingToNote"] is string note)
            yield return note;
    }

    private static List<string> Asserters(FactEvidence bridge) =>
    [
        .. bridge.Claims.Where(claim => claim.Claim["property"] is Judgement && claim.Claim["status"] is not "RETRACTED")
            .OrderBy(claim => claim.Claim.Id, StringComparer.Ordinal)
            .Select(Asserter).OfType<string>().Distinct(),
    ];

    private static List<string> Origins(FactEvidence fact) => Origins(fact.Citations);

    private static List<string> Origins(IEnumerable<CitationEvidence> citations) => [.. Passages.Supporting(citations).Select(Origin).Distinct()];
}
