using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

internal static class ShipmentRecords
{
    public static void Convert(Draft draft)
    {
        foreach (var shipment in draft.Dossier["shipments"])
        {
            var node = Node(draft, shipment);
            Figures(draft, shipment, node.Id);
            Parties(draft, shipment, node.Id);
            Vessels(draft, shipment, node.Id);
            if (shipment.Text("kind") == "VOYAGE") ShipmentCalls.Voyage(draft, shipment, node.Id);
            else ShipmentCalls.Series(draft, shipment, node.Id);
            MovementLinks.Convert(draft, shipment);
        }
    }

    private static RecordDraft Node(Draft draft, DossierRecord shipment)
    {
        var node = draft.Node(shipment).Take(shipment, "name").Take(shipment, "kind", "form");
        var status = node.Read(shipment, "status");
        if (status == "PLANNED") node.Set("modality", "PLANNED");
        node.Take(shipment, "commodity").Take(shipment, "mode", "transport");
        node.Set("observation", status switch
        {
            "OBSERVED_AT_LOADING_PORT" => "AT_LOADING_PORT",
            "OBSERVED_AIS_DESTINATION_SIGNALLED" => "AIS_DESTINATION_SIGNALLED",
            _ => null,
        });
        node.Take(shipment, "countingGroup").Take(shipment, "includeInTotals");
        node.Set("aggregate", false).Take(shipment, "aggregate").Take(shipment, "countNote").Take(shipment, "vesselsComplete");
        node.Set("when", When(node, shipment));
        return node.Describe(shipment, "vesselCount.note", "tonnesNote", "shareByUnListedVessels.note", "vesselsNote", "exporterNote", "dateNote", "endDateNote");
    }

    private static string? When(RecordDraft node, DossierRecord shipment)
    {
        node.Read(shipment, "datePrecision");
        var span = Naming.Span(node.Read(shipment, "startDate"), node.Read(shipment, "endDate"));
        if (span is not null) return span;
        node.Read(shipment, "loadedAt.precision");
        var loaded = node.Read(shipment, "loadedAt.date");

        // One call whose arrival Lloyd's List and VOA date to two days.
        return shipment.BareId == "voyage-2024-10-20-chon-ma-san" ? "2024-10-19/2024-10-20" : loaded;
    }

    private static void Figures(Draft draft, DossierRecord shipment, string id)
    {
        QuantityClaims.Span(draft, shipment, id, "barrels", "BARRELS", "barrels", draft.Dossier.Ties("ESTIMATED").Where(tie => tie.Text("to") == shipment.BareId));
        if (shipment.Has("trips")) QuantityClaims.Number(draft, shipment, id, "trips", "VOYAGES", "trips");
        QuantityClaims.Span(draft, shipment, id, "vesselCount", "VESSELS", "vesselCount");
        QuantityClaims.Span(draft, shipment, id, "weight", "TONNES", "tonnes");
        QuantityClaims.Span(draft, shipment, id, "unListedShare", "SHARE", "shareByUnListedVessels");
        if (shipment.Has("tonnesAsReported")) DoubtfulWeight(draft, shipment, id);
        foreach (var (field, place) in (ReadOnlySpan<(string, string)>)[("tankCars.tumangang", "Tumangang"), ("tankCars.khasan", "Khasan")])
        {
            if (!shipment.Has(field)) continue;
            var claim = QuantityClaims.Number(draft, shipment, id, "tankCars", "RAILCARS", field).Set("qualifier", $"at {place}");
            QuantityClaims.Ranked(claim, "NORMAL", "Counted at two places; no source gives a total.");
        }
    }

    // The weight stands in a passage of the dispute, not of the series.
    private static void DoubtfulWeight(Draft draft, DossierRecord shipment, string id)
    {
        var dispute = draft.Dossier.Record("dispute-56000-tonnes");
        var claim = draft.Claim(id, "weight");
        QuantityClaims.Single(claim, shipment.Number("tonnesAsReported")!.Value, "TONNES", null);
        QuantityClaims.Ranked(claim, "DEPRECATED", dispute.Required("reading"));
        draft.Ledger.Field(shipment.Key, "tonnesAsReported", claim.Id);
        foreach (var passage in dispute.Passages.Where(passage => passage.IsDisputed)) claim.Cite(passage, stance: "SUPPORTS");
    }

    private static void Parties(Draft draft, DossierRecord shipment, string id)
    {
        var flows = (DossierRecord[])
        [
            .. draft.Dossier.Ties("COMMODITY_FLOW", shipment.BareId, shipment.Required("importer")),
            .. draft.Dossier.Ties("PLANNED_COMMODITY_FLOW", shipment.BareId, shipment.Required("importer")),
        ];
        draft.Implied(shipment, "importer", "RECEIVED_BY", id, draft.Dossier.Id(shipment.Required("importer")), flows);
        foreach (var flow in flows)
        {
            draft.Ledger.Field(flow.Key, "properties.commodity", id);
            draft.Ledger.Field(flow.Key, "properties.status", id);
        }

        if (shipment.Text("exporter") is not { } exporter) return;
        var supplied = draft.Implied(shipment, "exporter", "SUPPLIED_BY", id, draft.Dossier.Id(exporter), flows);
        foreach (var flow in flows) draft.Ledger.Field(flow.Key, "properties.exporter", supplied.Id);
    }

    private static void Vessels(Draft draft, DossierRecord shipment, string id)
    {
        foreach (var vessel in shipment.List("vessels"))
            draft.Implied(shipment, "vessels", "CARRIED_BY", id, draft.Dossier.Id(vessel));
        if (shipment.Text("candidateVessel") is not { } candidate) return;
        draft.Implied(shipment, "candidateVessel", "POSSIBLY_CARRIED_BY", id, draft.Dossier.Id(candidate))
            .Set("standing", "POSSIBLE").Take(shipment, "candidateBasis", "basis").Set("kind", "DERIVED");
    }
}
