using System.Collections.Immutable;

namespace FlowGraph.Query.Aggregates;

/// <summary>Quantities of one counting group and unit, never across.</summary>
/// <param name="CountingGroup">Null where the type has none.</param>
/// <param name="Min">The least low end that is stated.</param>
/// <param name="Max">The greatest high end; null when one is open.</param>
/// <param name="Avg">The sum divided by the count.</param>
/// <param name="Sum">Null where nothing was counted.</param>
/// <param name="Counted">Ids, at most <see cref="Aggregation.MostListed"/>.</param>
/// <param name="LeftOut">At most <see cref="Aggregation.MostListed"/>.</param>
public sealed record QuantityAggregate(
    string? CountingGroup, string Unit, double? Min, double? Max, Model.Values.Quantity? Avg, Model.Values.Quantity? Sum,
    int CountedCount, ImmutableArray<string> Counted, int LeftOutCount, ImmutableArray<LeftOut> LeftOut);

/// <summary>A record that a sum does not hold.</summary>
/// <param name="Fact">Its id.</param>
/// <param name="Note">In its own words, where it has any.</param>
public sealed record LeftOut(string Fact, LeftOutReason Reason, string? Note);

/// <summary>The first that holds.</summary>
public enum LeftOutReason
{
    Retracted,
    NotActual,
    OtherCommodity,
    NotInTotals,
    NoValue,
    Unstated,
}

/// <param name="Counted">Records that have a value.</param>
public sealed record NumberAggregate(double? Min, double? Max, double? Avg, double? Sum, int Counted);

/// <param name="Earliest">The first day that a record is known to begin with.</param>
/// <param name="Latest">The last day that a record is known to end with.</param>
/// <param name="Counted">Records that have a date.</param>
public sealed record DateAggregate(DateOnly? Earliest, DateOnly? Latest, int Counted);

/// <summary>The records that share the values of some keys.</summary>
public sealed record AggregateGroup(ImmutableArray<GroupValue> Keys, Aggregation Measures);

/// <param name="Key">The key's name.</param>
/// <param name="Text">Null where the records have no value.</param>
/// <param name="Node">The id of the node that a relationship leads to; null for other keys.</param>
public sealed record GroupValue(string Key, string? Text, string? Node);
