using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

internal static class ArmsFigures
{
    // Which passage of which record gives each figure of the container timeline: the figures alone recur.
    private static readonly (string Record, int Index)[] TimelinePassages =
    [
        ("arms-whitehouse-1000-containers", 0),
        ("arms-containers-cumulative", 0),
        ("arms-containers-cumulative", 1),
        ("arms-containers-cumulative", 2),
        ("arms-containers-cumulative", 3),
        ("arms-containers-cumulative", 5),
        ("arms-containers-cumulative", 4),
        ("arms-containers-cumulative", 6),
        ("arms-containers-cumulative", 7),
    ];

    private static readonly (string Part, string Words)[] Parts = [("koksan", "Koksan guns"), ("mlrs", "launchers")];

    public static void Convert(Draft draft, DossierRecord transfer, string id)
    {
        if (transfer.Has("quantity")) Quantity(draft, transfer, id);
        for (var n = 0; n < transfer.Count("timeline"); n++) Timeline(draft, transfer, id, n);
    }

    private static void Quantity(Draft draft, DossierRecord transfer, string id)
    {
        var unit = transfer.Required("quantity.unit").Replace(' ', '_').ToUpperInvariant();
        var estimates = draft.Dossier.Ties("ESTIMATED").Where(tie => tie.Text("to") == transfer.BareId);
        QuantityClaims.Span(draft, transfer, id, "quantity", unit, "quantity", estimates);
        Beside("quantity.voyages", "voyages", "VOYAGES");
        Beside("quantity.containers", "containers", "CONTAINERS");
        Beside("quantity.tonnes", "weight", "TONNES");
        foreach (var (part, words) in Parts)
        {
            if (!transfer.Has($"quantity.breakdown.{part}")) continue;
            var claim = QuantityClaims.Number(draft, transfer, id, "quantity", unit, $"quantity.breakdown.{part}");
            QuantityClaims.Ranked(claim, "NORMAL", "One part of the whole.");
            claim.Set("qualifier", string.Join(' ', new[] { claim.Text("qualifier"), words }.OfType<string>()));
            QuantityClaims.Asserter(draft, claim, transfer, "quantity");
        }

        void Beside(string path, string property, string itsUnit)
        {
            if (transfer.Has(path)) QuantityClaims.Asserter(draft, QuantityClaims.Number(draft, transfer, id, property, itsUnit, path), transfer, "quantity");
        }
    }

    private static void Timeline(Draft draft, DossierRecord transfer, string id, int n)
    {
        var claim = draft.Claim(id, "containers");
        var floor = transfer.Number($"timeline.{n}.containersAtLeast");
        var figure = floor ?? transfer.Number($"timeline.{n}.containers")!.Value;
        var (record, index) = TimelinePassages[n];
        var passage = draft.Dossier.Record(record).Passages[index];
        var hedge = Figures.HedgeBefore(passage.Says, figure);
        if (floor is null) QuantityClaims.Single(claim, figure, "CONTAINERS", hedge);
        else QuantityClaims.Values(claim, figure, null, null, "CONTAINERS", "AT_LEAST");
        claim.Set("qualifier", hedge).Take(transfer, $"timeline.{n}.asOf", "asOf");
        claim.Set("assertedBy", draft.Dossier.Id(claim.Read(transfer, $"timeline.{n}.by")!));
        QuantityClaims.Ranked(claim, "NORMAL", "Successive cumulative figures of different counters; none is preferred.");
        draft.Ledger.Field(transfer.Key, $"timeline.{n}.{(floor is null ? "containers" : "containersAtLeast")}", claim.Id);
        claim.Cite(passage);
    }
}
