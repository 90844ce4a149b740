using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

internal static class ArmsRecords
{
    public static void Convert(Draft draft)
    {
        foreach (var transfer in draft.Dossier["armsTransfers"])
        {
            var node = Node(draft, transfer);
            ArmsFigures.Convert(draft, transfer, node.Id);
            Parties(draft, transfer, node.Id);
            Carriers(draft, transfer, node.Id);
            Calls(draft, transfer, node.Id);
            MovementLinks.Convert(draft, transfer);
        }
    }

    private static RecordDraft Node(Draft draft, DossierRecord transfer)
    {
        var node = draft.Node(transfer);
        node.Read(transfer, "datePrecision");
        var when = Naming.Span(node.Read(transfer, "date"), node.Read(transfer, "endDate"))!;
        node.Set("name", Name(draft, transfer, when)).Set("when", when);
        node.Take(transfer, "kind", "form").Take(transfer, "materiel").Take(transfer, "mode", "transport");
        node.Take(transfer, "countingGroup").Take(transfer, "includeInTotals");
        node.Set("aggregate", transfer.Text("kind") is "SERIES" or "CUMULATIVE" or "RATE");
        node.Take(transfer, "countNote").Take(transfer, "routeNote").Take(transfer, "usedIn");
        return node.Describe(transfer, "dateNote", "modeNote", "vesselsNote");
    }

    private static string Name(Draft draft, DossierRecord transfer, string when)
    {
        var estimator = transfer.Text("quantity.estimator") is { } by ? $" ({ShortName(draft, by)})" : "";
        var ship = transfer.Text("vessel") is { } vessel ? $", on {ShortName(draft, vessel)}" : "";
        var route = transfer.Text("usedIn") is { } used
            ? $" used in {used}"
            : $": {ShortName(draft, transfer.Text("from") ?? transfer.Required("supplier"))} to {ShortName(draft, transfer.Text("to") ?? transfer.Required("recipient"))}";
        return $"{transfer.Required("materiel")}{ship}{route}, {Naming.InName(when)}{estimator}";
    }

    /// <summary>An organization's acronym, a state's common name, else the name.</summary>
    public static string ShortName(Draft draft, string bareId)
    {
        var record = draft[draft.Dossier.Id(bareId)];
        return record.Text("acronym") ?? record.Text("commonName") ?? record.Text("name")!;
    }

    private static void Parties(Draft draft, DossierRecord transfer, string id)
    {
        draft.Implied(transfer, "supplier", "SUPPLIED_BY", id, draft.Dossier.Id(transfer.Required("supplier")));
        draft.Implied(transfer, "recipient", "RECEIVED_BY", id, draft.Dossier.Id(transfer.Required("recipient")));
        if (transfer.Text("recipientOrganization") is not { } organization) return;
        var ties = draft.Dossier.Ties("RECEIVED", organization, transfer.BareId);
        var edge = draft.Implied(transfer, "recipientOrganization", "RECEIVED_BY", id, draft.Dossier.Id(organization), ties);
        foreach (var tie in ties)
        {
            edge.Set("when", edge.Read(tie, "properties.date"));
            draft.Ledger.DropField(tie.Key, "properties.accordingTo", "RECEIVED_BY names no author; the passage of the edge does");
        }
    }

    private static void Carriers(Draft draft, DossierRecord transfer, string id)
    {
        if (transfer.Text("vessel") is { } ship) Carrier("vessel", "CARRIED_BY", ship);
        foreach (var vessel in transfer.List("vessels")) Carrier("vessels", "CARRIED_BY", vessel);
        if (transfer.Text("carrier") is { } airline) Carrier("carrier", "FLOWN_BY", airline);

        void Carrier(string field, string type, string carrier)
        {
            var ties = draft.Dossier.Ties("CARRIED", carrier, transfer.BareId);
            draft.Implied(transfer, field, type, id, draft.Dossier.Id(carrier), ties);
            foreach (var tie in ties)
                foreach (var property in (string[])["properties.date", "properties.datePrecision"])
                    draft.Ledger.DropField(tie.Key, property, "repeats the start of the record's own date");
        }
    }

    private static void Calls(Draft draft, DossierRecord transfer, string id)
    {
        var basis = transfer.Text("kind") == "OBSERVATION" ? "OBSERVED" : "REPORTED";
        if (transfer.Text("from") is { } from)
        {
            draft.Implied(transfer, "from", "LOADED_AT", id, draft.Dossier.Id(from))
                .Set("basis", transfer.Has("directionNote") ? "INFERRED" : basis)
                .Take(transfer, "directionNote", "note");
        }

        if (transfer.Text("to") is { } to)
            draft.Implied(transfer, "to", "DISCHARGED_AT", id, draft.Dossier.Id(to)).Set("basis", basis).Take(transfer, "toNote", "note");
        foreach (var also in transfer.List("alsoTo"))
            draft.Implied(transfer, "alsoTo", "DISCHARGED_AT", id, draft.Dossier.Id(also)).Set("basis", basis);
        if (transfer.Text("onwardTo") is { } onward)
        {
            draft.Implied(transfer, "onwardTo", "DELIVERED_ONWARD_TO", id, draft.Dossier.Id(onward), draft.Dossier.Ties("RECEIVED", onward, transfer.BareId))
                .Set("basis", basis);
        }
    }
}
