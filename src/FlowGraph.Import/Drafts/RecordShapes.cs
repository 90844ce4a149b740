using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Drafts;

/// <summary>What the records of every type look like, from the model and the few conventions of docs/data.md.</summary>
internal sealed class RecordShapes
{
    private static readonly ImmutableArray<string> _computedOfFacts =
        ["key", "caption", "confidence", "confidenceRank", "confidenceBasis", "independentSources", "citationIds", "cites"];

    private static readonly ImmutableArray<string> _computedOfSources = ["origin", "originActor", "originBasis"];

    private readonly ImmutableArray<RecordShape> _nodes;
    private readonly ImmutableArray<RecordShape> _edges;

    public RecordShapes(GraphModel model)
    {
        _nodes = [.. model.NodeTypes.Select(OfNode)];
        _edges = [.. model.EdgeTypes.Select(OfEdge)];
    }

    public RecordShape this[NodeType type] => _nodes[type.Ordinal];

    public RecordShape this[EdgeType type] => _edges[type.Ordinal];

    private static RecordShape OfNode(NodeType type)
    {
        var fields = new List<FieldShape> { new("id", FieldRole.Id) { IsRequired = true } };
        fields.AddRange(type.Properties.Where(property => property.Name != "id").Select(property => OfProperty(property, type.IsFact, type.Name)));
        fields.AddRange(type.Relationships.Where(end => end.Edge.Class == EdgeClass.Structural).Select(link =>
            new FieldShape(link.Field, FieldRole.Link) { Link = link, IsRequired = link.IsRequired }));
        if (type.Name is not (Vocabulary.Source or Vocabulary.Citation))
            fields.Add(new FieldShape("citations", FieldRole.Citations));
        return Shape(type.Name, type.Properties, fields, type.IsFact);
    }

    private static RecordShape OfEdge(EdgeType type)
    {
        var fields = new List<FieldShape>
        {
            new("id", FieldRole.Id) { IsRequired = true },
            new("from", FieldRole.From) { IsRequired = true },
            new("to", FieldRole.To) { IsRequired = true },
            new("citations", FieldRole.Citations),
        };
        fields.AddRange(type.Properties.Where(property => property.Name != "id").Select(property => OfProperty(property, true, type.Name)));
        return Shape(type.Name, type.Properties, fields, true);
    }

    private static RecordShape Shape(string noun, ImmutableArray<PropertyDefinition> properties, List<FieldShape> fields, bool isFact)
    {
        if (isFact)
        {
            fields.AddRange(_computedOfFacts.Except(fields.Select(field => field.Name)).ToList().Select(name =>
                new FieldShape(name, FieldRole.Computed) { Instead = "It is computed at load: leave it out." }));
        }

        return new RecordShape(noun, properties, fields);
    }

    private static FieldShape OfProperty(PropertyDefinition property, bool isFact, string type)
    {
        var name = property.FieldName;
        var shape = new FieldShape(name, FieldRole.Property) { Property = property, IsRequired = property.IsRequired && !property.IsList };

        if (property.Kind == ValueKind.Quantity)
            return Computed($"A quantity is the PREFERRED claim of '{name}': write it to claims.jsonl.");
        if ((isFact && _computedOfFacts.Contains(name)) || (type is Vocabulary.Source or Vocabulary.Citation && _computedOfSources.Contains(name)))
            return Computed(isFact ? "It is computed at load: leave it out." : "It is computed from origins.jsonl: leave it out.");
        if (type == Vocabulary.Citation && name == "subject")
            return Computed("A citation speaks of the record it stands in: leave it out.");

        return (type, name) switch
        {
            (_, Vocabulary.Kind) when isFact => shape with { Members = ["ASSESSED", "DERIVED"], IsRequired = false },
            (_, Vocabulary.Status) when isFact => shape with { Members = [Vocabulary.Superseded, Vocabulary.Retracted], IsRequired = false },
            (_, "modality") when isFact => shape with { Default = "ACTUAL" },
            (Vocabulary.Source, "reliability") => shape with { Members = ["D"] },
            (Vocabulary.Citation, "stance") => shape with { IsRequired = false },
            (Vocabulary.Citation, "scope") => shape with { Default = Vocabulary.ScopeOwn },
            (Vocabulary.Citation, "evidenceType") => shape with { Default = "MEDIA" },
            _ => shape,
        };

        FieldShape Computed(string instead) => shape with { Role = FieldRole.Computed, Instead = instead, IsRequired = false };
    }
}
