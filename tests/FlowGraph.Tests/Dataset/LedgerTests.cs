using System.Text.Json;
using Xunit;

namespace FlowGraph.Tests.Dataset;

public sealed class LedgerTests
{
    [Fact]
    public void Lists_every_field_of_the_dossier_once()
    {
        var expected = DossierRecords().SelectMany(record => Leaves(record.Json).Select(path => $"{record.Key} {path}"));

        var listed = ShippedDataset.Ledger.Where(line => line.TryGetProperty("field", out _)).Select(line => $"{Record(line)} {line.GetProperty("field")}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lists_every_citation_of_the_dossier_once()
    {
        var expected = DossierRecords()
            .SelectMany(record => ShippedDataset.Citations(record.Json).Select((citation, index) => $"{record.Key} {index} {citation.GetProperty("source")}"));

        var listed = ShippedDataset.Ledger
            .Where(line => line.TryGetProperty("citation", out _))
            .Select(line => $"{Record(line)} {line.GetProperty("citation")} {line.GetProperty("source")}")
            .ToList();

        Assert.Equal(1419, listed.Count);
        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Points_only_at_what_the_dataset_holds()
    {
        var known = ShippedDataset.Records.Values
            .SelectMany(ShippedDataset.Citations)
            .Select(citation => citation.GetProperty("id").GetString()!)
            .Concat(ShippedDataset.Records.Keys)
            .Append("release:oil-for-troops")
            .ToHashSet();

        var unknown = ShippedDataset.Ledger
            .Where(line => line.TryGetProperty("to", out _))
            .SelectMany(line => ShippedDataset.Texts(line.GetProperty("to")))
            .Where(target => !known.Contains(target))
            .ToList();

        Assert.Empty(unknown);
    }

    [Fact]
    public void Says_either_where_a_piece_went_or_why_it_was_dropped()
    {
        var undecided = ShippedDataset.Ledger.Where(line =>
            (line.TryGetProperty("to", out var to) && to.GetArrayLength() > 0) == (ShippedDataset.Text(line, "dropped") is { Length: > 0 }));

        Assert.Empty(undecided);
    }

    [Fact]
    public void Drops_no_citation_but_the_sources_notes_on_themselves()
    {
        var dropped = ShippedDataset.Ledger.Where(line => line.TryGetProperty("citation", out _) && line.TryGetProperty("dropped", out _)).ToList();

        Assert.Equal(232, dropped.Count);
        Assert.All(dropped, line => Assert.Equal($"sources/{line.GetProperty("source")}", Record(line)));
    }

    private static string Record(JsonElement line) => line.GetProperty("record").GetString()!;

    private static IEnumerable<(string Key, JsonElement Json)> DossierRecords()
    {
        var seen = new Dictionary<string, int>();
        foreach (var category in ShippedDataset.Dossier.EnumerateObject())
        {
            if (category.Value.ValueKind == JsonValueKind.Object) yield return (category.Name, category.Value);
            if (category.Value.ValueKind != JsonValueKind.Array) continue;
            foreach (var record in category.Value.EnumerateArray())
            {
                var key = record.TryGetProperty("id", out var id)
                    ? $"{category.Name}/{id}"
                    : $"{category.Name}/{record.GetProperty("type")}/{record.GetProperty("from")}/{record.GetProperty("to")}";
                seen[key] = seen.GetValueOrDefault(key) + 1;
                yield return (seen[key] == 1 ? key : $"{key}/{seen[key]}", record);
            }
        }
    }

    private static IEnumerable<string> Leaves(JsonElement record) =>
        record.EnumerateObject().Where(field => field.Name != "citations").SelectMany(field => Leaves(field.Name, field.Value));

    // A list of texts is one field; whatever has parts of its own counts by its parts.
    private static IEnumerable<string> Leaves(string path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.EnumerateObject().Any() => value.EnumerateObject().SelectMany(field => Leaves($"{path}.{field.Name}", field.Value)),
        JsonValueKind.Array when value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object) =>
            value.EnumerateArray().SelectMany((item, index) => Leaves($"{path}.{index}", item)),
        _ => [path],
    };
}
