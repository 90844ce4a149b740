using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;

namespace FlowGraph.Query.Surroundings;

/// <summary>What is one step from a node.</summary>
/// <param name="Groups">In the order in which the model declares the types of edges; of one type those that leave the node first.</param>
/// <param name="Text">All of it on one line.</param>
public sealed record Neighborhood(WalkNode Center, int TotalCount, ImmutableArray<NeighborGroup> Groups, string Text);

/// <param name="TotalCount">Also of the links that are not shown.</param>
/// <param name="Links">To the node with the fewest edges first, then by its id and the edge's.</param>
public sealed record NeighborGroup(EdgeType Type, Direction Direction, int TotalCount, ImmutableArray<NodeLink> Links);

/// <summary>An edge as one of its ends sees it.</summary>
/// <param name="Direction">Out: it leads to the other end.</param>
public sealed record NodeLink(string FactId, Direction Direction);
