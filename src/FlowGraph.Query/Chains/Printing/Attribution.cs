using FlowGraph.Model.Records;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>Who says so. An accusation is never printed without the one who makes it.</summary>
internal static class Attribution
{
    private const string Judgement = "assessment";

    /// <summary>Whom the edge itself names; at a leg of an alleged exchange, those who allege the exchange; else the origins of its passages.</summary>
    public static string Of(ChainHop hop, ChainEvidence evidence)
    {
        var edge = evidence.Of(hop.Fact.Id);
        var stated = Stated(edge.Edge!, evidence).ToList();
        if (stated.Count == 0 && Bridge(hop) is { } bridge)
            stated = [.. Asserters(evidence.Of(bridge.Id))];

        return string.Join("; ", stated.Count > 0 ? stated : Origins(edge));
    }

    /// <summary>Who alleges what <paramref name="bridge"/> says.</summary>
    public static IReadOnlyList<string> OfBridge(WalkNode bridge, ChainEvidence evidence)
    {
        var record = evidence.Of(bridge.Id);
        return Asserters(record) is { Count: > 0 } asserters ? asserters : Origins(record);
    }

    /// <summary>The body whose word a passage gives: its source's origin, else the source itself.</summary>
    public static string Origin(CitationEvidence citation) => Name(citation.Origin ?? citation.Source);

    public static string Name(NodeRecord record) =>
        record["publisher"] as string ?? record["name"] as string ?? record["title"] as string ?? record.Id;

    /// <summary>The asserter of a claim, if anybody is named.</summary>
    public static string? Asserter(ClaimEvidence claim) =>
        claim.AssertedBy is { } actor ? Name(actor) : claim.Claim["assertedByNote"] as string;

    private static WalkNode? Bridge(ChainHop hop) => hop.From.Type.IsBridge ? hop.From : hop.To.Type.IsBridge ? hop.To : null;

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

    private static List<string> Origins(FactEvidence fact) => [.. Passages.Supporting(fact).Select(Origin).Distinct()];
}
