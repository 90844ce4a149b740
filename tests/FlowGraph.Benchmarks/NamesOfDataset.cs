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
        var left = most;
        foreach (var type in ShippedModel.Instance.NodeTypes.Where(type => !SearchedField.Of(type).IsEmpty))
        {
            var file = Path.Combine(folder, type.Plural + ".jsonl");
            if (!File.Exists(file))
                continue;
            foreach (var line in File.ReadLines(file))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (left <= 0)
                    break;
                using var record = JsonDocument.Parse(line);
                var fields = record.RootElement;
                names.Add(type, fields.GetProperty("id").GetString()!, property => Value(fields, property, ref left)); // every record has an id
            }
        }
        return left <= 0 ? names.Build() : throw new BenchmarkException(ExitCode.WrongUsage, FormattableString.Invariant($"'{folder}' has {most - left} names, expected {most} at least: generate a larger dataset."));
    }

    private static object? Value(JsonElement fields, PropertyDefinition property, ref int left)
    {
        if (!fields.TryGetProperty(property.Name, out var value))
            return property.IsList ? ImmutableArray<string>.Empty : null;
        ImmutableArray<string> texts = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [value.GetString()!];
        left -= property.IsKey || property.Name == "status" ? 0 : texts.Length;
        return property.IsList ? texts : texts[0];
    }
}
