using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;

namespace FlowGraph.IntegrationTests.Loading;

/// <summary>The shipped dataset as a later release would have it: a record more, an edge less, one that leads elsewhere, changed values, exchanged keys.</summary>
internal static class ChangedDataset
{
    public const string Added = "person:added-for-a-test";
    public const string Removed = "about:dispute-56000-tonnes--osc-43-trips-2024";
    public const string Moved = "about:dispute-43-trips-or-tankers--osc-43-trips-2024";

    private static readonly Dictionary<string, string> _exchanged = new() { ["CN"] = "CY", ["CY"] = "CN", ["CHN"] = "CYP", ["CYP"] = "CHN" };

    public static DatasetCopy Create()
    {
        string? target = null;
        var dataset = DatasetCopy.Of((file, record) =>
        {
            var id = (string)record["id"]!;
            if (file == "states.jsonl")
                (record["iso2"], record["iso3"]) = (Exchanged(record["iso2"]), Exchanged(record["iso3"]));
            if (file == "ports.jsonl")
                record["description"] = $"Changed for a test: {id}.";
            if (file == "shipments.jsonl" && id != "shipment:osc-43-trips-2024")
                target ??= id;
            return id == Removed ? null : record;
        });
        Edit(dataset, "edges.jsonl", text => text.Replace($"\"id\":\"{Moved}\",\"from\":\"dispute:dispute-43-trips-or-tankers\",\"to\":\"shipment:osc-43-trips-2024\"",
            $"\"id\":\"{Moved}\",\"from\":\"dispute:dispute-43-trips-or-tankers\",\"to\":\"{target}\"", StringComparison.Ordinal));
        Edit(dataset, "people.jsonl", text => text + Person(text.Split('\n')[0]) + "\n");
        Edit(dataset, "dataset.json", text => text.Replace("\"1.0.0\"", "\"1.1.0\"", StringComparison.Ordinal));
        return dataset;
    }

    private static string Exchanged(JsonNode? code) => _exchanged.GetValueOrDefault((string)code!, (string)code!); // every state has its codes

    private static string Person(string model)
    {
        var person = JsonNode.Parse(model)!.AsObject();
        person["id"] = Added;
        person["name"] = "Added for a test";
        var citations = person["citations"]!.AsArray();
        for (var i = 0; i < citations.Count; i++)
            citations[i]!["id"] = $"citation:added-for-a-test--{i}";
        return person.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static void Edit(DatasetCopy dataset, string file, Func<string, string> change)
    {
        var path = Path.Combine(dataset.Folder, file);
        var text = File.ReadAllText(path);
        var changed = change(text);
        Xunit.Assert.NotEqual(text, changed);
        File.WriteAllText(path, changed);
    }
}
