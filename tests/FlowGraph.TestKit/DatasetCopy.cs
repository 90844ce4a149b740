using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowGraph.TestKit;

/// <summary>A changed copy of the shipped dataset in a temporary folder, deleted at the end.</summary>
public sealed class DatasetCopy : IDisposable
{
    private DatasetCopy() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "flowgraph-" + Guid.NewGuid().ToString("N"));

    /// <summary>The shipped files, each line as <paramref name="change"/> makes it; null drops the line.</summary>
    public static DatasetCopy Of(Func<string, JsonObject, JsonObject?> change)
    {
        var copy = new DatasetCopy();
        var shipped = Repository.PathOf("data", "oil-for-troops");
        File.Copy(Path.Combine(shipped, "dataset.json"), Path.Combine(copy.Folder, "dataset.json"));
        foreach (var file in Directory.GetFiles(shipped, "*.jsonl"))
        {
            var lines = File.ReadLines(file).Where(line => line.Length > 0)
                .Select(line => change(Path.GetFileName(file), JsonNode.Parse(line)!.AsObject()))
                .Where(record => record is not null)
                .Select(record => record!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
            File.WriteAllText(Path.Combine(copy.Folder, Path.GetFileName(file)), string.Concat(lines.Select(line => line + "\n")));
        }
        return copy;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
