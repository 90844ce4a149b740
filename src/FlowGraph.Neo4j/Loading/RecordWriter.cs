using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Neo4j.Http;

namespace FlowGraph.Neo4j.Loading;

/// <summary>A record → a row of a batch. What has no value is left out.</summary>
internal sealed class RecordWriter(ReleaseImage image)
{
    private readonly Dictionary<PropertyDefinition, ImmutableArray<StoredProperty>> _stored = new(ReferenceEqualityComparer.Instance);

    public void Node(Utf8JsonWriter json, NodeRecord node)
    {
        json.WriteStartObject();
        json.WriteString("id", node.Id);
        json.WritePropertyName("l");
        Texts(json, Labels.Groups(node.Type).Prepend(node.Type.Name));
        json.WriteStartObject("p");
        Values(json, node.Type.Properties, node.Values);
        if (node.Type.Property("name") is null)
            json.WriteString("name", image.NameOf(node));
        if (node.Type.Property("caption") is null)
            json.WriteString("caption", image.CaptionOf(node));
        SearchKeys(json, node);
        json.WriteNumber("degree", image.DegreeOf(node.Id));
        if (node.Type.Contract != Contract.Record || node.Type.IsFact)
            Evidence(json, node.Id, node["confidence"] as string);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void Fact(Utf8JsonWriter json, EdgeRecord edge)
    {
        json.WriteStartObject();
        json.WriteString("a", edge.From);
        json.WriteString("b", edge.To);
        json.WriteString("t", edge.Relationship.Edge.Name);
        json.WriteString("id", edge.Id);
        json.WriteStartObject("p");
        var properties = edge.Relationship.Edge.Properties;
        Values(json, properties, edge.Values);
        foreach (var property in properties)
        {
            if (property.ReferenceTo is not null && edge.Values[property.Index] is string id && image.Find(id) is { } node)
                json.WriteString(property.Name + "Name", image.NameOf(node));
        }
        Evidence(json, edge.Id, edge["confidence"] as string);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Link(Utf8JsonWriter json, string from, string to)
    {
        json.WriteStartObject();
        json.WriteString("a", from);
        json.WriteString("b", to);
        json.WriteEndObject();
    }

    private void Values(Utf8JsonWriter json, ImmutableArray<PropertyDefinition> properties, ImmutableArray<object?> values)
    {
        foreach (var property in properties)
        {
            if (values[property.Index] is not { } value)
                continue;
            if (!_stored.TryGetValue(property, out var stored))
                _stored.Add(property, stored = StoredProperty.Of(property));
            foreach (var part in stored)
                Part(json, part, value);
        }
    }

    private static void Part(Utf8JsonWriter json, StoredProperty stored, object value)
    {
        var part = stored.Part switch
        {
            StoredPart.Value => value,
            StoredPart.Edtf => ((FuzzyDate)value).Edtf,
            StoredPart.Earliest => ((FuzzyDate)value).Earliest,
            StoredPart.Latest => ((FuzzyDate)value).Latest,
            StoredPart.Precision => ((FuzzyDate)value).Precision.ToString().ToUpperInvariant(),
            StoredPart.Best => ((Quantity)value).Best,
            StoredPart.Low => ((Quantity)value).Low,
            StoredPart.High => ((Quantity)value).High,
            StoredPart.Unit => ((Quantity)value).Unit,
            StoredPart.Bound => ((Quantity)value).Bound,
            StoredPart.Text => ((Quantity)value).Text,
            StoredPart.Contested => (object)((Quantity)value).Contested,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (part is null)
            return;
        json.WritePropertyName(stored.Name);
        Value(json, part);
    }

    private static void Value(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteRawValue(JsonFloat.Text(number), skipInputValidation: true);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case ImmutableArray<string> texts:
                Texts(json, texts);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No property holds a {value.GetType().Name}.");
        }
    }

    // The words that a reader may search for, each once, in the order of the type's properties.
    private static void SearchKeys(Utf8JsonWriter json, NodeRecord node)
    {
        var keys = new List<string>();
        foreach (var property in node.Type.Properties.Where(property => property.SearchWeight > 0))
        {
            if (node.Values[property.Index] is string text)
                keys.Add(text);
            else if (node.Values[property.Index] is ImmutableArray<string> texts)
                keys.AddRange(texts);
        }
        if (keys.Count == 0)
            return;
        json.WritePropertyName("searchKeys");
        Texts(json, keys.Distinct(StringComparer.Ordinal));
    }

    private void Evidence(Utf8JsonWriter json, string id, string? confidence)
    {
        if (confidence is not null)
            json.WriteNumber("confidenceRank", Rank(confidence));
        var citations = image.CitationsOf(id);
        json.WritePropertyName("citationIds");
        Texts(json, citations.Select(citation => citation.Id));
        json.WritePropertyName("cites");
        Texts(json, citations.Select(image.CiteOf));
    }

    private static int Rank(string confidence) => confidence switch
    {
        "HIGH" => 3,
        "MODERATE" => 2,
        _ => 1,
    };

    private static void Texts(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
