using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Filters;

namespace FlowGraph.Query.Ledgers;

/// <summary>What the ledger asks of a store: records, and what it needs of each.</summary>
public sealed record LedgerMeasure(AggregateRequest Request, AggregateNeeds Needs);

public static class LedgerMeasures
{
    /// <summary>All that a request leads to.</summary>
    public static IEnumerable<LedgerMeasure> Of(GraphModel model, LedgerRequest request)
    {
        var terms = LedgerTerms.Of(model);
        return new[] { Shipments(terms, request), Caps(terms, request) }.OfType<LedgerMeasure>();
    }

    internal static LedgerMeasure Shipments(LedgerTerms terms, LedgerRequest request)
    {
        var parts = ImmutableArray.CreateBuilder<Filter>();
        if (request.Exporter is { } exporter)
            parts.Add(LeadsTo(terms.SuppliedBy, exporter));
        if (request.Importer is { } importer)
            parts.Add(LeadsTo(terms.ReceivedBy, importer));
        if (request.During is { } range)
            parts.Add(new Filter.Property(terms.When.Name, new ValueTest.Overlaps(range.From, range.To)));
        return new(
            new(terms.Shipment, parts.Count == 0 ? null : new Filter.And(parts.ToImmutable())),
            new([terms.When, terms.Commodity, terms.Barrels, .. CountingRule.Deciding(terms.Shipment)], []));
    }

    /// <summary>The caps on what the importer may take in in a year; null where none is named, or where no row is a year.</summary>
    internal static LedgerMeasure? Caps(LedgerTerms terms, LedgerRequest request) => request is not { Importer: { } importer, GroupBy: LedgerPeriod.Year } ? null : new(
        new(terms.Cap, new Filter.And(
        [
            LeadsTo(terms.On, importer),
            new Filter.Property("commodity", new ValueTest.Equal(LedgerTerms.RefinedPetroleum)),
            new Filter.Property("modality", new ValueTest.Equal("ACTUAL")),
        ])),
        new([terms.CapWhen, terms.Amount], []));

    private static Filter.Some LeadsTo(RelationshipEnd end, string id) => new Filter.Some(end, new Filter.Property("id", new ValueTest.Equal(id)));
}
