using System.Text.Json;

namespace FlowGraph.TestKit.Oracle;

/// <summary>Two answers as JSON: the same values under the same keys in the same order, and errors in both or in neither.</summary>
public static class AnswerComparison
{
    /// <returns>What differs, or null.</returns>
    public static string? Difference(JsonElement expected, JsonElement found)
    {
        var data = expected.TryGetProperty("data", out var left) && found.TryGetProperty("data", out var right)
            ? Difference(left, right, "data")
            : "one of them has no data";
        return data ?? Errors(Paths(expected), Paths(found));
    }

    // The engine stops at the first null that takes an object away, the oracle looks at all its fields: it may have more to say, never less.
    private static string? Errors(HashSet<string> expected, HashSet<string> found) =>
        found.Count == 0 && expected.Count > 0 ? $"expected errors at {string.Join(", ", expected)}, found none"
        : found.IsSubsetOf(expected) ? null : $"expected errors at {string.Join(", ", expected)}, found {string.Join(", ", found)}";

    private static HashSet<string> Paths(JsonElement answer) => answer.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(error => error.TryGetProperty("path", out var path) ? path.GetRawText() : "no path")]
        : [];

    private static string? Difference(JsonElement expected, JsonElement found, string path)
    {
        if (expected.ValueKind == JsonValueKind.String && expected.GetString() == OracleExecutor.Cursor)
            return found.ValueKind == JsonValueKind.String && found.GetString()!.Length > 8 ? null : Differ(expected, found, path);
        if (expected.ValueKind != found.ValueKind)
            return Differ(expected, found, path);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                var (left, right) = (expected.EnumerateObject().ToList(), found.EnumerateObject().ToList());
                if (!left.Select(field => field.Name).SequenceEqual(right.Select(field => field.Name)))
                    return $"{path}: expected the keys {string.Join(", ", left.Select(field => field.Name))}, found {string.Join(", ", right.Select(field => field.Name))}";
                return left.Zip(right, (x, y) => Difference(x.Value, y.Value, $"{path}.{x.Name}")).FirstOrDefault(difference => difference is not null);
            case JsonValueKind.Array:
                var items = expected.EnumerateArray().Zip(found.EnumerateArray()).Select((pair, i) => Difference(pair.First, pair.Second, FormattableString.Invariant($"{path}[{i}]")));
                if (items.FirstOrDefault(difference => difference is not null) is { } inside)
                    return inside;
                var (wanted, given) = (expected.GetArrayLength(), found.GetArrayLength());
                return wanted == given ? null : FormattableString.Invariant($"{path}: expected {wanted} items, found {given}");
            case JsonValueKind.String:
                return expected.GetString() == found.GetString() ? null : Differ(expected, found, path);
            case JsonValueKind.Number:
                return expected.GetDouble().Equals(found.GetDouble()) ? null : Differ(expected, found, path);
            default:
                return null;
        }
    }

    private static string Differ(JsonElement expected, JsonElement found, string path) => $"{path}: expected {Short(expected)}, found {Short(found)}";

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 200 } text ? text[..200] + "…" : value.GetRawText();
}
