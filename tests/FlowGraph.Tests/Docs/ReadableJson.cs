using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;

namespace FlowGraph.Tests.Docs;

/// <summary>JSON for a page: what fits a line stands on one.</summary>
internal static class ReadableJson
{
    public static string Write(JsonNode? node, int width)
    {
        var text = new StringBuilder();
        Write(node, text, 0, width, 0);
        return text.ToString();
    }

    private static void Write(JsonNode? node, StringBuilder text, int indent, int width, int used)
    {
        var line = Line(node);
        if (node is JsonValue or null || indent + used + line.Length <= width)
        {
            text.Append(line);
            return;
        }
        var (open, close) = node is JsonObject ? ('{', '}') : ('[', ']');
        var items = node is JsonObject fields ? fields.Select(field => (Key: $"\"{field.Key}\": ", field.Value)) : node.AsArray().Select(item => (Key: "", Value: item));
        text.Append(open);
        var separator = "\n";
        foreach (var (key, value) in items)
        {
            text.Append(separator).Append(' ', indent + 2).Append(key);
            Write(value, text, indent + 2, width, key.Length);
            separator = ",\n";
        }
        text.Append('\n').Append(' ', indent).Append(close);
    }

    private static string Line(JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } fields => $"{{ {string.Join(", ", fields.Select(field => $"\"{field.Key}\": {Line(field.Value)}"))} }}",
        JsonArray { Count: > 0 } items => $"[{string.Join(", ", items.Select(Line))}]",
        null => "null",
        _ => node.ToJsonString(TestApplication.Readable),
    };
}
