using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>The variables of a row: a node, and in a list of links the edge that leads to it.</summary>
/// <param name="End">What the edge is one of; null where rows are nodes.</param>
/// <param name="Types">What the node can be.</param>
internal readonly record struct RowNames(string Node, string? Edge, RelationshipEnd? End, ImmutableArray<NodeType> Types)
{
    /// <summary>What the row can be, where it is an edge as such: then that is under the node's variable, and there is no node.</summary>
    public ImmutableArray<EdgeType> Edges { get; init; } = [];

    public string Variables => Edge is null ? Node : $"{Edge}, {Node}";

    public string[] Ids => Edge is null ? [$"{Node}.id"] : [$"{Node}.id", $"{Edge}.id"];
}
