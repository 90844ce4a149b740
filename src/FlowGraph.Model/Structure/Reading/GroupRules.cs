using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>What must hold between groups and their members.</summary>
internal static class GroupRules
{
    public static void Check(Declarations declarations, BuiltTypes types, Faults faults)
    {
        foreach (var (contract, name) in new[] { (Contract.Entity, GroupNames.Entity), (Contract.Event, GroupNames.Event) })
        {
            if (declarations.Nodes.Exists(node => node.Contract == contract) && !declarations.Names.ContainsKey(name))
            {
                faults.Add(
                    ErrorCodes.ModelGroupMissing, null, $"The group '{name}' is not declared, but there are node types with its contract.",
                    expected: $"interface {name} @group");
            }
        }

        foreach (var group in declarations.Groups)
            CheckMembers(group, [.. declarations.MembersOf(group)], faults);

        foreach (var node in declarations.Nodes)
        {
            foreach (var used in node.Type.Interfaces)
                CheckMembership(node, used, declarations, types, faults);
        }
    }

    private static void CheckMembers(GroupDeclaration group, List<NodeDeclaration> members, Faults faults)
    {
        if (members.Count == 0)
        {
            faults.Add(
                ErrorCodes.ModelGroupEmpty, group.Type.Place, $"Group '{group.Type.Name}' has no members.",
                hint: "Let a node type implement it, or remove it.");
            return;
        }

        if (members.Find(member => member.Contract != members[0].Contract) is { } other)
        {
            faults.Add(
                ErrorCodes.ModelGroupMixed, group.Type.Place,
                $"Group '{group.Type.Name}' mixes contracts: '{members[0].Type.Name}' is {InWords(members[0])}, '{other.Type.Name}' is {InWords(other)}.",
                expected: "members of one contract");
        }
    }

    private static void CheckMembership(NodeDeclaration node, NameUse used, Declarations declarations, BuiltTypes types, Faults faults)
    {
        var name = node.Type.Name;
        if (declarations.Group(used.Name) is not { } group)
        {
            // An interface that is no group was reported where it is declared.
            if (!declarations.Names.ContainsKey(used.Name))
            {
                faults.Add(
                    ErrorCodes.ModelUnknownInterface, used.Place, $"Type '{name}' implements '{used.Name}'; no such group.", used.Name, "a group",
                    Suggestion.Hint(used.Name, declarations.Groups.Select(known => known.Type.Name)));
            }
            else if (declarations.IsNoInterface(used.Name))
            {
                faults.Add(ErrorCodes.ModelUnknownInterface, used.Place, $"Type '{name}' implements '{used.Name}', which is no group.", used.Name, "a group");
            }

            return;
        }

        var type = types.Nodes.First(candidate => candidate.Name == name);
        var shared = types.Groups.First(candidate => candidate.Name == used.Name).Properties;
        foreach (var wanted in shared.Where(property => group.Type.Fields.Any(field => field.Name == property.Name)))
        {
            var own = type.Property(wanted.Name);
            if (own is not null && (TypeText.IsSame(wanted, own) || TypeText.IsSame(wanted with { IsRequired = true }, own)))
                continue;

            // A field that is there and yet no property was reported for its own type.
            var field = node.Type.Fields.FirstOrDefault(field => field.Name == wanted.Name);
            if (own is null && field is not null)
                continue;

            faults.Add(
                ErrorCodes.ModelGroupField, field?.Type.Place ?? node.Type.Place,
                own is null
                    ? $"Type '{name}' lacks the field '{wanted.Name}: {TypeText.Of(wanted)}' of its group '{used.Name}'."
                    : $"Field '{name}.{wanted.Name}' is {TypeText.Of(own)}; its group '{used.Name}' has it as {TypeText.Of(wanted)}.",
                own is null ? null : TypeText.Of(own), TypeText.Of(wanted));
        }
    }

    private static string InWords(NodeDeclaration node) => node.Contract switch
    {
        Contract.Entity => "an ENTITY",
        Contract.Event => "an EVENT",
        _ => "a RECORD",
    };
}
