using System.Text.Json;

namespace FlowGraph.Conversion.Input;

/// <summary>One record of the dossier, read by dotted paths (<c>barrels.low</c>, <c>timeline.0.by</c>).</summary>
internal sealed class DossierRecord
{
    private readonly JsonElement _json;

    public DossierRecord(string key, string bareId, JsonElement json)
    {
        Key = key;
        BareId = bareId;
        _json = json;
        Passages = json.TryGetProperty("citations", out var citations)
            ? [.. citations.EnumerateArray().Select((citation, index) => PassageOf(key, index, citation))]
            : [];
    }

    /// <summary><c>shipments/osc-43-trips-2024</c>, <c>relationships/CARRIED/angara/arms-osc-64-voyages</c>.</summary>
    public string Key { get; }

    public string BareId { get; }

    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>The value at the path, or null where there is none or only a JSON null.</summary>
    public JsonElement? Find(string path)
    {
        var at = _json;
        foreach (var step in path.Split('.'))
        {
            if (at.ValueKind == JsonValueKind.Array && int.TryParse(step, out var index) && index < at.GetArrayLength())
                at = at[index];
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
                return null;
        }

        return at.ValueKind == JsonValueKind.Null ? null : at;
    }

    public bool Has(string path) => Find(path) is not null;

    public string? Text(string path) => Find(path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public string Required(string path) =>
        Text(path) ?? throw new InvalidDataException($"{Key} has no text at '{path}'.");

    public decimal? Number(string path) => Find(path) is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null;

    public bool Flag(string path) => Find(path) is { ValueKind: JsonValueKind.True };

    public IReadOnlyList<string> List(string path) =>
        Find(path) is { ValueKind: JsonValueKind.Array } value ? [.. value.EnumerateArray().Select(item => item.GetString() ?? "")] : [];

    public int Count(string path) => Find(path) is { ValueKind: JsonValueKind.Array } value ? value.GetArrayLength() : 0;

    /// <summary>Every field that can carry information, its citations aside; a list of texts is one field.</summary>
    public IEnumerable<(string Path, JsonElement Value)> Leaves() =>
        _json.EnumerateObject().Where(field => field.Name != "citations").SelectMany(field => Leaves(field.Name, field.Value));

    private static IEnumerable<(string Path, JsonElement Value)> Leaves(string path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.EnumerateObject().Any() =>
            value.EnumerateObject().SelectMany(field => Leaves($"{path}.{field.Name}", field.Value)),
        JsonValueKind.Array when value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object) =>
            value.EnumerateArray().SelectMany((item, index) => Leaves($"{path}.{index}", item)),
        _ => [(path, value)],
    };

    private static Passage PassageOf(string record, int index, JsonElement citation) => new(
        record,
        index,
        citation.GetProperty("source").GetString()!,
        citation.GetProperty("locator").GetString()!,
        citation.GetProperty("says").GetString()!,
        citation.GetProperty("confidence").GetString()!);
}
