using System.Collections.Immutable;
using System.Text.Json;

namespace FlowGraph.Benchmarks;

/// <summary>Whether answers of different shapes say the same: their values, read from start to end, without those that are missing.</summary>
internal static class Neo4jAnswers
{
    /// <param name="ordered">False: in any order, but the records that the page is made of in the same.</param>
    public static void RequireSame(Neo4jQuestion question, string body, (string Name, byte[] Answer) ours, (string Name, byte[] Answer) other, bool ordered)
    {
        var (left, right) = (Values(body, ours), Values(body, other));
        var same = ordered ? left.SequenceEqual(right) : left.Order().SequenceEqual(right.Order()) && Shipments(left).SequenceEqual(Shipments(right));
        if (same)
            return;
        var place = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        throw new BenchmarkException(ExitCode.ServiceMissing,
            $"{question.Title}: {ours.Name} gives {left.Length} values and {other.Name} {right.Length} to {body}; the first difference is number {place + 1}: "
            + $"{left.ElementAtOrDefault(place)} and {right.ElementAtOrDefault(place)}. Expected the same from both: is the database's release of this model?");
    }

    private static IEnumerable<string> Shipments(IEnumerable<string> values) => values.Where(value => value.StartsWith("shipment:", StringComparison.Ordinal));

    private static ImmutableArray<string> Values(string body, (string Name, byte[] Answer) given)
    {
        using var document = JsonDocument.Parse(given.Answer);
        var root = document.RootElement;
        if (root.TryGetProperty("errors", out var errors))
            throw new BenchmarkException(ExitCode.ServiceMissing, $"{given.Name} answers {errors} to {body}, expected data.");
        var data = root.GetProperty("data");
        // The Query API: names of the columns beside the rows.
        return [.. Leaves(data.TryGetProperty("values", out var rows) ? rows : data)];
    }

    private static IEnumerable<string> Leaves(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Leaves(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.Null => [],
        _ => [element.ToString()],
    };
}
