namespace FlowGraph.Query.Response;

/// <summary>A <c>PageInfo</c> that was worked out before the walk.</summary>
public sealed record PageEnds(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
