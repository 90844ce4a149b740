using System.Collections.Immutable;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>One property of a stored node or relationship.</summary>
/// <param name="Value">A text, <see cref="int"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="DateOnly"/> or a list of texts.</param>
internal readonly record struct StoredValue(string Name, object Value);

/// <summary>Which properties Neo4j has of a record, and with which values; every way of loading asks here.</summary>
/// <remarks>What has no value is left out, an empty list too: neo4j-admin cannot store one, and both ways of loading must give the same graph.</remarks>
internal sealed class StoredRecord(ReleaseImage image)
{
    private readonly Dictionary<PropertyDefinition, ImmutableArray<StoredProperty>> _stored = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<StoredValue> Of(NodeRecord node)
    {
        foreach (var value in Values(node.Type.Properties, node.Values))
            yield return value;
        if (node.Type.Property("name") is null)
            yield return new("name", image.NameOf(node));
        if (node.Type.Property("caption") is null)
            yield return new("caption", image.CaptionOf(node));
        if (SearchKeys(node) is { Count: > 0 } keys)
            yield return new("searchKeys", keys);
        yield return new("degree", image.DegreeOf(node.Id));
        if (node.Type.Contract != Contract.Record || node.Type.IsFact)
        {
            foreach (var value in Evidence(node.Id, node["confidence"] as string))
                yield return value;
        }
    }

    public IEnumerable<StoredValue> Of(EdgeRecord fact)
    {
        var properties = fact.Relationship.Edge.Properties;
        foreach (var value in Values(properties, fact.Values))
            yield return value;
        foreach (var property in properties)
        {
            if (property.ReferenceTo is not null && fact.Values[property.Index] is string id && image.Find(id) is { } node)
                yield return new(property.Name + "Name", image.NameOf(node));
        }
        foreach (var value in Evidence(fact.Id, fact["confidence"] as string))
            yield return value;
    }

    private IEnumerable<StoredValue> Values(ImmutableArray<PropertyDefinition> properties, ImmutableArray<object?> values)
    {
        foreach (var property in properties)
        {
            if (values[property.Index] is not { } value || value is ImmutableArray<string> { IsEmpty: true })
                continue;
            if (!_stored.TryGetValue(property, out var stored))
                _stored.Add(property, stored = StoredProperty.Of(property));
            foreach (var part in stored)
            {
                if (Part(part.Part, value) is { } found)
                    yield return new(part.Name, found);
            }
        }
    }

    private static object? Part(StoredPart part, object value) => part switch
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
        StoredPart.Contested => ((Quantity)value).Contested,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // The words that a reader may search for, each once, in the order of the type's properties.
    private static List<string> SearchKeys(NodeRecord node)
    {
        var keys = new List<string>();
        foreach (var property in node.Type.Properties)
        {
            if (property.SearchWeight == 0)
                continue;
            if (node.Values[property.Index] is string text)
                Add(text);
            else if (node.Values[property.Index] is ImmutableArray<string> texts)
            {
                foreach (var item in texts)
                    Add(item);
            }
        }
        return keys;

        void Add(string text)
        {
            if (!keys.Contains(text, StringComparer.Ordinal))
                keys.Add(text);
        }
    }

    private IEnumerable<StoredValue> Evidence(string id, string? confidence)
    {
        if (confidence is not null)
            yield return new("confidenceRank", Rank(confidence));
        var citations = image.CitationsOf(id);
        yield return new("citationIds", citations.Select(citation => citation.Id));
        yield return new("cites", citations.Select(image.CiteOf));
    }

    private static int Rank(string confidence) => confidence switch
    {
        "HIGH" => 3,
        "MODERATE" => 2,
        _ => 1,
    };
}
