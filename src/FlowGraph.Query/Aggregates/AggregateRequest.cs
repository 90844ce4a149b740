using FlowGraph.Model.Structure;
using FlowGraph.Query.Filters;

namespace FlowGraph.Query.Aggregates;

/// <summary>Which records are aggregated.</summary>
public sealed record AggregateRequest(NodeType Type, Filter? Where);

/// <summary>One record as it is needed.</summary>
/// <param name="Values">By <see cref="AggregateNeeds.Properties"/>.</param>
/// <param name="Ends">Ids, by <see cref="AggregateNeeds.Ends"/>.</param>
public sealed record AggregateRow(string Id, object?[] Values, string?[] Ends);

/// <summary>The records that were found.</summary>
/// <param name="Rows">By id; empty where only the number was asked for.</param>
public sealed record AggregateRows(int Count, IReadOnlyList<AggregateRow> Rows);
