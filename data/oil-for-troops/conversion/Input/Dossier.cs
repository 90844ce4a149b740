using System.Text.Json;

namespace FlowGraph.Conversion.Input;

/// <summary>The evidence file, record by record, with the ids that its records get in the dataset.</summary>
internal sealed class Dossier
{
    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["sources"] = "source",
        ["referencedWorks"] = "source",
        ["states"] = "state",
        ["vessels"] = "vessel",
        ["organizations"] = "org",
        ["militaryUnits"] = "unit",
        ["people"] = "person",
        ["sanctions"] = "designation",
        ["shipments"] = "shipment",
        ["vesselSightings"] = "sighting",
        ["troopDeployments"] = "deployment",
        ["armsTransfers"] = "arms",
        ["agreements"] = "agreement",
        ["disputes"] = "dispute",
    };

    private readonly Dictionary<string, IReadOnlyList<DossierRecord>> _categories = [];
    private readonly Dictionary<string, DossierRecord> _byBareId = [];
    private readonly Dictionary<string, string> _ids = [];
    private readonly ILookup<(string Type, string From, string To), DossierRecord> _ties;

    private Dossier(JsonElement root, IReadOnlyDictionary<string, string> eventTypes)
    {
        foreach (var category in root.EnumerateObject())
        {
            if (category.Value.ValueKind == JsonValueKind.Object)
                _categories[category.Name] = [new DossierRecord(category.Name, category.Name, category.Value)];
            else if (category.Name == "relationships")
                _categories[category.Name] = Relationships(category.Value);
            else
                _categories[category.Name] = [.. category.Value.EnumerateArray().Select(json => Named(category.Name, json, eventTypes))];
        }

        _ties = this["relationships"].ToLookup(tie => (tie.Required("type"), tie.Required("from"), tie.Required("to")));
    }

    public IReadOnlyList<DossierRecord> this[string category] => _categories[category];

    public IEnumerable<DossierRecord> All => _categories.Values.SelectMany(records => records);

    public static Dossier Read(string file, IReadOnlyDictionary<string, string> eventTypes)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return new Dossier(document.RootElement.Clone(), eventTypes);
    }

    public DossierRecord Record(string bareId) => _byBareId[bareId];

    /// <summary>The dataset's id of a dossier id: <c>angara</c> → <c>vessel:angara</c>.</summary>
    public string Id(string bareId) =>
        _ids.TryGetValue(bareId, out var id) ? id : throw new InvalidDataException($"The dossier refers to '{bareId}', which it does not hold.");

    public IReadOnlyList<DossierRecord> Ties(string type, string from, string to) => [.. _ties[(type, from, to)]];

    public IEnumerable<DossierRecord> Ties(string type) => this["relationships"].Where(tie => tie.Text("type") == type);

    public static string PlaceType(string kind) => kind switch
    {
        "SEAPORT" => "port",
        "EMBARKATION_AREA" or "TRAINING_AREA" or "OPERATING_AREA" => "area",
        _ => "facility",
    };

    private static List<DossierRecord> Relationships(JsonElement list)
    {
        var seen = new Dictionary<string, int>();
        var records = new List<DossierRecord>();
        foreach (var json in list.EnumerateArray())
        {
            var key = $"relationships/{json.GetProperty("type")}/{json.GetProperty("from")}/{json.GetProperty("to")}";
            seen[key] = seen.GetValueOrDefault(key) + 1;
            records.Add(new DossierRecord(seen[key] == 1 ? key : $"{key}/{seen[key]}", "", json));
        }

        return records;
    }

    private DossierRecord Named(string category, JsonElement json, IReadOnlyDictionary<string, string> eventTypes)
    {
        var bareId = json.GetProperty("id").GetString()!;
        var record = new DossierRecord($"{category}/{bareId}", bareId, json);
        _byBareId.Add(bareId, record);
        var prefix = category switch
        {
            "ports" => PlaceType(record.Required("kind")),
            "events" => eventTypes[bareId],
            _ => Prefixes.GetValueOrDefault(category),
        };
        if (prefix is not null) _ids.Add(bareId, $"{prefix}:{bareId}");
        return record;
    }
}
