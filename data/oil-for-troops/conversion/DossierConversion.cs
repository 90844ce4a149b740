using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;
using FlowGraph.Conversion.Records;

namespace FlowGraph.Conversion;

/// <summary>Makes the files of the dataset, and the ledger, from the dossier and the decisions taken on it.</summary>
public static class DossierConversion
{
    private static readonly (string Prefix, string File)[] Files =
    [
        ("state", "states.jsonl"),
        ("port", "ports.jsonl"),
        ("facility", "facilities.jsonl"),
        ("area", "areas.jsonl"),
        ("vessel", "vessels.jsonl"),
        ("org", "organizations.jsonl"),
        ("person", "people.jsonl"),
        ("unit", "militaryUnits.jsonl"),
        ("shipment", "shipments.jsonl"),
        ("arms", "armsTransfers.jsonl"),
        ("deployment", "troopDeployments.jsonl"),
        ("exchange", "exchanges.jsonl"),
        ("sighting", "sightings.jsonl"),
        ("designation", "designations.jsonl"),
        ("agreement", "agreements.jsonl"),
        ("cap", "caps.jsonl"),
        ("statement", "statements.jsonl"),
        ("occurrence", "occurrences.jsonl"),
        ("dispute", "disputes.jsonl"),
        ("claim", "claims.jsonl"),
        ("source", "sources.jsonl"),
    ];

    /// <summary>File name, relative to the dataset's directory, to its text. <paramref name="inputDirectory"/> holds <c>dossier/</c> and <c>decisions/</c>.</summary>
    public static IReadOnlyDictionary<string, string> Run(string inputDirectory)
    {
        var decisions = Decisions.Read(inputDirectory);
        var eventTypes = decisions.Events.ToDictionary(entry => entry.Key, entry => entry.Value.Required("type"));
        var draft = new Draft(Dossier.Read(Path.Combine(inputDirectory, "dossier", "evidence.json"), eventTypes), decisions);
        Convert(draft);

        var files = draft.Records.ToLookup(record => Array.Find(Files, file => record.Id.StartsWith($"{file.Prefix}:", StringComparison.Ordinal)).File ?? "edges.jsonl");
        var texts = files.ToDictionary(file => file.Key, file => string.Concat(file.Select(record => record.ToLine() + "\n")));
        texts["dataset.json"] = ReleaseManifest.Write(draft, [.. Files.Select(file => file.File), "edges.jsonl", "origins.jsonl"]);
        texts["conversion/ledger.jsonl"] = draft.Ledger.Write(draft.Dossier.All);
        return texts;
    }

    // Sources first, for the outlets' names; movements before what speaks of them.
    private static void Convert(Draft draft)
    {
        SourceRecords.Convert(draft);
        EntityRecords.Convert(draft);
        PlaceRecords.Convert(draft);
        VesselRecords.Convert(draft);
        ShipmentRecords.Convert(draft);
        ArmsRecords.Convert(draft);
        DeploymentRecords.Convert(draft);
        CasualtyRecords.Convert(draft);
        SightingRecords.Convert(draft);
        DesignationRecords.Convert(draft);
        AgreementRecords.Convert(draft);
        ReadingClaims.Convert(draft);
        ExchangeRecord.Convert(draft);
        TieRecords.Convert(draft);
        EventRecords.Convert(draft);
        FoundingRecords.Convert(draft);
        DisputeRecords.Convert(draft);
        ClaimAuthors.Convert(draft);
    }
}
