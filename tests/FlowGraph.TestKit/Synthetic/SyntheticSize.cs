namespace FlowGraph.TestKit.Synthetic;

/// <summary>How large a synthetic dataset is to be.</summary>
/// <param name="Nodes">Records: entities, events, claims and sources; every node but the citations, of which each fact has one of its own at least.</param>
/// <param name="Edges">Relationships as Neo4j stores them: facts, and CITED_BY, FROM_SOURCE, HAS_CLAIM, ASSERTED_BY, DERIVED_FROM.</param>
/// <param name="Seed">The same three numbers give the same bytes.</param>
public sealed record SyntheticSize(int Nodes, long Edges, ulong Seed)
{
    public const int LeastNodes = 200;

    public const int MostNodes = 10_000_000;
}

/// <param name="Facts">FACT and CONTEXT edges.</param>
/// <param name="Edges">All relationships, as <see cref="SyntheticSize.Edges"/> counts them.</param>
public sealed record SyntheticCounts(int Nodes, int Citations, int Facts, long Edges);

/// <summary>How far the writing is.</summary>
public sealed record SyntheticProgress(string File, long Done, long Total);
