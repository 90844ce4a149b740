namespace FlowGraph.Query.Plan;

/// <summary>What one request may ask for.</summary>
public sealed record QueryLimits
{
    /// <summary>Rows of a page.</summary>
    public int Page { get; init; } = 200;

    /// <summary>Ids in one argument.</summary>
    public int Ids { get; init; } = 100;

    /// <summary>Hops of a chain.</summary>
    public int Hops { get; init; } = 8;

    /// <summary>Chains in one answer.</summary>
    public int Chains { get; init; } = 10;

    /// <summary>Hops of a subgraph.</summary>
    public int SubgraphHops { get; init; } = 3;

    /// <summary>Nodes, and facts, of a subgraph.</summary>
    public int Subgraph { get; init; } = 1000;

    /// <summary>Characters of a text to search for.</summary>
    public int Text { get; init; } = 200;

    /// <summary>A node with more FACT edges is a hub.</summary>
    public int HubDegree { get; init; } = 500;

    /// <summary>Levels of selections.</summary>
    public int Depth { get; init; } = 15;

    /// <summary>Fields and fragments of a document.</summary>
    public int Selections { get; init; } = 1000;

    /// <summary>Bytes of a response.</summary>
    public int Response { get; init; } = 16 * 1024 * 1024;

    /// <summary>Seconds of execution.</summary>
    public int Seconds { get; init; } = 10;
}
