using System.Collections.Frozen;
using System.Collections.Immutable;

namespace FlowGraph.Model.Structure;

/// <summary>What may exist: the frozen result of reading <c>schema/model.graphql</c>. Everything else is derived from it.</summary>
public sealed class GraphModel
{
    /// <summary>In order of declaration; <see cref="NodeType.Ordinal"/> is the index.</summary>
    public required ImmutableArray<NodeType> NodeTypes { get; init; }

    public required ImmutableArray<GroupType> Groups { get; init; }

    /// <summary>In order of first declaration; <see cref="EdgeType.Ordinal"/> is the index.</summary>
    public required ImmutableArray<EdgeType> EdgeTypes { get; init; }

    public required ImmutableArray<EnumType> Enums { get; init; }

    public required ImmutableArray<PropertySet> PropertySets { get; init; }

    /// <summary>The stored properties of the fact contract that every FACT and CONTEXT edge has before its own.</summary>
    public required ImmutableArray<PropertyDefinition> EdgeContract { get; init; }

    public required FrozenDictionary<string, NodeType> NodeTypesByName { get; init; }

    public required FrozenDictionary<string, NodeType> NodeTypesByPrefix { get; init; }

    public required FrozenDictionary<string, EdgeType> EdgeTypesByName { get; init; }

    /// <summary>Prefix of edge ids: <c>carried-by</c>.</summary>
    public required FrozenDictionary<string, EdgeType> EdgeTypesByPrefix { get; init; }

    public required FrozenDictionary<string, GroupType> GroupsByName { get; init; }

    public required FrozenDictionary<string, EnumType> EnumsByName { get; init; }

    /// <summary>The prefix of an id: what stands before the first colon; empty when there is none.</summary>
    public static ReadOnlySpan<char> PrefixOf(ReadOnlySpan<char> id) =>
        id.IndexOf(':') is var colon and > 0 ? id[..colon] : default;

    /// <summary>The node type whose ids look like <paramref name="id"/>, or null.</summary>
    public NodeType? NodeTypeOfId(ReadOnlySpan<char> id) =>
        NodeTypesByPrefix.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(PrefixOf(id), out var type) ? type : null;

    /// <summary>The edge type whose ids look like <paramref name="id"/>, or null.</summary>
    public EdgeType? EdgeTypeOfId(ReadOnlySpan<char> id) =>
        EdgeTypesByPrefix.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(PrefixOf(id), out var type) ? type : null;
}

public enum Contract
{
    Entity,
    Event,
    Record,
}

/// <summary>What a movement moves.</summary>
public enum MovementDomain
{
    Oil,
    Arms,
    Troops,
}

public enum EdgeClass
{
    Fact,
    Context,
    Structural,
}

/// <summary>A target of relationships: a node type or a group of node types.</summary>
public abstract class NodeSet
{
    private protected NodeSet()
    {
    }

    public required string Name { get; init; }

    public required string Plural { get; init; }

    public string? Description { get; init; }

    /// <summary>The concrete types, in order of declaration.</summary>
    public abstract ImmutableArray<NodeType> Types { get; }

    /// <summary>The properties that can be asked of every member: of a node type its own, of a group those its interface declares.</summary>
    public required ImmutableArray<PropertyDefinition> Properties { get; init; }

    /// <summary>The relationship fields in the order of the API: of a node type all, declared and inverse; of a group the inverse ones that its interface has.</summary>
    public ImmutableArray<RelationshipEnd> Ends { get; internal set; } = [];
}

public sealed class NodeType : NodeSet
{
    private ImmutableArray<NodeType> _self;

    public required int Ordinal { get; init; }

    /// <summary>The spelling of the type in enums: <c>MILITARY_UNIT</c>.</summary>
    public required string EnumName { get; init; }

    public required string Prefix { get; init; }

    public required Contract Contract { get; init; }

    public MovementDomain? Domain { get; init; }

    public required bool IsBridge { get; init; }

    /// <summary>Event types and Claim carry the fact contract.</summary>
    public bool IsFact => Contract == Contract.Event || Name == "Claim";

    /// <summary>With the implied Entity or Event group first.</summary>
    public required ImmutableArray<GroupType> Groups { get; init; }

    /// <summary>Relationships declared on this type (the arrow starts here), STRUCTURAL ones too.</summary>
    public ImmutableArray<Relationship> Relationships { get; internal set; } = [];

    public override ImmutableArray<NodeType> Types => _self.IsDefault ? _self = [this] : _self;

    public PropertyDefinition? Property(string name) => Properties.FirstOrDefault(property => property.Name == name);

    public override string ToString() => Name;
}

public sealed class GroupType : NodeSet
{
    private ImmutableArray<NodeType> _types = [];

    public required string SuperLabel { get; init; }

    public override ImmutableArray<NodeType> Types => _types;

    internal void SetTypes(ImmutableArray<NodeType> types) => _types = types;

    public override string ToString() => Name;
}

public sealed class EdgeType
{
    public required int Ordinal { get; init; }

    /// <summary><c>CARRIED_BY</c>: the Neo4j relationship type and the value in the API's FactType.</summary>
    public required string Name { get; init; }

    /// <summary><c>carried-by</c>: the prefix of its edges' ids.</summary>
    public required string Prefix { get; init; }

    public required EdgeClass Class { get; init; }

    /// <summary>Null when the edge has nothing beside the contract.</summary>
    public PropertySet? PropertySet { get; init; }

    /// <summary>The contract's properties, then the edge's own; <see cref="PropertyDefinition.Index"/> is the index. Empty for STRUCTURAL.</summary>
    public required ImmutableArray<PropertyDefinition> Properties { get; init; }

    /// <summary>One per declaring field: CARRIED_BY is declared on Shipment, ArmsTransfer and TroopDeployment.</summary>
    public ImmutableArray<Relationship> Relationships { get; internal set; } = [];

    public PropertyDefinition? Property(string name) => Properties.FirstOrDefault(property => property.Name == name);

    /// <summary>The declaration that an edge between nodes of these types belongs to, or null when the model allows none.</summary>
    public Relationship? RelationshipBetween(NodeType from, NodeType to) =>
        Relationships.FirstOrDefault(relationship => relationship.Source == from && relationship.Target.Types.Contains(to));

    public override string ToString() => Name;
}

/// <summary>An @edge field as declared: source type, field, target.</summary>
public sealed class Relationship
{
    public required string Field { get; init; }

    public required string Inverse { get; init; }

    public required EdgeType Edge { get; init; }

    public required NodeType Source { get; init; }

    public required NodeSet Target { get; init; }

    /// <summary>False: at most one edge of it leaves a node.</summary>
    public required bool IsList { get; init; }

    /// <summary>A single relationship that every node of the type has.</summary>
    public required bool IsRequired { get; init; }

    public string? Description { get; init; }

    public override string ToString() => $"{Source.Name}.{Field}";
}

public enum Direction
{
    Out,
    In,
}

/// <summary>A relationship seen from one side: the field <see cref="Name"/> on its owner. An inverse is always a list.</summary>
public sealed record RelationshipEnd(string Name, Relationship Relationship, Direction Direction)
{
    public bool IsList => Direction == Direction.In || Relationship.IsList;

    public bool IsRequired => Direction == Direction.Out && Relationship.IsRequired;

    /// <summary>What stands on the other side.</summary>
    public NodeSet Target => Direction == Direction.Out ? Relationship.Target : Relationship.Source;

    public EdgeType Edge => Relationship.Edge;
}

/// <summary>A type with @edgeProperties.</summary>
public sealed record PropertySet(string Name, ImmutableArray<PropertyDefinition> Properties, string? Description);

public sealed record EnumType(string Name, ImmutableArray<EnumMember> Members, string? Description)
{
    private FrozenDictionary<string, int>? _ordinals;

    /// <summary>The position in the declaration, or -1.</summary>
    public int OrdinalOf(string member) =>
        (_ordinals ??= Members.Select((m, i) => (m.Name, i)).ToFrozenDictionary(m => m.Name, m => m.i)).GetValueOrDefault(member, -1);
}

public sealed record EnumMember(string Name, string? Description);
