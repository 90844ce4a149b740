using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>Where oil was loaded, seen, signalled or counted.</summary>
internal static class ShipmentCalls
{
    public static void Voyage(Draft draft, DossierRecord voyage, string id)
    {
        var loading = Call(draft, voyage, "loadedAt.port", "LOADED_AT", id, "OBSERVED", LoadingTies(draft, voyage));
        loading.Set("when", loading.Read(voyage, "loadedAt.date"));
        draft.Ledger.Field(voyage.Key, "from", loading.Id);
        if (voyage.Has("departed")) Departure(draft, voyage, id);
        if (!voyage.Has("to")) return;

        var delivered = Ties(draft, voyage, "DELIVERED_TO");
        var signalled = Ties(draft, voyage, "SIGNALLED_DESTINATION");
        var bound = Call(draft, voyage, "to", "BOUND_FOR", id, signalled.Count > 0 ? "SIGNALLED" : "REPORTED", [.. delivered, .. signalled]);
        foreach (var tie in (DossierRecord[])[.. delivered, .. signalled])
        {
            bound.Take(tie, "properties.basis", "note");
            draft.Ledger.Field(tie.Key, "properties.shipment", id);
        }

        if (!voyage.Has("arrived")) return;

        // A date of sighting: the ship was seen there, which is no proof of discharge.
        foreach (var field in (string[])["arrived.port", "arrived.precision"]) bound.Read(voyage, field);
        bound.Set("basis", "OBSERVED").Set("when", bound.Read(voyage, "arrived.date")).Take(voyage, "arrived.note", "note");
    }

    public static void Series(Draft draft, DossierRecord series, string id)
    {
        // VOA counted discharges; the tank cars were counted at both ends of a border crossing; a charter notice only plans.
        var (from, to, basis) = series.BareId switch
        {
            _ when series.BareId.StartsWith("nampo-arrivals-", StringComparison.Ordinal) => ("LOADED_AT", "DISCHARGED_AT", "REPORTED"),
            _ when series.Has("tankCars") => ("DEPARTED_FROM", "BOUND_FOR", "INFERRED"),
            _ when series.Text("status") == "PLANNED" => ("LOADED_AT", "BOUND_FOR", "PLANNED"),
            _ => ("LOADED_AT", "BOUND_FOR", "REPORTED"),
        };
        if (series.Has("from")) Call(draft, series, "from", from, id, basis, []);
        if (series.Has("to")) Call(draft, series, "to", to, id, basis, []);
    }

    private static RecordDraft Call(Draft draft, DossierRecord shipment, string field, string type, string id, string basis, IEnumerable<DossierRecord> ties) =>
        draft.Implied(shipment, field, type, id, draft.Dossier.Id(shipment.Required(field)), ties).Set("basis", basis);

    private static void Departure(Draft draft, DossierRecord voyage, string id)
    {
        var edge = Call(draft, voyage, "departed.port", "DEPARTED_FROM", id, "OBSERVED", []);
        edge.Set("when", edge.Read(voyage, "departed.date")).Take(voyage, "departed.note", "note").Read(voyage, "departed.precision");
    }

    private static List<DossierRecord> LoadingTies(Draft draft, DossierRecord voyage)
    {
        var ties = Ties(draft, voyage, "LOADED_AT");
        foreach (var tie in ties)
            foreach (var field in (string[])["properties.date", "properties.datePrecision", "properties.shipment"])
                draft.Ledger.Field(tie.Key, field, draft.Dossier.Id(voyage.BareId));
        return ties;
    }

    private static List<DossierRecord> Ties(Draft draft, DossierRecord voyage, string type) =>
        [.. draft.Dossier.Ties(type).Where(tie => tie.Text("properties.shipment") == voyage.BareId)];
}
