using System.Collections.Frozen;
using System.Collections.Immutable;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>Freezes what was read without a fault.</summary>
internal static class ModelAssembly
{
    public static GraphModel Assemble(Declarations declarations, Contracts contracts, BuiltTypes types, ImmutableArray<EdgeType> edges) => new()
    {
        NodeTypes = types.Nodes,
        Groups = types.Groups,
        EdgeTypes = edges,
        Enums = [.. declarations.Enums],
        PropertySets = types.PropertySets,
        EdgeContract = contracts.Edge,
        NodeTypesByName = types.Nodes.ToFrozenDictionary(node => node.Name, StringComparer.Ordinal),
        NodeTypesByPrefix = types.Nodes.ToFrozenDictionary(node => node.Prefix, StringComparer.Ordinal),
        EdgeTypesByName = edges.ToFrozenDictionary(edge => edge.Name, StringComparer.Ordinal),

        // A STRUCTURAL edge has no id.
        EdgeTypesByPrefix = edges.Where(edge => edge.Class != EdgeClass.Structural).ToFrozenDictionary(edge => edge.Prefix, StringComparer.Ordinal),
        GroupsByName = types.Groups.ToFrozenDictionary(group => group.Name, StringComparer.Ordinal),
        EnumsByName = declarations.Enums.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal),
    };
}
