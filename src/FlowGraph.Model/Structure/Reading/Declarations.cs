using System.Collections.Immutable;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>What the texts declare, in order, each name once.</summary>
internal sealed record Declarations
{
    public List<NodeDeclaration> Nodes { get; } = [];

    public List<GroupDeclaration> Groups { get; } = [];

    public List<TypeDeclaration> PropertySets { get; } = [];

    public List<EnumType> Enums { get; } = [];

    /// <summary>Every declared name, also of types that turned out faulty: their uses are not reported once more.</summary>
    public Dictionary<string, SdlPlace> Names { get; } = new(StringComparer.Ordinal);

    public NodeDeclaration? Node(string name) => Nodes.Find(node => node.Type.Name == name);

    public GroupDeclaration? Group(string name) => Groups.Find(group => group.Type.Name == name);

    public EnumType? Enum(string name) => Enums.Find(type => type.Name == name);

    public bool IsNoInterface(string name) => Node(name) is not null || Enum(name) is not null || PropertySets.Exists(set => set.Name == name);

    /// <summary>What an edge can target.</summary>
    public bool IsNodeSet(string name) => Node(name) is not null || Group(name) is not null;

    /// <summary>The groups a node belongs to: the implied one first, then those it implements.</summary>
    public static IEnumerable<string> GroupsOf(NodeDeclaration node)
    {
        string[] implied = node.Contract switch
        {
            Contract.Entity => [GroupNames.Entity],
            Contract.Event => [GroupNames.Event],
            _ => [],
        };
        return implied.Concat(node.Type.Interfaces.Select(used => used.Name)).Distinct();
    }

    public IEnumerable<NodeDeclaration> MembersOf(GroupDeclaration group) =>
        Nodes.Where(node => GroupsOf(node).Contains(group.Type.Name));
}

internal static class GroupNames
{
    public const string Entity = "Entity";

    public const string Event = "Event";

    /// <summary>The group whose members have a domain.</summary>
    public const string Movement = "Movement";
}

/// <summary>An object or interface type as written.</summary>
internal sealed record TypeDeclaration(
    string Name, SdlPlace Place, string? Description, ImmutableArray<NameUse> Interfaces, ImmutableArray<FieldDeclaration> Fields);

internal sealed record NodeDeclaration(TypeDeclaration Type, Contract Contract, string Plural, string Prefix, MovementDomain? Domain, bool IsBridge);

internal sealed record GroupDeclaration(TypeDeclaration Type, string SuperLabel, string Plural);

/// <summary>A name where it is used.</summary>
internal sealed record NameUse(string Name, SdlPlace Place);

internal sealed record FieldDeclaration(
    string Name, SdlPlace Place, string? Description, TypeReference Type, ImmutableArray<AppliedDirective> Directives)
{
    public AppliedDirective? Directive(string name) => Directives.FirstOrDefault(directive => directive.Name == name);
}

/// <summary>The type of a field: <c>T</c>, <c>T!</c> or <c>[T!]!</c>.</summary>
internal sealed record TypeReference(string Name, bool IsList, bool IsRequired, SdlPlace Place)
{
    public override string ToString() => IsList ? $"[{Name}!]!" : IsRequired ? $"{Name}!" : Name;
}
