using System.Collections.Immutable;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>One property of a stored node or relationship.</summary>
/// <param name="Value">A text, <see cref="int"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="DateOnly"/> or a list of texts.</param>
internal readonly record struct StoredValue(string Name, object Value);

/// <summary>What a citation says of its fact beside the id.</summary>
/// <param name="Status">Null where it is cited for an entity.</param>
/// <param name="From">Where an edge starts; null for a node.</param>
internal readonly record struct CitedFact(string? Status, string? From);

/// <summary>Which properties Neo4j has of a record, and with which values; every way of loading asks here.</summary>
/// <remarks>What has no value is left out, an empty list too: neo4j-admin cannot store one, and both ways of loading must give the same graph.</remarks>
internal sealed class StoredRecord
{
    private readonly Dictionary<PropertyDefinition, ImmutableArray<StoredProperty>> _stored = new(ReferenceEqualityComparer.Instance);
    private readonly IReleaseRecords _release;
    private readonly PropertyDefinition _stance;
    private readonly PropertyDefinition _grade;

    public StoredRecord(IReleaseRecords release)
    {
        _release = release;
        var citation = release.Model.NodeTypesByName[Labels.Citation];
        (_stance, _grade) = (citation.Property("stance")!, citation.Property("grade")!); // of the evidence contract
    }

    /// <param name="node">No citation.</param>
    /// <param name="citations">Those of the node.</param>
    /// <param name="sources">Citation's id → source's id.</param>
    public IEnumerable<StoredValue> Of(NodeRecord node, ImmutableArray<NodeRecord> citations, IReadOnlyDictionary<string, string> sources)
    {
        var name = node["name"] as string ?? node["caption"] as string ?? node["title"] as string ?? node.Id;
        foreach (var value in Common(node, name))
            yield return value;
        yield return new("degree", _release.Find(node.Id)!.Degree); // it is a node of the release
        if (node.Type.Contract == Contract.Record && !node.Type.IsFact)
            yield break;
        foreach (var value in Evidence(node["confidence"], citations, sources))
            yield return value;
    }

    /// <param name="source">The id of the citation's source.</param>
    /// <param name="fact">What it is cited for. An edge cannot be reached over an edge, so its citations say where it is.</param>
    public IEnumerable<StoredValue> Of(NodeRecord citation, string source, CitedFact fact)
    {
        foreach (var value in Common(citation, Publication(source)))
            yield return value;
        yield return new("degree", 0);
        yield return new("factKey", FactKey.Of((string)citation["factId"]!)); // required
        if (fact.Status is { } status)
            yield return new("factStatus", status);
        if (fact.From is { } from)
            yield return new("factFrom", from);
    }

    /// <inheritdoc cref="Of(NodeRecord, ImmutableArray{NodeRecord}, IReadOnlyDictionary{string, string})"/>
    public IEnumerable<StoredValue> Of(EdgeRecord fact, ImmutableArray<NodeRecord> citations, IReadOnlyDictionary<string, string> sources)
    {
        var properties = fact.Relationship.Edge.Properties;
        foreach (var value in Values(properties, fact.Values))
            yield return value;
        foreach (var property in properties)
        {
            if (property.ReferenceTo is not null && fact.Values[property.Index] is string id && _release.Find(id) is { } node)
                yield return new(StoredProperty.ReadableName(property), node.Title);
        }
        foreach (var value in Evidence(fact["confidence"], citations, sources))
            yield return value;
    }

    private IEnumerable<StoredValue> Common(NodeRecord node, string name)
    {
        foreach (var value in Values(node.Type.Properties, node.Values))
            yield return value;
        if (node.Type.Property("name") is null)
            yield return new("name", name);
        if (node.Type.Property("caption") is null)
            yield return new("caption", name);
        if (SearchKeys(node) is { Count: > 0 } keys)
            yield return new("searchKeys", keys);
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

    private IEnumerable<StoredValue> Evidence(object? confidence, ImmutableArray<NodeRecord> citations, IReadOnlyDictionary<string, string> sources)
    {
        if (confidence is string level)
            yield return new("confidenceRank", Rank(level));
        // As the API lists them: what supports first, the better grade first.
        var ordered = citations.OrderBy(citation => Ordinal(citation, _stance)).ThenBy(citation => Ordinal(citation, _grade)).ThenBy(citation => citation.Id, StringComparer.Ordinal).ToList();
        yield return new("citationIds", ordered.Select(citation => citation.Id));
        yield return new("cites", ordered.Select(citation => $"{Publication(sources[citation.Id])}: {citation["paraphrase"]} ({Locator(citation)})"));
    }

    private string Publication(string source) => _release.Find(source)!.Publication!; // references were checked

    private static string Locator(NodeRecord citation) =>
        citation["locatorKind"] is "EXCERPT" ? "archived excerpt, passage not located" : citation["locator"] as string ?? "";

    private static int Ordinal(NodeRecord node, PropertyDefinition property) => property.Enum!.OrdinalOf((string)node.Values[property.Index]!); // both are required enums

    private static int Rank(string confidence) => confidence switch
    {
        "HIGH" => 3,
        "MODERATE" => 2,
        _ => 1,
    };
}
