using System.Collections.Immutable;
using System.Text.Json;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Search;

namespace FlowGraph.Benchmarks;

/// <summary>The names of a dataset, straight from its files: what hangs on them is not needed to search for them.</summary>
internal static class NamesOfDataset
{
    public static NameIndex Read(string folder, int most, CancellationToken cancellationToken)
    {
        var names = new NameIndexBuilder();
        foreach (var type in ShippedModel.Instance.NodeTypes.Where(type => !SearchedField.Of(type).IsEmpty))
        {
            var file = Path.Combine(folder, type.Plural + ".jsonl");
            if (!File.Exists(file))
                continue;
            foreach (var line in File.ReadLines(file))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (names.NameCount >= most)
                    break;
                using var record = JsonDocument.Parse(line);
                var fields = record.RootElement;
                names.Add(type, fields.GetProperty("id").GetString()!, property => Value(fields, property)); // every record has an id
            }
        }
        return names.NameCount >= most ? names.Build() : throw new BenchmarkException(ExitCode.WrongUsage, FormattableString.Invariant($"'{folder}' has {names.NameCount} names, expected {most} at least: generate a larger dataset."));
    }

    private static object? Value(JsonElement fields, PropertyDefinition property)
    {
        if (!fields.TryGetProperty(property.Name, out var value))
            return property.IsList ? ImmutableArray<string>.Empty : null;
        ImmutableArray<string> texts = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [value.GetString()!];
        return property.IsList ? texts : texts[0];
    }
}
