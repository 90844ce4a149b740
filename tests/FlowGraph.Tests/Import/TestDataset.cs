using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.Import;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Import;

/// <summary>A copy of the small valid dataset in <c>tests/damaged/base</c> that a test changes and imports.</summary>
internal sealed class TestDataset : IDisposable
{
    private readonly Dictionary<string, List<JsonObject>> _files;

    private TestDataset(JsonObject manifest, Dictionary<string, List<JsonObject>> files)
    {
        Manifest = manifest;
        _files = files;
    }

    public static string DamagedFolder { get; } = Repository.PathOf("tests", "damaged");

    public static string BaseFolder { get; } = Path.Combine(DamagedFolder, "base");

    public JsonObject Manifest { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("flowgraph-dataset-").FullName;

    public IEnumerable<JsonObject> Records => _files.Values.SelectMany(records => records);

    public static TestDataset Base()
    {
        var manifest = Parse(File.ReadAllText(Path.Combine(BaseFolder, "dataset.json")));
        var files = manifest["files"]!.AsArray().Select(name => (string)name!)
            .ToDictionary(name => name, name => File.ReadLines(Path.Combine(BaseFolder, name)).Select(Parse).ToList());
        return new TestDataset(manifest, files);
    }

    public JsonObject Record(string id) => Records.Single(record => (string)record["id"]! == id);

    public JsonArray Citations(string id) => Record(id)["citations"]!.AsArray();

    public void Add(string file, string json)
    {
        if (!_files.TryGetValue(file, out var records))
        {
            _files.Add(file, records = []);
            Manifest["files"]!.AsArray().Add(file);
        }

        records.Add(Parse(json));
    }

    public void Remove(string id)
    {
        foreach (var records in _files.Values)
            records.RemoveAll(record => (string)record["id"]! == id);
    }

    /// <summary>The files of a case of <c>tests/damaged</c>, and of <c>base</c> what it does not have.</summary>
    public static TestDataset Damaged(string name)
    {
        var dataset = Base();
        dataset.Write();
        foreach (var file in Directory.EnumerateFiles(BaseFolder).Concat(Directory.EnumerateFiles(Path.Combine(DamagedFolder, name), "*.json*")))
            File.Copy(file, Path.Combine(dataset.Folder, Path.GetFileName(file)), overwrite: true);
        return dataset;
    }

    /// <summary>Cites <paramref name="source"/> on a record, after the citations it has.</summary>
    public void Cite(string id, string source, string grade, string? evidenceType = null, string? stance = null, string? property = null, string? scope = null)
    {
        var citations = Citations(id);
        citations.Add(new JsonObject
        {
            ["id"] = $"citation:{id.Replace(':', '-')}--{source.Split(':')[1]}--{citations.Count + 1}",
            ["source"] = source,
            ["locator"] = "paragraph 3",
            ["locatorKind"] = "PARAGRAPH",
            ["paraphrase"] = "It says so.",
            ["grade"] = grade,
            ["evidenceType"] = evidenceType,
            ["stance"] = stance,
            ["property"] = property,
            ["scope"] = scope,
        });
    }

    /// <summary>Takes the citations of a record away, so that a test gives it its own.</summary>
    public void Uncite(string id) => Citations(id).Clear();

    /// <summary>Adds a source that is no primary one; with <paramref name="origin"/> also an entry that says whose word it relays.</summary>
    public void AddSource(string id, string publisher, string? origin = null)
    {
        Add("sources.jsonl", $$"""{"id": "{{id}}", "title": "Story", "publisher": "{{publisher}}", "category": "NEWS_REPORT", "primary": false, "textRead": true}""");
        if (origin is not null)
            AddOrigin(id, origin);
    }

    public void AddOrigin(string source, string origin, params string[] facts)
    {
        var id = $"origin:{source.Split(':')[1]}--{origin.Split(':')[1]}--{_files["origins.jsonl"].Count}";
        Add("origins.jsonl", $$"""{"id": "{{id}}", "source": "{{source}}", "origin": "{{origin}}", "basis": "STATED", "why": "It says so.", "facts": {{JsonSerializer.Serialize(facts)}}}""");
    }

    public ImportResult Import()
    {
        Write();
        return DatasetImport.Read(Folder, ShippedModel.Instance, TestContext.Current.CancellationToken);
    }

    /// <summary>The release; the test fails with the diagnostics when there is none.</summary>
    public GraphRelease Release()
    {
        var result = Import();
        Assert.True(result.Release is not null, string.Join('\n', result.Diagnostics));
        return result.Release;
    }

    public void Write()
    {
        File.WriteAllText(Path.Combine(Folder, "dataset.json"), Manifest.ToJsonString());
        foreach (var (name, records) in _files)
            File.WriteAllLines(Path.Combine(Folder, name), records.Select(record => record.ToJsonString()));
    }

    /// <summary>For tests that only read what the dataset gives.</summary>
    public T Using<T>(Func<TestDataset, T> read)
    {
        using (this)
            return read(this);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}

internal static class ReleaseReading
{
    /// <summary>A property of the node or edge with this id.</summary>
    public static object? Value(this GraphRelease release, string id, string property) =>
        release.Nodes.FirstOrDefault(node => node.Id == id) is { } node ? node[property] : release.Edges.Single(edge => edge.Id == id)[property];
}
