using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowGraph.Conversion.Output;

internal static class DatasetText
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(OneLine) { WriteIndented = true, NewLine = "\n" };

    public static string Line(JsonNode record) => record.ToJsonString(OneLine);

    public static string Document(JsonNode document) => document.ToJsonString(Indented) + "\n";

    public static string Kebab(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    public static string Bare(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
