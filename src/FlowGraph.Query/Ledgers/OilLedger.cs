using System.Collections.Immutable;
using FlowGraph.Model.Values;
using FlowGraph.Query.Aggregates;

namespace FlowGraph.Query.Ledgers;

/// <summary>What was shipped, by period and counting group.</summary>
/// <param name="Text">All of it on one line.</param>
public sealed record OilLedger(ImmutableArray<OilLedgerRow> Rows, string Text);

/// <param name="Period">A year or month, or the span of several that a date crosses: <c>2022/2023</c>.</param>
/// <param name="Note">What the release says of the group.</param>
/// <param name="Barrels">Null where nothing was counted.</param>
/// <param name="Cap">The id of the one cap that holds for all of the period; only for a calendar year.</param>
/// <param name="Counted">Ids.</param>
public sealed record OilLedgerRow(
    string Period, string CountingGroup, string? Note, Quantity? Barrels, string? Cap, Quantity? CapBarrels, FloatInterval? MultipleOfCap,
    ImmutableArray<string> Counted, ImmutableArray<LeftOut> LeftOut);

/// <summary>Two ends; null = open.</summary>
public sealed record FloatInterval(double? Low, double? High, string Display);
