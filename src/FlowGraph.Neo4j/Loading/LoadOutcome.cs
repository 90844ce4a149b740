namespace FlowGraph.Neo4j.Loading;

public enum LoadResult
{
    Loaded,

    /// <summary>The same release is there already.</summary>
    Unchanged,

    /// <summary>A dry run: nothing was written.</summary>
    WouldLoad,

    /// <summary>Nothing was written; the sentence says why and what to do.</summary>
    Refused,
}

/// <summary>How a load ended.</summary>
/// <param name="Before">The release that was there, whole or half; null in an empty database.</param>
public sealed record LoadOutcome(LoadResult Result, string Sentence, StoredRelease? Before, LoadCounts Counts)
{
    public AuditReport? Audit { get; init; }
}

/// <summary>What a load writes and removes. Edges that come from fields, such as CITED_BY, are counted too.</summary>
public sealed record LoadCounts(int NodesWritten, int NodesRemoved, int EdgesWritten, int EdgesRemoved)
{
    public static LoadCounts None { get; } = new(0, 0, 0, 0);
}

public sealed record LoadRequest
{
    /// <summary>Whatever release is there may be replaced, and the same one is written anew.</summary>
    public bool Replace { get; init; }

    public bool DryRun { get; init; }

    /// <summary>Nodes and edges that one transaction may replace; more are loaded in batches.</summary>
    public int OneTransaction { get; init; } = 100_000;
}
