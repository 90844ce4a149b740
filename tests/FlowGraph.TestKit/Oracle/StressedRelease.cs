using System.Collections.Immutable;
using System.Security.Cryptography;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.TestKit.Oracle;

/// <summary>A release with the ids of another but with values that tidy data does not have: gaps, ties, odd texts and numbers, retracted facts, several edges between the same two.</summary>
public static class StressedRelease
{
    private static readonly string[] _texts =
    [
        "", " ", "a", "A", "Z", "é", "Ω", "\ud83d\ude00", "\ud83d\ude00b", "\uffee", "\ue000", "\"", "\\", "tab\tnew\nline", "\u007f\u0001", "\u2028",
        "same", "same", "same", "북한", "Порт Восточный",
    ];

    private static readonly double[] _numbers = [0, -0.0, 0.1, 1, 1.5, -1, 7, 7, 123456789, 1e15, 1e21, 1e300, 5e-324, -2.5];

    public static GraphRelease Of(GraphRelease release, int seed)
    {
        var random = new Random(seed);
        var nodes = release.Nodes.Select(node => node with { Values = Values(node.Type.Properties, node.Values, random, node.Type.Contract == Contract.Event) }).ToList();
        var edges = release.Edges.Select(edge => edge with { Values = Values(edge.Relationship.Edge.Properties, edge.Values, random, true) }).ToList();
        var citations = release.Nodes.Where(node => node.Type.Name == "Citation").ToLookup(citation => (string)citation["factId"]!);
        var sources = release.Edges.Where(edge => edge.Relationship.Edge.Name == "FROM_SOURCE").ToLookup(edge => edge.From);
        foreach (var edge in release.Edges.Where(edge => edge.Id.Length > 0 && edge.Relationship.IsList && random.Next(4) == 0))
        {
            foreach (var ending in (string[])["--2", "--10"])
            {
                edges.Add(Again(edge, edge.Id + ending, random));
                foreach (var citation in citations[edge.Id])
                {
                    var again = Again(citation, $"{citation.Id}--again{ending}", edge.Id + ending);
                    nodes.Add(again);
                    edges.AddRange(sources[citation.Id].Select(link => link with { From = again.Id }));
                }
            }
        }
        return new() { Model = release.Model, Info = Info(release, nodes, edges, seed), Nodes = [.. nodes], Edges = [.. edges] };
    }

    private static ReleaseInfo Info(GraphRelease release, List<NodeRecord> nodes, List<EdgeRecord> edges, int seed)
    {
        var found = nodes.Select(node => node.Type.EnumName).Concat(edges.Select(edge => edge.Relationship.Edge.Name)).CountBy(name => name).ToDictionary();
        return release.Info with
        {
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(seed))),
            Counts = [.. release.Info.Counts.Select(count => count with { Count = found[count.Type] })],
        };
    }

    private static NodeRecord Again(NodeRecord citation, string id, string fact) => citation with
    {
        Id = id,
        Values = [.. citation.Values.Select((value, i) => citation.Type.Properties[i].Name switch
        {
            "id" => id,
            "factId" => fact,
            _ => value,
        })],
    };

    /// <summary>Another edge between the same two.</summary>
    private static EdgeRecord Again(EdgeRecord edge, string id, Random random)
    {
        var properties = edge.Relationship.Edge.Properties;
        var values = edge.Values.Select((value, i) => properties[i].Name switch
        {
            "id" => id,
            "key" => FactKey.Of(id),
            _ => value,
        });
        return edge with { Id = id, Values = Values(properties, [.. values], random, true) };
    }

    private static ImmutableArray<object?> Values(ImmutableArray<PropertyDefinition> properties, ImmutableArray<object?> values, Random random, bool mayBeRetracted) =>
        [.. values.Select((value, i) => IsFixed(properties[i]) || random.Next(3) == 0 ? value : Value(properties[i], value, random, mayBeRetracted))];

    /// <summary>What other records or indexes rely on.</summary>
    private static bool IsFixed(PropertyDefinition property) => property.IsKey || property.ReferenceTo is not null || property.Name is "id" or "key" or "property" or "paraphrase" or "locator" or "title" or "publisher";

    private static object? Value(PropertyDefinition property, object? value, Random random, bool mayBeRetracted)
    {
        if (property.IsList)
            return Enumerable.Range(0, random.Next(4)).Select(_ => property.Enum is { } type ? Any(type, random) : Any(_texts, random)).ToImmutableArray();
        if (!property.IsRequired && random.Next(3) == 0)
            return null;
        return property.Kind switch
        {
            ValueKind.Enum when property.Name == "status" => mayBeRetracted && random.Next(10) == 0 ? "RETRACTED" : value,
            ValueKind.Enum => Any(property.Enum!, random),
            ValueKind.Int => Any([0, 1, 1, 2, -1, int.MaxValue, int.MinValue], random),
            ValueKind.Float => Any(_numbers, random),
            ValueKind.Boolean => random.Next(2) == 0,
            ValueKind.Date => Day(random),
            ValueKind.FuzzyDate => Date(random),
            ValueKind.Quantity => Figure(property, random),
            _ => Any(_texts, random),
        };
    }

    private static T Any<T>(T[] items, Random random) => items[random.Next(items.Length)];

    private static string Any(EnumType type, Random random) => type.Members[random.Next(type.Members.Length)].Name;

    private static DateOnly Day(Random random) => new DateOnly(2023, 1, 1).AddDays(random.Next(60));

    private static FuzzyDate Date(Random random) => random.Next(6) switch
    {
        0 => FuzzyDate.Parse(FormattableString.Invariant($"../{Day(random):yyyy-MM-dd}")),
        1 => FuzzyDate.Parse(FormattableString.Invariant($"{Day(random):yyyy-MM-dd}/..")),
        2 => FuzzyDate.Parse(FormattableString.Invariant($"{Day(random):yyyy-MM}")),
        3 => FuzzyDate.Parse("2023"),
        _ => FuzzyDate.Parse(FormattableString.Invariant($"{Day(random):yyyy-MM-dd}")),
    };

    private static Quantity Figure(PropertyDefinition property, Random random)
    {
        double? Number() => random.Next(2) == 0 ? null : random.Next(-3, 20);
        var (low, high) = (Number(), Number());
        return new(Number(), low > high ? high : low, low > high ? low : high, property.Units[random.Next(property.Units.Length)],
            Any(["EXACT", "AT_LEAST", "UP_TO", "ABOUT", "BETWEEN", "UNSTATED"], random), random.Next(2) == 0 ? null : Any(_texts, random), random.Next(2) == 0);
    }
}
