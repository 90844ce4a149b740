using System.Collections.Immutable;

namespace FlowGraph.Query.Surroundings;

/// <summary>The arguments of <c>subgraph</c>.</summary>
/// <param name="Limit">Nodes, and facts, that the answer has at most.</param>
public sealed record SubgraphRequest(ImmutableArray<string> Ids, int Hops, StepTypes Types, int Limit);

/// <summary>Nodes and the facts between them.</summary>
/// <param name="Nodes">Ids: those asked for, then as they are reached.</param>
/// <param name="Facts">Ids of edges, those that are fewer hops away first; of one hop by confidence, best first, then by id. Both ends of each are among the nodes.</param>
/// <param name="Truncated">Something within these hops is left out.</param>
/// <param name="Text">All of it on one line.</param>
public sealed record Subgraph(ImmutableArray<string> Nodes, ImmutableArray<string> Facts, bool Truncated, string Text);
