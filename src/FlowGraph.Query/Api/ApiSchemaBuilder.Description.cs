using FlowGraph.Model.Structure;
using FlowGraph.Query.Description;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    private static ApiField ModelRoot() =>
        Field("model", "[NodeTypeInfo!]!", new FieldMeaning.Root(RootKind.Model), "Every type of node: its properties and relationships, here and in Neo4j, and how many there are.");

    private void AddDescriptionValues()
    {
        Add(new ApiObject
        {
            Name = nameof(NodeTypeInfo),
            Fields =
            [
                Text<NodeTypeInfo>("name", "NodeType!", info => info.Type.EnumName),
                Text<NodeTypeInfo>("plural", "String!", info => info.Type.Plural),
                Text<NodeTypeInfo>("prefix", "String!", info => info.Type.Prefix, "Of its ids."),
                Texts<NodeTypeInfo>("groups", info => info.Type.Groups.Select(group => group.Name)),
                Texts<NodeTypeInfo>("labels", info => info.Labels, "In Neo4j."),
                Text<NodeTypeInfo>("description", "String", info => info.Type.Description),
                Int<NodeTypeInfo>("count", "Int!", info => info.Count),
                Objects<NodeTypeInfo>("properties", "[PropertyInfo!]!", info => info.Properties),
                Objects<NodeTypeInfo>("relationships", "[RelationshipInfo!]!", info => info.Relationships),
            ],
        });
        Add(new ApiObject
        {
            Name = nameof(PropertyInfo),
            Fields =
            [
                Text<PropertyInfo>("name", "String!", info => info.Definition.FieldName),
                Text<PropertyInfo>("type", "String!", info => info.Type),
                Boolean<PropertyInfo>("required", info => info.Definition.IsRequired),
                Boolean<PropertyInfo>("key", info => info.Definition.IsKey),
                Boolean<PropertyInfo>("indexed", info => info.Definition.IsIndexed),
                Boolean<PropertyInfo>("searchable", info => info.Definition.SearchWeight > 0),
                Field("units", "[Unit!]!", new FieldMeaning.Member(new ValueMember.TextList(info => ((PropertyInfo)info).Definition.Units))),
                Texts<PropertyInfo>("storedAs", info => info.StoredAs, "Names in Neo4j."),
                Text<PropertyInfo>("description", "String", info => info.Definition.Description),
            ],
        });
        Add(new ApiObject
        {
            Name = nameof(RelationshipInfo),
            Fields =
            [
                Text<RelationshipInfo>("field", "String!", info => info.End.Name),
                Text<RelationshipInfo>("type", "String!", info => info.End.Edge.Name),
                Text<RelationshipInfo>("direction", "Direction!", info => EnumSpelling.Of(info.End.Direction)),
                Text<RelationshipInfo>("class", "EdgeClass!", info => EnumSpelling.Of(info.End.Edge.Class)),
                Text<RelationshipInfo>("target", "String!", info => info.End.Target.Name),
                Boolean<RelationshipInfo>("list", info => info.End.IsList),
                Text<RelationshipInfo>("inverse", "String!", info => info.Inverse, "The field at the other end."),
                Objects<RelationshipInfo>("properties", "[PropertyInfo!]!", info => info.Properties, "Of its edges."),
                Int<RelationshipInfo>("count", "Int!", info => info.Count, "Its edges, whichever end asks."),
                Text<RelationshipInfo>("description", "String", info => info.End.Relationship.Description),
            ],
        });
        Enumerate<EdgeClass>(this, nameof(EdgeClass), "FACT: walked by chains. CONTEXT: only when asked. STRUCTURAL: no fact.");
    }
}
