using System.Collections.Immutable;
using FlowGraph.Model.Records;

namespace FlowGraph.Query.Chains;

/// <summary>A record and everything cited for it: what is printed of it. Exactly one of <see cref="Node"/> and <see cref="Edge"/> is set.</summary>
public sealed record FactEvidence
{
    public NodeRecord? Node { get; init; }

    public EdgeRecord? Edge { get; init; }

    /// <summary>In any order: readers sort them.</summary>
    public ImmutableArray<CitationEvidence> Citations { get; init; } = [];

    /// <summary>The claims whose subject it is, in any order; empty for an edge.</summary>
    public ImmutableArray<ClaimEvidence> Claims { get; init; } = [];

    public string Id => Node?.Id ?? Edge!.Id;

    /// <summary>A stored property, of whichever of the two it is.</summary>
    public object? this[string property] => Node is null ? Edge![property] : Node[property];
}

/// <param name="Citation">A node of type Citation.</param>
/// <param name="Source">The Source it is taken from (FROM_SOURCE).</param>
/// <param name="Origin">What the citation's <c>origin</c> names: a Source or an actor; null where it is unknown.</param>
public sealed record CitationEvidence(NodeRecord Citation, NodeRecord Source, NodeRecord? Origin);

/// <param name="Claim">A node of type Claim.</param>
/// <param name="AssertedBy">The actor at the other end of ASSERTED_BY, if there is one.</param>
public sealed record ClaimEvidence(NodeRecord Claim, NodeRecord? AssertedBy, ImmutableArray<CitationEvidence> Citations);
