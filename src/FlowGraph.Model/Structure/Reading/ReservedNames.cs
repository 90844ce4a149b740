using System.Collections.Immutable;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>Names that the API, the stores or the rules give to something of their own.</summary>
internal static class ReservedNames
{
    /// <summary>Every node, whatever its type.</summary>
    public const string AnyNode = "Node";

    public const string Claim = "Claim";

    public const string Source = "Source";

    public const string Citation = "Citation";

    private static readonly ImmutableArray<string> _ofEveryNode = ["type", "degree", "searchKeys"];

    private static readonly ImmutableArray<string> _ofFacts = ["citations", "cite", "cites", "citationIds", "confidenceRank", "permalink"];

    public static ImmutableArray<string> EvidenceTypes { get; } = [Claim, Source, Citation];

    public static ImmutableArray<string> Types { get; } =
    [
        AnyNode, "Fact", "Link", "EdgeFact", "Chain", "ChainHop", "ChainOverlap", "ChainRejections", "ChainResult", "Query", "PageInfo", "Release",
        "TypeCount", "CountingGroup", "Caveat", "FloatInterval", "LeftOut", "Subgraph", "Neighborhood", "NeighborGroup", "NodeLink", "OilLedger",
        "OilLedgerRow", "TemporalComparison", "NodeTypeInfo", "PropertyInfo", "RelationshipInfo", "SearchMatch", "GroupValue", "FactType", "NodeType", "JSON",
        "Direction", "SupportThrough", "CitationFormat", "SortEnumType", "SearchMode", "MatchHow", "LedgerPeriod", "LeftOutReason", "TemporalOrder",
        "ReleaseState", "ChronologyMode", "Diversity", "ChainChronology", "NarrativeFormat", "ChainFormat", "SanctionStatus",
        .. Scalars.Names,
    ];

    public static ImmutableArray<string> RootFields { get; } =
    [
        "node", "nodes", "fact", "facts", "chain", "chains", "search", "neighborhood", "subgraph", "timeline", "oilLedger", "compareInTime", "release", "model",
    ];

    public static ImmutableArray<string> Prefixes { get; } = ["chain", "release", "origin"];

    /// <summary>Fields of a node type that no declaration may take. The contract's own properties are not among them.</summary>
    public static IEnumerable<string> OfNode(NodeDeclaration node) => _ofEveryNode.Concat(node.Contract switch
    {
        Contract.Entity => ["citations", "claims", "facts", "permalink", "sanctionedOn"],
        Contract.Event when node.Domain is not null => [.. _ofFacts, "claims", "facts", "domain"],
        Contract.Event => [.. _ofFacts, "claims", "facts"],
        _ => node.Type.Name switch
        {
            Claim => [.. _ofFacts, "display"],
            Source => ["caption", "supports", "soleSupportFor", "cite", "permalink"],
            Citation => ["caption", "fact", "csl"],
            _ => ["caption"],
        },
    });

    /// <summary>What a link has beside the edge's own properties, the contract's left out.</summary>
    public static ImmutableArray<string> OfEdges { get; } = ["type", "fact", "factId", "node", "cursor", "from", "to", "properties", .. _ofFacts];
}
