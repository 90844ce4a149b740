using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>The types of a model before their relationships.</summary>
internal sealed record BuiltTypes(ImmutableArray<NodeType> Nodes, ImmutableArray<GroupType> Groups, ImmutableArray<PropertySet> PropertySets)
{
    public NodeSet? Set(string name) => (NodeSet?)Nodes.FirstOrDefault(node => node.Name == name) ?? Groups.FirstOrDefault(group => group.Name == name);
}

/// <summary>Fourth stage: declarations to types with all their properties.</summary>
internal static class TypeBuilder
{
    public static BuiltTypes Build(Declarations declarations, Contracts contracts, Faults faults)
    {
        var reader = new PropertyReader(declarations, faults);
        var groups = declarations.Groups.Select(group => BuildGroup(group, declarations, contracts, reader, faults)).ToImmutableArray();
        var nodes = declarations.Nodes.Select((node, ordinal) => BuildNode(node, ordinal, groups, contracts, reader, faults)).ToImmutableArray();
        foreach (var group in groups)
            group.SetTypes([.. nodes.Where(node => node.Groups.Contains(group))]);

        var types = new BuiltTypes(nodes, groups, [.. declarations.PropertySets.Select(set => BuildPropertySet(set, reader, faults))]);
        GroupRules.Check(declarations, types, faults);
        NodeRules.Check(declarations, faults);
        return types;
    }

    private static GroupType BuildGroup(
        GroupDeclaration group, Declarations declarations, Contracts contracts, PropertyReader reader, Faults faults)
    {
        RefuseEdges(group.Type, "interface", faults);
        var first = declarations.MembersOf(group).FirstOrDefault();
        var contract = first is null ? contracts.Record : contracts.For(first);
        var declared = reader.Read(group.Type, PropertyOwner.Group);
        return new GroupType
        {
            Name = group.Type.Name,
            Plural = group.Plural,
            SuperLabel = group.SuperLabel,
            Description = group.Type.Description,
            Properties = Compose(group.Type, contract, declared, faults),
        };
    }

    private static NodeType BuildNode(
        NodeDeclaration node, int ordinal, ImmutableArray<GroupType> groups, Contracts contracts, PropertyReader reader, Faults faults)
    {
        var declared = reader.Read(node.Type, node.Contract == Contract.Record ? PropertyOwner.Record : PropertyOwner.Subject);
        return new NodeType
        {
            Name = node.Type.Name,
            Plural = node.Plural,
            Description = node.Type.Description,
            Ordinal = ordinal,
            EnumName = Naming.Screaming(node.Type.Name),
            Prefix = node.Prefix,
            Contract = node.Contract,
            Domain = node.Domain,
            IsBridge = node.IsBridge,
            Groups = [.. Declarations.GroupsOf(node).Select(name => groups.FirstOrDefault(group => group.Name == name)).OfType<GroupType>()],
            Properties = Compose(node.Type, contracts.For(node), declared, faults),
        };
    }

    private static PropertySet BuildPropertySet(TypeDeclaration set, PropertyReader reader, Faults faults)
    {
        RefuseEdges(set, "type of edge properties", faults);
        foreach (var used in set.Interfaces)
        {
            faults.Add(
                ErrorCodes.ModelUnsupported, used.Place, $"Edge properties '{set.Name}' implement '{used.Name}'; only node types belong to groups.", used.Name);
        }

        return new PropertySet(set.Name, [.. Contracts.Indexed(reader.Read(set, PropertyOwner.Edge))], set.Description);
    }

    private static ImmutableArray<PropertyDefinition> Compose(
        TypeDeclaration type, ImmutableArray<PropertyDefinition> contract, ImmutableArray<PropertyDefinition> declared, Faults faults)
    {
        foreach (var property in declared)
        {
            if (contract.FirstOrDefault(known => known.Name == property.Name) is not { } known || TypeText.IsSame(known, property))
                continue;

            var field = type.Fields.First(field => field.Name == property.Name);
            faults.Add(
                ErrorCodes.ModelContractField, field.Type.Place,
                $"Field '{type.Name}.{property.Name}' belongs to the contract as {TypeText.Of(known)}; here it is {TypeText.Of(property)}.",
                TypeText.Of(property), TypeText.Of(known), $"Leave '{property.Name}' out, or give it another name.");
        }

        return Contracts.Compose(contract, declared);
    }

    private static void RefuseEdges(TypeDeclaration type, string kind, Faults faults)
    {
        foreach (var field in type.Fields)
        {
            if (field.Directive(Vocabulary.Edge) is { } edge)
            {
                faults.Add(
                    ErrorCodes.ModelEdgeNotOnNode, edge.Place, $"Edge '{field.Name}' stands on the {kind} '{type.Name}'; edges start at @node types.",
                    expected: "a @node type");
            }
        }
    }
}
