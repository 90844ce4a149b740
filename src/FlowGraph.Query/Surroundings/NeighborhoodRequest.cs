using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;

namespace FlowGraph.Query.Surroundings;

/// <summary>The arguments of <c>neighborhood</c>.</summary>
/// <param name="PerType">Links that a group shows at most.</param>
/// <param name="Direction">Null = both.</param>
public sealed record NeighborhoodRequest(string Id, int PerType, StepTypes Types, Direction? Direction, Confidence? MinConfidence);
