using System.Text.Json.Nodes;

namespace FlowGraph.TestKit.Oracle.Operations;

/// <summary>An operation made at random, the same for the same seed.</summary>
/// <param name="Cursors">Variables that still want a cursor.</param>
/// <param name="IsFaulty">Somewhere in it a value is wrong: it is refused, unless conditions leave that field out.</param>
public sealed record RandomOperation(string Text, JsonObject Variables, IReadOnlyList<CursorProbe> Cursors, bool IsFaulty);

/// <summary>Where a cursor for a variable comes from: any edge of the one connection in the probe's answer, with <c>cursor</c>, <c>node { id }</c> and perhaps <c>factId</c>.</summary>
public sealed record CursorProbe(string Variable, string Query);
