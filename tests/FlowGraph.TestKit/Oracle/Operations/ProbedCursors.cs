using System.Text.Json;

namespace FlowGraph.TestKit.Oracle.Operations;

/// <summary>Cursors for the variables of a random operation that want one.</summary>
public static class ProbedCursors
{
    /// <summary>Cuts a cursor for each variable that wants one, puts it there, and remembers from which row it is.</summary>
    /// <param name="ask">A query → the body of its response.</param>
    public static async Task<Dictionary<string, (string Id, string Tie)>> FillAsync(RandomOperation operation, Func<string, Task<string>> ask)
    {
        var cursors = new Dictionary<string, (string, string)>();
        foreach (var probe in operation.Cursors)
        {
            using var answer = JsonDocument.Parse(await ask(probe.Query));
            // An order that is wrong on purpose has no page to cut a cursor from.
            if (!answer.RootElement.TryGetProperty("data", out var data) || Edges(data) is not { Count: > 0 } edges)
                continue;
            // Any will do; the middle is neither the first nor the last.
            var edge = edges[edges.Count / 2];
            var cursor = edge.GetProperty("cursor").GetString()!;
            cursors[cursor] = (edge.GetProperty("node").GetProperty("id").GetString()!, edge.TryGetProperty("factId", out var fact) ? fact.GetString()! : "");
            operation.Variables[probe.Variable] = cursor;
        }
        return cursors;
    }

    private static List<JsonElement> Edges(JsonElement element) => element.ValueKind != JsonValueKind.Object ? []
        : element.TryGetProperty("edges", out var edges) ? [.. edges.EnumerateArray()]
        : [.. element.EnumerateObject().SelectMany(field => Edges(field.Value))];
}
