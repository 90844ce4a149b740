using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Model.Records;

/// <summary>A release whose records are computed when they are asked for, each time anew: memory does not grow with their texts.</summary>
public interface IReleaseRecords
{
    public GraphModel Model { get; }

    public ReleaseInfo Info { get; }

    /// <summary>Nodes with the citations among them.</summary>
    public int NodeCount { get; }

    /// <summary>Edges of all classes, and those that stand for a record's own fields: who is cited by whom, whose claim it is.</summary>
    public int EdgeCount { get; }

    /// <summary>Sources, then entities and events, then claims: what a record names in its own fields comes before it, but for sources.</summary>
    public IEnumerable<CitedNode> Nodes(CancellationToken cancellationToken);

    /// <summary>FACT and CONTEXT edges.</summary>
    public IEnumerable<CitedEdge> Edges(CancellationToken cancellationToken);

    /// <summary>An entity, event, claim or source; null when no such record is there.</summary>
    public NodeSummary? Find(string id);
}

/// <summary>A node with what its line of the dataset holds beside it.</summary>
/// <param name="Citations">In the order of the dataset.</param>
/// <param name="Links">STRUCTURAL edges that leave the node or one of its citations.</param>
public sealed record CitedNode(NodeRecord Node, ImmutableArray<NodeRecord> Citations, ImmutableArray<EdgeRecord> Links);

/// <summary>An edge with its citations and the STRUCTURAL edges that leave these.</summary>
public sealed record CitedEdge(EdgeRecord Edge, ImmutableArray<NodeRecord> Citations, ImmutableArray<EdgeRecord> Links);

/// <summary>What others need to know of a node to speak of it.</summary>
public abstract class NodeSummary(NodeType type, string id, string? name)
{
    public NodeType Type { get; } = type;

    public string Id { get; } = id;

    /// <summary>Null where the record's type has none.</summary>
    public string? Name { get; } = name;

    /// <summary>Incident FACT edges.</summary>
    public int Degree { get; protected set; }

    /// <summary>"Publisher, date" of a source; null for anything else.</summary>
    public virtual string? Publication => null;

    /// <summary>What the node is called where it is shown.</summary>
    public virtual string Title => Name ?? Id;
}
