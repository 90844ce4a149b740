namespace FlowGraph.Query.Plan;

/// <summary>The store holds another release than the one that the answer was begun with; the same request may be tried on the new one.</summary>
public sealed class ReleaseChangedException() : Exception("The release was replaced while it was read.");
