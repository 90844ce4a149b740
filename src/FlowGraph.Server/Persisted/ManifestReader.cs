using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FlowGraph.Server.Persisted;

/// <summary>A document of a manifest.</summary>
/// <param name="Place">Where it stands, for messages.</param>
/// <param name="Name">Of its operation; null where the manifest does not say.</param>
internal sealed record ManifestEntry(string Place, string Id, string? Name, string Text);

/// <summary>
/// Reads manifests as tools write them: Apollo's <c>{ "format": "apollo-persisted-query-manifest", "version": 1, "operations": [{ "id", "name", "type", "body" }] }</c>
/// and Relay's <c>{ "hash": "text" }</c>. An id is the SHA-256 or MD5 of its text in hexadecimal; Apollo's and Relay's are so by default.
/// </summary>
internal static class ManifestReader
{
    private const string ApolloFormat = "apollo-persisted-query-manifest";

    public static IReadOnlyList<ManifestEntry> Read(string path, List<string> faults)
    {
        var file = Path.GetFileName(path);
        try
        {
            return Read(file, File.ReadAllBytes(path), faults);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{file}: cannot be read: {fault.Message}");
            return [];
        }
    }

    public static IReadOnlyList<ManifestEntry> Read(string file, byte[] content, List<string> faults)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            var entries = new List<ManifestEntry>();
            Read(file, json.RootElement, entries, faults);
            return [.. entries.Where(entry => HasItsHash(entry, faults))];
        }
        catch (JsonException fault)
        {
            faults.Add(FormattableString.Invariant($"{file}: no valid JSON (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1})."));
        }
        catch (InvalidOperationException)
        {
            faults.Add($"{file}: holds text that is not valid UTF-8 or half a surrogate pair.");
        }
        return [];
    }

    private static void Read(string file, JsonElement root, List<ManifestEntry> entries, List<string> faults)
    {
        if (root.ValueKind != JsonValueKind.Object)
            faults.Add($"{file}: found {root.ValueKind}, expected an object: a manifest of Apollo's or Relay's form.");
        else if (root.TryGetProperty("format", out var format))
            ReadApollo(file, root, format, entries, faults);
        else
            ReadRelay(file, root, entries, faults);
    }

    private static void ReadApollo(string file, JsonElement root, JsonElement format, List<ManifestEntry> entries, List<string> faults)
    {
        if (Text(format) != ApolloFormat)
            faults.Add($"{file}, format: found {format.GetRawText()}, expected \"{ApolloFormat}\".");
        else if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || version.GetRawText() != "1")
            faults.Add($"{file}, version: found another one or none, expected 1.");
        else if (!root.TryGetProperty("operations", out var operations) || operations.ValueKind != JsonValueKind.Array)
            faults.Add($"{file}, operations: expected a list.");
        else
            entries.AddRange(operations.EnumerateArray().Select((operation, i) => Apollo(FormattableString.Invariant($"{file}, operations[{i}]"), operation, faults)).OfType<ManifestEntry>());
    }

    private static ManifestEntry? Apollo(string place, JsonElement operation, List<string> faults)
    {
        if (operation.ValueKind == JsonValueKind.Object && Text(operation, "id") is { } id && Text(operation, "body") is { } body)
            return new(Text(operation, "name") is { Length: > 0 } name ? $"{place} ({name})" : place, id, Text(operation, "name"), body);
        faults.Add($"{place}: expected an object with the texts id, name, type and body.");
        return null;
    }

    private static void ReadRelay(string file, JsonElement root, List<ManifestEntry> entries, List<string> faults)
    {
        foreach (var property in root.EnumerateObject())
        {
            var place = $"{file}, {Short(property.Name)}";
            if (Text(property.Value) is { } text)
                entries.Add(new(place, property.Name, null, text));
            else
                faults.Add($"{place}: found {property.Value.ValueKind}, expected the text of a document.");
        }
    }

    private static bool HasItsHash(ManifestEntry entry, List<string> faults)
    {
        var text = Encoding.UTF8.GetBytes(entry.Text);
        var id = entry.Id.StartsWith("sha256:", StringComparison.Ordinal) ? entry.Id["sha256:".Length..] : entry.Id;
        var expected = id.Length switch
        {
            2 * SHA256.HashSizeInBytes => SHA256.HashData(text),
#pragma warning disable CA5351 // Relay's compiler names documents by MD5; nothing is kept secret by it.
            2 * MD5.HashSizeInBytes => MD5.HashData(text),
#pragma warning restore CA5351
            _ => null,
        };
        if (expected is not null && Convert.ToHexStringLower(expected) == id)
            return true;
        faults.Add(expected is null
            ? $"{entry.Place}: found the id '{Short(entry.Id)}', expected the SHA-256 or MD5 of the text in hexadecimal."
            : $"{entry.Place}: found the id '{Short(entry.Id)}', expected {Convert.ToHexStringLower(expected)}, the hash of its text. Write the manifest anew.");
        return false;
    }

    private static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out var property) ? Text(property) : null;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Short(string id) => id.Length <= 80 ? id : id[..80] + "…";
}
