using System.Text.Json;

namespace FlowGraph.Tests.Dataset;

/// <summary>The files under <c>data/oil-for-troops</c> as JSON, and the inputs that they were made from.</summary>
internal static class ShippedDataset
{
    private const string Folder = "data/oil-for-troops";

    private static readonly Lazy<IReadOnlyDictionary<string, JsonElement>> AllRecords = new(ReadRecords);

    private static readonly Lazy<JsonElement> Evidence = new(() => Parse(File.ReadAllText(Path.Combine(Inputs, "dossier", "evidence.json"))));

    public static string Directory { get; } = Find();

    public static string Inputs => Path.Combine(Directory, "conversion");

    /// <summary>Nodes, edges and claims by id.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Records => AllRecords.Value;

    public static JsonElement Dossier => Evidence.Value;

    public static JsonElement Manifest => Parse(File.ReadAllText(Path.Combine(Directory, "dataset.json")));

    public static IReadOnlyList<JsonElement> Ledger => Lines(Path.Combine(Inputs, "ledger.jsonl"));

    public static IReadOnlyList<JsonElement> FoundingStatements => Lines(Path.Combine(Inputs, "dossier", "founding-statements.jsonl"));

    public static string Prefix(string id) => id[..id.IndexOf(':', StringComparison.Ordinal)];

    public static IEnumerable<JsonElement> Citations(JsonElement record) =>
        record.TryGetProperty("citations", out var citations) ? citations.EnumerateArray() : [];

    public static string? Text(JsonElement record, string field) =>
        record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Every text inside, at any depth.</summary>
    public static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Texts(field.Value)),
        _ => [],
    };

    private static Dictionary<string, JsonElement> ReadRecords()
    {
        return Manifest.GetProperty("files").EnumerateArray()
            .Select(file => file.GetString()!)
            .Where(file => file != "origins.jsonl")
            .SelectMany(file => Lines(Path.Combine(Directory, file)))
            .ToDictionary(record => record.GetProperty("id").GetString()!);
    }

    private static List<JsonElement> Lines(string file) => [.. File.ReadLines(file).Where(line => line.Length > 0).Select(Parse)];

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (System.IO.Directory.Exists(Path.Combine(at.FullName, Folder))) return Path.Combine(at.FullName, Folder);
        throw new DirectoryNotFoundException($"{Folder} is not above {AppContext.BaseDirectory}: run the tests inside the repository.");
    }
}
