using System.Collections.Immutable;
using FlowGraph.Model.Values;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Input;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Plan;

namespace FlowGraph.Query.Ledgers;

/// <summary>Answers <c>oilLedger</c>: how much oil, by period and counting group, and how much of what was allowed.</summary>
public static class LedgerFinder
{
    /// <exception cref="Model.Diagnostics.FlowGraphException">The exporter or importer is not there, or is nobody who can be one.</exception>
    public static async ValueTask<OilLedger> FindAsync(IGraphStore store, LedgerRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        var terms = LedgerTerms.Of(store.Model);
        List<NamedNodes.Name> named = [];
        if (request.Exporter is { } exporter)
            named.Add(new("exporter", exporter, terms.SuppliedBy.Target));
        if (request.Importer is { } importer)
            named.Add(new("importer", importer, terms.ReceivedBy.Target));
        await NamedNodes.FindAsync(store, named, cancellationToken);

        var (shipments, needs) = LedgerMeasures.Shipments(terms, request);
        var found = await store.MeasureAsync(shipments, needs, cancellationToken);
        IReadOnlyList<Ceiling> caps = LedgerMeasures.Caps(terms, request) is not { } ceilings ? []
            : [.. (await store.MeasureAsync(ceilings.Request, ceilings.Needs, cancellationToken)).Rows.Select(row => new Ceiling(row.Id, (FuzzyDate?)row.Values[0], (Quantity?)row.Values[1]))];
        var page = new LedgerPage(terms, needs, caps, store.Release.CountingGroups.ToDictionary(group => group.Id, group => group.Note, StringComparer.Ordinal));
        var rows = found.Rows
            .GroupBy(row => (Span: LedgerSpan.Of((FuzzyDate?)needs.Value(row, terms.When.Name), request.GroupBy), Group: (string)needs.Value(row, "countingGroup")!))
            .OrderBy(row => row.Key.Span.Text, CodePointComparer.Instance).ThenBy(row => row.Key.Group, CodePointComparer.Instance)
            .Select(row => page.Row(row.Key.Span, row.Key.Group, row))
            .ToImmutableArray();
        return new(rows, LedgerText.Of(rows));
    }

    /// <summary>A cap, as far as the ledger looks at it.</summary>
    private sealed record Ceiling(string Id, FuzzyDate? When, Quantity? Amount);

    /// <summary>What every row is made with.</summary>
    private sealed record LedgerPage(LedgerTerms Terms, AggregateNeeds Needs, IReadOnlyList<Ceiling> Caps, IReadOnlyDictionary<string, string> Notes)
    {
        public OilLedgerRow Row(LedgerSpan span, string group, IEnumerable<AggregateRow> members)
        {
            var leftOut = ImmutableArray.CreateBuilder<LeftOut>();
            var counted = new List<AggregateRow>();
            foreach (var member in members)
            {
                var isOther = Needs.Value(member, Terms.Commodity.Name) is not LedgerTerms.RefinedPetroleum;
                if (CountingRule.ReasonToLeaveOut(Terms.Shipment, Needs, member, Terms.Barrels, isOther) is { } reason)
                    leftOut.Add(new(member.Id, reason, CountingRule.Note(Needs, member, reason)));
                else
                    counted.Add(member);
            }
            var barrels = counted.Count == 0 ? null : IntervalSum.Of([.. counted.Select(member => (Quantity)Needs.Value(member, Terms.Barrels.Name)!)]);
            var cap = span.Year is { } year && Caps.Where(cap => InForce.Throughout(cap.When, year)).Take(2).ToList() is [var only] ? only : null;
            return new(span.Text, group, Notes.GetValueOrDefault(group), barrels, cap?.Id, cap?.Amount, CapComparison.Of(barrels, cap?.Amount),
                [.. counted.Select(member => member.Id)], leftOut.ToImmutable());
        }
    }
}
