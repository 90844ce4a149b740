using System.Collections.Immutable;

namespace FlowGraph.Query.Chains;

/// <summary>The records behind a chain.</summary>
public sealed record ChainEvidence
{
    /// <summary>By id: every edge and node of the chain, and the edges and nodes that <see cref="Denials"/> and <see cref="Disputes"/> name.</summary>
    public required ImmutableDictionary<string, FactEvidence> Records { get; init; }

    /// <summary>Statements that deny an event of the chain, ordered by edge id.</summary>
    public required ImmutableArray<ChainObjection> Denials { get; init; }

    /// <summary>Questions on which sources differ, about an event or inner node of the chain, ordered by edge id.</summary>
    public required ImmutableArray<ChainObjection> Disputes { get; init; }

    /// <summary>Names of actors that records only refer to by id.</summary>
    public required ImmutableDictionary<string, string> Names { get; init; }
}

/// <summary><paramref name="Statement"/> (a Statement or Dispute) speaks of <paramref name="Target"/> through <paramref name="Edge"/>; all are ids.</summary>
/// <param name="Makers">Names of those who made the statement, ordered.</param>
public sealed record ChainObjection(string Edge, string Statement, string Target, ImmutableArray<string> Makers);
