using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Values;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>The form of names, and names that would meet in the API, in ids or in labels.</summary>
internal static class NameRules
{
    public const string CamelForm = "a lower-case letter, then letters and digits";

    public const string ScreamingForm = "upper-case letters, digits and underscores";

    private const string PascalForm = "an upper-case letter, then letters and digits";

    private const string LabelForm = "letters, digits and underscores";

    private const string PrefixForm = "lower-case letters, digits and hyphens";

    public static void Check(Declarations declarations, Faults faults)
    {
        foreach (var (name, place) in declarations.Names.Where(entry => !Scalars.IsKnown(entry.Key)))
            CheckTypeName(name, place, faults);

        foreach (var set in declarations.PropertySets)
            CheckFieldNames(set, faults);

        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["_Release"] = "the release" };
        var prefixes = new Dictionary<string, string>(StringComparer.Ordinal);
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in declarations.Nodes)
        {
            CheckFieldNames(node.Type, faults);
            CheckRoots(node.Type, node.Plural, roots, faults);
            CheckPrefix(node, prefixes, faults);
            AddUnlessTaken(labels, node.Type.Name, node.Type, ErrorCodes.ModelDuplicateLabel, "Label", faults);
            AddUnlessTaken(spellings, Naming.Screaming(node.Type.Name), node.Type, ErrorCodes.ModelDuplicateFactType, "Enum spelling", faults);
        }

        foreach (var group in declarations.Groups)
        {
            CheckFieldNames(group.Type, faults);
            CheckRoots(group.Type, group.Plural, roots, faults);
            if (!Naming.IsLabel(group.SuperLabel))
                AddBadName(faults, group.Type.Place, $"Super-label '{group.SuperLabel}' of '{group.Type.Name}'", group.SuperLabel, LabelForm);
            AddUnlessTaken(labels, group.SuperLabel, group.Type, ErrorCodes.ModelDuplicateLabel, "Super-label", faults);
        }
    }

    public static void AddBadName(Faults faults, SdlPlace place, string subject, string found, string form) =>
        faults.Add(ErrorCodes.ModelBadName, place, $"{subject} has the wrong form; expected {form}.", found, form);

    private static void CheckTypeName(string name, SdlPlace place, Faults faults)
    {
        if (!Naming.IsPascal(name))
            AddBadName(faults, place, $"Type name '{name}'", name, PascalForm);
        else if (ReservedNames.Types.Contains(name))
            faults.Add(ErrorCodes.ModelReservedName, place, $"Type '{name}' has a name that the API uses itself.", name, "another name");
    }

    private static void CheckFieldNames(TypeDeclaration type, Faults faults)
    {
        foreach (var field in type.Fields.Where(field => !Naming.IsCamel(field.Name)))
            AddBadName(faults, field.Place, $"Field name '{type.Name}.{field.Name}'", field.Name, CamelForm);
    }

    private static void CheckRoots(TypeDeclaration type, string plural, Dictionary<string, string> roots, Faults faults)
    {
        if (!Naming.IsCamel(plural))
            AddBadName(faults, type.Place, $"Plural '{plural}' of '{type.Name}'", plural, CamelForm);

        foreach (var root in new[] { Naming.Camel(type.Name), plural })
        {
            if (ReservedNames.RootFields.Contains(root))
            {
                faults.Add(
                    ErrorCodes.ModelReservedName, type.Place, $"Root field '{root}' of '{type.Name}' has a name that the API uses itself.", root,
                    "another name");
            }
            else
            {
                AddUnlessTaken(roots, root, type, ErrorCodes.ModelDuplicatePlural, "Root field", faults);
            }
        }
    }

    private static void CheckPrefix(NodeDeclaration node, Dictionary<string, string> prefixes, Faults faults)
    {
        var subject = $"Prefix '{node.Prefix}' of '{node.Type.Name}'";
        if (!RecordId.IsPart(node.Prefix))
            AddBadName(faults, node.Type.Place, subject, node.Prefix, PrefixForm);
        else if (ReservedNames.Prefixes.Contains(node.Prefix))
            faults.Add(ErrorCodes.ModelReservedName, node.Type.Place, $"{subject} begins ids of another kind.", node.Prefix, "another prefix");
        else
            AddUnlessTaken(prefixes, node.Prefix, node.Type, ErrorCodes.ModelDuplicatePrefix, "Prefix", faults);
    }

    private static void AddUnlessTaken(
        Dictionary<string, string> taken, string name, TypeDeclaration type, string code, string what, Faults faults)
    {
        if (!taken.TryAdd(name, $"'{type.Name}'"))
            faults.Add(code, type.Place, $"{what} '{name}' of '{type.Name}' is already that of {taken[name]}.", name);
    }
}
