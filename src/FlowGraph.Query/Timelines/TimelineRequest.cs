using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;

namespace FlowGraph.Query.Timelines;

/// <summary>The arguments of <c>timeline</c>.</summary>
/// <param name="Scope">Ids of nodes; empty = every event. Else the events among them, and those that an edge of class FACT or CONTEXT joins to one.</param>
/// <param name="Dated">Which events, and which page of them in their order.</param>
/// <param name="Undated">The same events without a date.</param>
public sealed record TimelineRequest(ImmutableArray<string> Scope, PageRequest Dated, Filter Undated)
{
    /// <param name="types">Names of event types in the spelling of enums; empty = all.</param>
    /// <param name="page">In the order of <see cref="Order"/>.</param>
    public static TimelineRequest Of(GroupType events, ImmutableArray<string> scope, ImmutableArray<string> types, DayRange? during, PageRequest page)
    {
        var when = When(events).Name;
        ImmutableArray<Filter> ofTypes = types.IsEmpty ? [] : [new Filter.Type(new ValueTest.In([.. types.Distinct()]))];
        ValueTest date = during is null ? new ValueTest.Not(new ValueTest.Missing()) : new ValueTest.Overlaps(during.From, during.To);
        return new(
            scope,
            page with { Where = new Filter.And([.. ofTypes, new Filter.Property(when, date)]) },
            new Filter.And([.. ofTypes, new Filter.Property(when, new ValueTest.Missing())]));
    }

    /// <summary>By earliest, then latest day.</summary>
    public static ImmutableArray<OrderTerm> Order(GroupType events) => [new OrderTerm.Property([], When(events), false)];

    private static PropertyDefinition When(GroupType events) => events.Properties.First(property => property is { Name: "when", Kind: ValueKind.FuzzyDate });
}

/// <summary>What a store found.</summary>
/// <param name="Rows">The page, by earliest, latest, id; what has no earliest day last.</param>
/// <param name="HasNext">Whether more come after it.</param>
/// <param name="TotalCount">Of all pages.</param>
/// <param name="UndatedCount">Of those that no page has.</param>
public sealed record TimelineRows(ImmutableArray<TimelineRow> Rows, bool HasNext, int TotalCount, int UndatedCount);

public sealed record TimelineRow(string Id, string Caption, FuzzyDate When);
