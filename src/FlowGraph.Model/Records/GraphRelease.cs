using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Model.Records;

/// <summary>A validated dataset with everything computed that provenance rules compute: what a store is loaded with.</summary>
public sealed class GraphRelease
{
    public required GraphModel Model { get; init; }

    public required ReleaseInfo Info { get; init; }

    /// <summary>Entities, events, claims, sources and citations; ordered by id (code point).</summary>
    public required ImmutableArray<NodeRecord> Nodes { get; init; }

    /// <summary>FACT, CONTEXT and STRUCTURAL edges (the last without id and values); facts ordered by id.</summary>
    public required ImmutableArray<EdgeRecord> Edges { get; init; }
}

/// <summary>One node; <c>Values[i]</c> belongs to <c>Type.Properties[i]</c>. Value types are those of <see cref="ValueKind"/>.</summary>
public sealed record NodeRecord(NodeType Type, string Id, ImmutableArray<object?> Values)
{
    public object? this[string property] => Type.Property(property) is { } p ? Values[p.Index] : null;
}

/// <summary>One edge; <c>Values[i]</c> belongs to <c>Relationship.Edge.Properties[i]</c>. Id is empty for STRUCTURAL edges.</summary>
public sealed record EdgeRecord(Relationship Relationship, string Id, string From, string To, ImmutableArray<object?> Values)
{
    public object? this[string property] => Relationship.Edge.Property(property) is { } p ? Values[p.Index] : null;
}

/// <summary>What a release says of itself.</summary>
public sealed record ReleaseInfo
{
    /// <summary><c>release:oil-for-troops</c></summary>
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string Licence { get; init; }

    public required DateOnly ReleasedAt { get; init; }

    /// <summary>64 hex digits, computed from the content.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Id, version and the beginning of the hash: which release it is, for people.</summary>
    public string Label => $"{Id} {Version} ({Sha256[..Math.Min(12, Sha256.Length)]})";

    public required string Contact { get; init; }

    public string? Corrections { get; init; }

    /// <summary>Node types and edge types with their counts, in order of declaration; STRUCTURAL left out.</summary>
    public required ImmutableArray<TypeCount> Counts { get; init; }

    public required ImmutableArray<CountingGroup> CountingGroups { get; init; }

    public required ImmutableArray<Caveat> Caveats { get; init; }
}

/// <summary><paramref name="Type"/> in enum spelling: <c>VESSEL</c>, <c>CARRIED_BY</c>.</summary>
public sealed record TypeCount(string Type, int Count);

public sealed record CountingGroup(string Id, string Note);

/// <summary>What the release does not have, counted: <c>PASSAGE_NOT_LOCATED 904</c>.</summary>
public sealed record Caveat(string Code, int? Count, string Text);
