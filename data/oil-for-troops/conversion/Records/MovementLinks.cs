using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>What a movement is part of, and which counts tell of the same flow.</summary>
internal static class MovementLinks
{
    public static void Convert(Draft draft, DossierRecord movement)
    {
        if (movement.Text("partOf") is { } whole) PartOf(draft, movement, "partOf", whole);
        foreach (var other in movement.List("alsoPartOf")) PartOf(draft, movement, "alsoPartOf", other);
        foreach (var other in movement.List("overlapsWith")) Overlap(draft, movement, other);
    }

    private static void PartOf(Draft draft, DossierRecord movement, string field, string whole)
    {
        var ties = draft.Dossier.Ties("PART_OF", movement.BareId, whole);
        var edge = draft.Implied(movement, field, "PART_OF", draft.Dossier.Id(movement.BareId), draft.Dossier.Id(whole), ties);
        if (field == "partOf") edge.Take(movement, "partOfBasis", "basis");
        foreach (var tie in ties) edge.Take(tie, "properties.basis", "basis");
        edge.Set("inferred", edge.Text("basis")!.StartsWith("Inferred", StringComparison.Ordinal));
    }

    // An overlap has no direction: the pair that the dossier stores both ways is one edge.
    private static void Overlap(Draft draft, DossierRecord movement, string other)
    {
        var (from, to) = (draft.Dossier.Id(movement.BareId), draft.Dossier.Id(other));
        var ties = draft.Dossier.Ties("OVERLAPS_WITH", movement.BareId, other);
        var reverse = $"overlaps-with:{other}--{movement.BareId}";
        RecordDraft edge;
        if (draft.Has(reverse))
        {
            edge = draft[reverse];
            draft.Ledger.Field(movement.Key, "overlapsWith", edge.Id);
            foreach (var tie in ties) draft.CiteTie(edge, tie);
        }
        else
        {
            edge = draft.Implied(movement, "overlapsWith", "OVERLAPS_WITH", from, to, ties).Set("inferred", false);
        }

        foreach (var tie in ties) edge.Take(tie, "properties.warning", "basis");
        edge.Take(movement, "overlapNote", "basis");
    }
}
