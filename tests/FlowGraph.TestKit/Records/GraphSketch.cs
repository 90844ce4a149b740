using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.TestKit.Records;

/// <summary>A small release drawn as text: one node or edge a line.</summary>
/// <remarks>
/// <code>
/// shipment:series  when=2024-03 CONTESTED LOW
/// shipment:series -LOADED_AT-> port:east  sources=1 citations=2 basis=SIGNALLED
/// citation of has-oil-leg:swap--series  source:herald sourceWording=guns_for_oil DISPUTES
/// claim of shipment:series  property=barrels assertedBy=org:institute low=40 unit=BARRELS bound=AT_LEAST
/// </code>
/// A bare word is the member of the first enum that has it (kind, status, confidence first); an underscore in a text is a space.
/// A node that no line describes is there as soon as an edge names it. Every fact is HIGH, REPORTED, ASSERTED, on two origins and cited once unless said otherwise.
/// </remarks>
public sealed class GraphSketch
{
    private static readonly string[] _contractEnums = ["kind", "status", "confidence", "stance", "scope"];

    private readonly GraphModel _model;
    private readonly SortedDictionary<string, NodeRecord> _nodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, EdgeRecord> _edges = new(StringComparer.Ordinal);
    private readonly List<EdgeRecord> _structural = [];

    private GraphSketch(GraphModel model) => _model = model;

    public static GraphRelease Draw(string text) => Draw(ShippedModel.Instance, text);

    public static GraphRelease Draw(GraphModel model, string text)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(text);
        var sketch = new GraphSketch(model);
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            sketch.Line(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        return sketch.Release();
    }

    private void Line(string[] words)
    {
        if (words is ["citation", "of", var cited, var source, ..])
            Cite(cited, source, words[4..]);
        else if (words is ["claim", "of", var subject, ..])
            Claim(subject, words[3..]);
        else if (words.Length > 1 && words[1].StartsWith('-') && words[1].EndsWith("->", StringComparison.Ordinal))
            Edge(words[0], words[1][1..^2], words[2], words[3..]);
        else
            Node(words[0], words[1..]);
    }

    private NodeRecord Node(string id, string[] attributes)
    {
        if (attributes.Length == 0 && _nodes.TryGetValue(id, out var known))
            return known;

        var type = _model.NodeTypeOfId(id) ?? throw new ArgumentException($"No node type has ids like '{id}'.");
        var values = Values(type.Properties, id, attributes);
        if (_nodes.Remove(id, out var before))
            Clear(before.Id);

        _nodes.Add(id, new NodeRecord(type, id, values));
        if (type.IsFact)
            CiteTimes(id, attributes);

        return _nodes[id];
    }

    private void Edge(string from, string typeName, string to, string[] attributes)
    {
        var relationship = _model.EdgeTypesByName[typeName].RelationshipBetween(Node(from, []).Type, Node(to, []).Type)
            ?? throw new ArgumentException($"No {typeName} leads from '{from}' to '{to}'.");
        var id = $"{relationship.Edge.Prefix}:{Bare(from)}--{Bare(to)}";
        for (var n = 2; _edges.ContainsKey(id); n++)
            id = $"{relationship.Edge.Prefix}:{Bare(from)}--{Bare(to)}--{n}";

        _edges.Add(id, new EdgeRecord(relationship, id, from, to, Values(relationship.Edge.Properties, id, attributes)));
        CiteTimes(id, attributes);
    }

    private void CiteTimes(string id, string[] attributes)
    {
        var count = attributes.FirstOrDefault(word => word.StartsWith("citations=", StringComparison.Ordinal)) is { } word ? int.Parse(word[10..], CultureInfo.InvariantCulture) : 1;
        for (var i = 1; i <= count; i++)
            Cite(id, $"source:paper-{i}", []);
    }

    private void Cite(string fact, string source, string[] attributes)
    {
        Node(source, []);
        var id = $"citation:{fact.Replace(':', '-')}--{Bare(source)}";
        while (_nodes.ContainsKey(id))
            id += "-2";

        Node(id, [$"factId={fact}", $"locator=line_{_nodes.Count}", .. attributes]);
        Link("FROM_SOURCE", id, source);
    }

    private void Claim(string subject, string[] attributes)
    {
        var id = $"claim:{Bare(subject)}--{_nodes.Count}";
        Node(id, [$"subjectId={subject}", .. attributes.Where(word => !word.StartsWith("assertedBy=", StringComparison.Ordinal))]);
        if (attributes.FirstOrDefault(word => word.StartsWith("assertedBy=", StringComparison.Ordinal)) is { } by)
            Link("ASSERTED_BY", id, Node(by[11..], []).Id);
    }

    private void Link(string type, string from, string to) =>
        _structural.Add(new EdgeRecord(_model.EdgeTypesByName[type].RelationshipBetween(_nodes[from].Type, _nodes[to].Type)!, "", from, to, []));

    private void Clear(string fact)
    {
        foreach (var citation in _nodes.Values.Where(node => node.Type.Name == "Citation" && (string)node["factId"]! == fact).ToList())
        {
            _nodes.Remove(citation.Id);
            _structural.RemoveAll(edge => edge.From == citation.Id);
        }
    }

    private static ImmutableArray<object?> Values(ImmutableArray<PropertyDefinition> properties, string id, string[] attributes)
    {
        var values = properties.Select(property => Default(property, id)).ToArray();
        foreach (var word in attributes)
        {
            var (name, text) = word.Split('=', 2) is [var left, var right] ? (left, right) : (null, word);
            var property = name switch
            {
                null => properties.Where(p => p.Enum?.OrdinalOf(text) >= 0).OrderBy(p => Array.IndexOf(_contractEnums, p.Name) is var i and >= 0 ? i : 99).FirstOrDefault(),
                "sources" when properties.Any(p => p.Name == "independentSources") => properties.First(p => p.Name == "independentSources"),
                _ => properties.FirstOrDefault(p => p.Name == name),
            };
            if (property is not null)
                values[property.Index] = Parse(property, text);
            else if (name != "citations")
                throw new ArgumentException($"'{word}' is nothing that '{id}' has.");
        }

        return [.. values];
    }

    private static object? Default(PropertyDefinition property, string id) => property.Name switch
    {
        "id" => id,
        "key" => FactKey.Of(id),
        "kind" => "REPORTED",
        "confidence" => "HIGH",
        "independentSources" => 2,
        "name" or "caption" or "title" or "publisher" or "confidenceBasis" or "paraphrase" => Bare(id),
        _ when property.IsList => ImmutableArray<string>.Empty,
        _ when !property.IsRequired => null,
        _ => property.Kind switch
        {
            ValueKind.Enum => property.Enum!.Members[0].Name,
            ValueKind.Boolean => false,
            ValueKind.Int => 0,
            _ => "-",
        },
    };

    private static object Parse(PropertyDefinition property, string text) => property.Kind switch
    {
        ValueKind.Boolean => bool.Parse(text),
        ValueKind.Int => int.Parse(text, CultureInfo.InvariantCulture),
        ValueKind.Float => double.Parse(text, CultureInfo.InvariantCulture),
        ValueKind.FuzzyDate => FuzzyDate.Parse(text),
        ValueKind.Date => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        ValueKind.Quantity => AsQuantity(property, text),
        ValueKind.String => text.Replace('_', ' '),
        _ => text,
    };

    /// <summary>AT_LEAST:13 in the property's first unit.</summary>
    private static Quantity AsQuantity(PropertyDefinition property, string text)
    {
        var parts = text.Split(':');
        var figure = double.Parse(parts[1], CultureInfo.InvariantCulture);
        return new Quantity(null, parts[0] == "UP_TO" ? null : figure, parts[0] == "AT_LEAST" ? null : figure, property.Units[0], parts[0], null, false);
    }

    private static string Bare(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private GraphRelease Release() => new()
    {
        Model = _model,
        Info = new ReleaseInfo
        {
            Id = "release:sketch",
            Version = "1.0.0",
            Title = "A sketch",
            Description = "A graph drawn for a test.",
            Licence = "CC BY 4.0",
            ReleasedAt = new DateOnly(2025, 1, 1),
            Sha256 = new string('0', 64),
            Contact = "corrections@example.org",
            Counts = [],
            CountingGroups = [],
            Caveats = [],
        },
        Nodes = [.. _nodes.Values],
        Edges = [.. _structural, .. _edges.Values],
    };
}
