namespace FlowGraph.Neo4j.Loading;

public enum LoadPhase
{
    Indexes,
    Comparing,
    Removing,
    Writing,
    Auditing,
    Committing,
}

/// <param name="Done">Nodes and edges written so far.</param>
/// <param name="Total">Nodes and edges to write.</param>
public sealed record LoadProgress(LoadPhase Phase, int Done, int Total);
