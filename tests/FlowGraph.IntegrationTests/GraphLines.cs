using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.IntegrationTests;

/// <summary>A release as lines, written from its records by the design's table and by none of the loader's code.</summary>
internal static class GraphLines
{
    public static ImmutableArray<string> Of(GraphRelease release)
    {
        var nodes = release.Nodes.ToDictionary(node => node.Id);
        var citations = release.Nodes.Where(node => node.Type.Name == "Citation").ToLookup(node => (string)node["factId"]!);
        var sources = release.Edges.Where(edge => edge.Relationship.Edge.Name == "FROM_SOURCE").ToDictionary(edge => edge.From, edge => nodes[edge.To]);
        var degrees = release.Edges.Where(edge => edge.Relationship.Edge.Class == EdgeClass.Fact).SelectMany(edge => (string[])[edge.From, edge.To]).CountBy(id => id).ToDictionary();
        var statuses = release.Nodes.Where(node => node.Type.IsFact).Select(node => (node.Id, node["status"])).Concat(release.Edges.Where(edge => edge.Id.Length > 0).Select(edge => (edge.Id, edge["status"])))
            .ToDictionary(fact => fact.Id, fact => (string)fact.Item2!);
        var starts = release.Edges.Where(edge => edge.Id.Length > 0).ToDictionary(edge => edge.Id, edge => edge.From);
        var lines = new List<string>();
        foreach (var node in release.Nodes)
        {
            var values = Values(node.Type.Properties, node.Values);
            var title = node.Type.Name switch
            {
                "Claim" => (string)node["caption"]!,
                "Source" => (string)node["title"]!,
                "Citation" => Publication(sources[node.Id]),
                _ => (string)node["name"]!,
            };
            values["name"] = title;
            values.TryAdd("caption", title);
            values["degree"] = $"i{degrees.GetValueOrDefault(node.Id)}";
            if (node["factId"] is string fact)
            {
                values["factKey"] = FactKey.Of(fact);
                if (statuses.TryGetValue(fact, out var status))
                    values["factStatus"] = status;
                if (starts.TryGetValue(fact, out var from))
                    values["factFrom"] = from;
            }
            if (SearchKeys(node) is { Length: > 0 } keys)
                values["searchKeys"] = keys;
            if (node.Type.Contract != Contract.Record || node.Type.Name == "Claim")
                AddEvidence(values, node.Id, node["confidence"]);
            lines.Add(Node([node.Type.Name, .. node.Type.Groups.Select(group => group.SuperLabel)], values));
            if (node.Type.Name == "Claim")
                lines.Add(Edge("HAS_CLAIM", (string)node["subjectId"]!, node.Id, []));
            if (node.Type.Name == "Citation" && nodes.ContainsKey((string)node["factId"]!))
                lines.Add(Edge("CITED_BY", (string)node["factId"]!, node.Id, []));
        }
        foreach (var edge in release.Edges)
        {
            var values = Values(edge.Relationship.Edge.Properties, edge.Values);
            if (edge.Id.Length > 0)
                AddEvidence(values, edge.Id, edge["confidence"]);
            if (edge["accordingTo"] is string author)
                values["accordingToName"] = (string)nodes[author]["name"]!;
            lines.Add(Edge(edge.Relationship.Edge.Name, edge.From, edge.To, values));
        }
        return [.. lines.Order(StringComparer.Ordinal)];

        void AddEvidence(Dictionary<string, string> values, string id, object? confidence)
        {
            var cited = citations[id].OrderBy(citation => Rank(citation, "stance")).ThenBy(citation => Rank(citation, "grade")).ThenBy(citation => citation.Id, StringComparer.Ordinal).ToList();
            values["citationIds"] = List(cited.Select(citation => citation.Id));
            values["cites"] = List(cited.Select(citation =>
                $"{Publication(sources[citation.Id])}: {citation["paraphrase"]} ({(citation["locatorKind"] is "EXCERPT" ? "archived excerpt, passage not located" : citation["locator"])})"));
            if (confidence is not null)
                values["confidenceRank"] = confidence switch { "HIGH" => "i3", "MODERATE" => "i2", _ => "i1" };
        }
    }

    public static string Node(IEnumerable<string> labels, Dictionary<string, string> values) => $"{string.Join(':', labels.Order(StringComparer.Ordinal))} {Map(values)}";

    public static string Edge(string type, string from, string to, Dictionary<string, string> values) => $"{from} {type} {to} {Map(values)}";

    /// <summary>Properties as the server gives them.</summary>
    public static Dictionary<string, string> Stored(JsonElement properties) => properties.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ValueKind switch
    {
        JsonValueKind.Number when property.Value.GetRawText() is var text && text.AsSpan().ContainsAny('.', 'E') => Float(property.Value.GetDouble()),
        JsonValueKind.Number => "i" + property.Value.GetRawText(),
        JsonValueKind.True or JsonValueKind.False => property.Value.GetBoolean().ToString(),
        JsonValueKind.Array => List(property.Value.EnumerateArray().Select(item => item.GetString()!)),
        _ => property.Value.GetString()!,
    });

    private static Dictionary<string, string> Values(ImmutableArray<PropertyDefinition> properties, ImmutableArray<object?> values)
    {
        var stored = new Dictionary<string, string>();
        foreach (var property in properties.Where(property => values[property.Index] is not (null or ImmutableArray<string> { IsEmpty: true })))
        {
            var value = values[property.Index]!;
            switch (value)
            {
                case FuzzyDate date:
                    var plain = property.Name == "when";
                    Add(plain ? "whenEdtf" : property.Name + "Edtf", date.Edtf);
                    Add(plain ? "earliest" : property.Name + "Earliest", Day(date.Earliest));
                    Add(plain ? "latest" : property.Name + "Latest", Day(date.Latest));
                    Add(plain ? "precision" : property.Name + "Precision", date.Precision switch { DatePrecision.Day => "DAY", DatePrecision.Month => "MONTH", _ => "YEAR" });
                    break;
                case Quantity figure:
                    Add(property.Name + "Best", figure.Best is { } best ? Float(best) : null);
                    Add(property.Name + "Low", figure.Low is { } low ? Float(low) : null);
                    Add(property.Name + "High", figure.High is { } high ? Float(high) : null);
                    Add(property.Name + "Unit", figure.Unit);
                    Add(property.Name + "Bound", figure.Bound);
                    Add(property.Name + "Text", figure.Text);
                    Add(property.Name + "Contested", figure.Contested.ToString());
                    break;
                default:
                    Add(property.Name, value switch
                    {
                        int number => FormattableString.Invariant($"i{number}"),
                        double number => Float(number),
                        DateOnly day => Day(day),
                        bool flag => flag.ToString(),
                        ImmutableArray<string> texts => List(texts),
                        _ => (string)value,
                    });
                    break;
            }
        }
        return stored;

        void Add(string name, string? text)
        {
            if (text is not null)
                stored.Add(name, text);
        }
    }

    private static string SearchKeys(NodeRecord node)
    {
        var keys = node.Type.Properties.Where(property => property.SearchWeight > 0)
            .SelectMany(property => node.Values[property.Index] switch { string text => [text], ImmutableArray<string> texts => texts, _ => (IEnumerable<string>)[] });
        return keys.Any() ? List(keys.Distinct()) : "";
    }

    private static string Publication(NodeRecord source) => $"{source["publisher"] ?? source["title"]}, {(source["publishedAt"] as FuzzyDate)?.Edtf ?? "undated"}";

    private static int Rank(NodeRecord node, string property) => node.Type.Property(property)!.Enum!.OrdinalOf((string)node[property]!);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Float(double number) => FormattableString.Invariant($"f{number:R}");

    private static string List(IEnumerable<string> texts) => $"[{string.Join(" | ", texts)}]";

    private static string Map(Dictionary<string, string> values) => string.Join(", ", values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}"));
}
