using System.Collections.Immutable;
using FlowGraph.Model.Records;

namespace FlowGraph.Query.Chains;

/// <summary>The records behind a chain.</summary>
public sealed record ChainEvidence
{
    public required ReleaseInfo Release { get; init; }

    /// <summary>By id: every edge and node of the chain, and the edges and nodes that <see cref="Denials"/> and <see cref="Disputes"/> name.</summary>
    public required IReadOnlyDictionary<string, FactEvidence> Records { get; init; }

    /// <summary>Statements that deny an event of the chain, ordered by edge id.</summary>
    public required ImmutableArray<ChainObjection> Denials { get; init; }

    /// <summary>Questions on which sources differ, about an event or inner node of the chain, ordered by edge id.</summary>
    public required ImmutableArray<ChainObjection> Disputes { get; init; }

    /// <summary>Names of nodes that records only refer to by id.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Per event of the chain, how many carriers are named for it.</summary>
    public required IReadOnlyDictionary<string, int> NamedCarriers { get; init; }

    public FactEvidence Of(string id) => Records[id];
}

/// <summary><paramref name="Statement"/> (a Statement or a Dispute) speaks of <paramref name="Target"/> through <paramref name="Edge"/>; all are ids.</summary>
/// <param name="Makers">Names of those who made the statement, ordered; none for a Dispute.</param>
public sealed record ChainObjection(string Edge, string Statement, string Target, ImmutableArray<string> Makers);
