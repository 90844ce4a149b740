using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.Conversion.Input;

namespace FlowGraph.Conversion.Output;

/// <summary>Where each field and each citation of the dossier went, or why it went nowhere.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<(string Record, string Field), Entry> _fields = [];
    private readonly Dictionary<(string Record, int Citation), Entry> _citations = [];

    public void Field(string record, string field, params IEnumerable<string> to) => Map(_fields, (record, field), to);

    public void DropField(string record, string field, string reason) => Of(_fields, (record, field)).Dropped = reason;

    public void Citation(Passage passage, params IEnumerable<string> to) => Map(_citations, (passage.Record, passage.Index), to);

    public void DropCitation(Passage passage, string reason) => Of(_citations, (passage.Record, passage.Index)).Dropped = reason;

    public IReadOnlyList<string> Of(Passage passage) =>
        _citations.TryGetValue((passage.Record, passage.Index), out var entry) ? [.. entry.To] : [];

    /// <summary>Adds the fields without a value, and refuses a dossier of which something is not accounted for.</summary>
    public string Write(IEnumerable<DossierRecord> records)
    {
        var lines = new List<string>();
        var lost = new List<string>();
        foreach (var record in records)
        {
            foreach (var (path, value) in record.Leaves())
            {
                if (!_fields.ContainsKey((record.Key, path)) && IsEmpty(value)) DropField(record.Key, path, "no value");
                if (_fields.TryGetValue((record.Key, path), out var entry))
                    lines.Add(Line(new JsonObject { ["record"] = record.Key, ["field"] = path }, entry));
                else
                    lost.Add($"{record.Key} {path}");
            }

            foreach (var passage in record.Passages)
            {
                if (_citations.TryGetValue((passage.Record, passage.Index), out var entry))
                    lines.Add(Line(new JsonObject { ["record"] = record.Key, ["citation"] = passage.Index, ["source"] = passage.Source }, entry));
                else
                    lost.Add($"{record.Key} citation {passage.Index} ({passage.Source})");
            }
        }

        return lost.Count == 0
            ? string.Concat(lines.Select(line => line + "\n"))
            : throw new InvalidDataException($"{lost.Count} pieces of the dossier are neither mapped nor dropped:\n{string.Join('\n', lost)}");
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };

    private static string Line(JsonObject line, Entry entry)
    {
        if (entry.To.Count > 0) line["to"] = new JsonArray([.. entry.To.Select(id => JsonValue.Create(id))]);
        if (entry.To.Count == 0) line["dropped"] = entry.Dropped;
        return DatasetText.Line(line);
    }

    private static void Map<TKey>(Dictionary<TKey, Entry> entries, TKey key, IEnumerable<string> to)
        where TKey : notnull => Of(entries, key).To.UnionWith(to);

    private static Entry Of<TKey>(Dictionary<TKey, Entry> entries, TKey key)
        where TKey : notnull
    {
        if (!entries.TryGetValue(key, out var entry)) entries.Add(key, entry = new Entry());
        return entry;
    }

    private sealed class Entry
    {
        public SortedSet<string> To { get; } = new(StringComparer.Ordinal);

        public string? Dropped { get; set; }
    }
}
