using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Description;

/// <summary>A node type as the release has it.</summary>
/// <param name="Count">Its nodes.</param>
public sealed record NodeTypeInfo(NodeType Type, int Count, ImmutableArray<PropertyInfo> Properties, ImmutableArray<RelationshipInfo> Relationships)
{
    /// <summary>As in Neo4j.</summary>
    public IEnumerable<string> Labels => Type.Groups.Select(group => group.SuperLabel).Prepend(Type.Name);
}

/// <param name="Type">As the API spells it: <c>[String!]!</c>.</param>
/// <param name="StoredAs">Names of its properties in Neo4j.</param>
public sealed record PropertyInfo(PropertyDefinition Definition, string Type, ImmutableArray<string> StoredAs);

/// <summary>A relationship as one of its ends has it.</summary>
/// <param name="Count">Edges of the relationship, whichever end asks.</param>
public sealed record RelationshipInfo(RelationshipEnd End, ImmutableArray<PropertyInfo> Properties, int Count)
{
    /// <summary>The field at the other end.</summary>
    public string Inverse => End.Direction == Direction.Out ? End.Relationship.Inverse : End.Relationship.Field;
}
