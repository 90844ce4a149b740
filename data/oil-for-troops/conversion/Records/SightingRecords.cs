using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

internal static class SightingRecords
{
    public static void Convert(Draft draft)
    {
        foreach (var sighting in draft.Dossier["vesselSightings"]) Sighting(draft, sighting);
        foreach (var tie in draft.Dossier.Ties("MOORED_AT")) Moored(draft, tie);
    }

    private static void Sighting(Draft draft, DossierRecord sighting)
    {
        var node = draft.Node(sighting);
        node.Set("name", $"{ArmsRecords.ShortName(draft, sighting.Required("vessel"))}: {sighting.Required("place")}, {sighting.Required("date")}");
        node.Take(sighting, "date", "when").Take(sighting, "place", "placeAsReported").Read(sighting, "precision");
        draft.Implied(sighting, "vessel", "SAW", node.Id, draft.Dossier.Id(sighting.Required("vessel")));
        if (sighting.Text("near") is { } near) draft.Implied(sighting, "near", "SEEN_NEAR", node.Id, draft.Dossier.Id(near));
    }

    private static void Moored(Draft draft, DossierRecord tie)
    {
        var (vessel, yard, date) = (tie.Required("from"), tie.Required("to"), tie.Required("properties.date"));
        var node = draft.New($"sighting:moored-{date}-{vessel}").CiteAll(tie.Passages);
        node.Set("name", $"{ArmsRecords.ShortName(draft, vessel)}: {ArmsRecords.ShortName(draft, yard)}, {date}");
        node.Take(tie, "properties.date", "when").Set("placeAsReported", ArmsRecords.ShortName(draft, yard));
        foreach (var field in (string[])["type", "properties.datePrecision"]) node.Read(tie, field);
        draft.Implied(tie, "from", "SAW", node.Id, draft.Dossier.Id(vessel));
        draft.Implied(tie, "to", "SEEN_NEAR", node.Id, draft.Dossier.Id(yard));
    }
}
