using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>What a property can belong to.</summary>
internal enum PropertyOwner
{
    /// <summary>An entity or an event: claims can be made about it.</summary>
    Subject,
    Record,
    Group,
    Edge,
}

/// <summary>Third stage: fields that hold values, to properties. Their index is set where contract and own properties come together.</summary>
internal sealed class PropertyReader(Declarations declarations, Faults faults)
{
    private const string UnitEnum = "Unit";

    private static readonly ImmutableArray<ValueKind> _keyKinds =
        [ValueKind.Id, ValueKind.String, ValueKind.Int, ValueKind.Imo, ValueKind.UnLocode, ValueKind.CountryCode, ValueKind.Url];

    private static readonly ImmutableArray<ValueKind> _searchedKinds = [ValueKind.String, ValueKind.Imo, ValueKind.UnLocode, ValueKind.CountryCode];

    public ImmutableArray<PropertyDefinition> Read(TypeDeclaration type, PropertyOwner owner)
    {
        var properties = ImmutableArray.CreateBuilder<PropertyDefinition>();
        foreach (var field in type.Fields)
        {
            if (!IsEdge(field, owner) && Read(type, field, owner) is { } property)
                properties.Add(property);
        }

        return properties.ToImmutable();
    }

    // On a node type a field that only lacks its @edge is EdgeReader's to report.
    private bool IsEdge(FieldDeclaration field, PropertyOwner owner) =>
        field.Directive(Vocabulary.Edge) is not null
        || owner is PropertyOwner.Subject or PropertyOwner.Record && declarations.IsNodeSet(field.Type.Name);

    private PropertyDefinition? Read(TypeDeclaration type, FieldDeclaration field, PropertyOwner kindOfOwner)
    {
        var owner = $"{type.Name}.{field.Name}";
        var ofEnum = declarations.Enum(field.Type.Name);
        if ((ofEnum is null ? Scalars.KindOf(field.Type.Name) : ValueKind.Enum) is not { } kind)
        {
            AddUnknownType(owner, field.Type);
            return null;
        }

        if (field.Type.IsList && kind is not (ValueKind.String or ValueKind.Enum))
        {
            faults.Add(
                ErrorCodes.ModelListType, field.Type.Place, $"Field '{owner}' is a list of {field.Type.Name}; only String and enums are listed.",
                field.Type.ToString(), "a list of String or of an enum");
            return null;
        }

        var property = new PropertyDefinition
        {
            Index = -1,
            Name = field.Name,
            Kind = kind,
            Enum = ofEnum,
            IsList = field.Type.IsList,
            IsRequired = field.Type.IsRequired,
            Description = field.Description,
        };
        return WithReference(owner, field, WithUnits(owner, field, kindOfOwner, WithIndexes(owner, field, property)));
    }

    private void AddUnknownType(string owner, TypeReference type)
    {
        if (declarations.Names.ContainsKey(type.Name))
        {
            faults.Add(
                ErrorCodes.ModelUnknownType, type.Place, $"Field '{owner}' has the type '{type.Name}', which is no scalar and no enum.", type.Name,
                "a scalar or an enum", declarations.IsNodeSet(type.Name) ? $"Keep an id: ID @reference(to: \"{type.Name}\")." : null);
            return;
        }

        faults.Add(
            ErrorCodes.ModelUnknownType, type.Place, $"Field '{owner}' has the type '{type.Name}', which is not declared.", type.Name,
            "a scalar, an enum, a node type or a group", Suggestion.Hint(type.Name, Scalars.Names.Concat(declarations.Names.Keys)));
    }

    private PropertyDefinition WithIndexes(string owner, FieldDeclaration field, PropertyDefinition property)
    {
        var key = field.Directive(Vocabulary.Key);
        var search = field.Directive(Vocabulary.Search);
        var index = field.Directive(Vocabulary.Index);
        if (property.IsList || !_keyKinds.Contains(property.Kind))
            AddMisfit(ErrorCodes.ModelKeyType, owner, field, key, "a single ID, String, Int, IMO, UNLOCODE, CountryCode or URL");

        if (!_searchedKinds.Contains(property.Kind))
            AddMisfit(ErrorCodes.ModelSearchType, owner, field, search, "String, a list of it, IMO, UNLOCODE or CountryCode");

        if (property.IsList || property.Kind == ValueKind.Quantity)
            AddMisfit(ErrorCodes.ModelIndexType, owner, field, index, "a single value that is no Quantity");

        return property with { IsKey = key is not null, IsIndexed = index is not null, SearchWeight = search is null ? 0 : search.Number("weight") ?? 1 };
    }

    private void AddMisfit(string code, string owner, FieldDeclaration field, AppliedDirective? directive, string expected)
    {
        if (directive is not null)
        {
            faults.Add(
                code, directive.Place, $"@{directive.Name} stands on '{owner}' of type {field.Type}; expected {expected}.", field.Type.ToString(), expected);
        }
    }

    private PropertyDefinition WithUnits(string owner, FieldDeclaration field, PropertyOwner kindOfOwner, PropertyDefinition property)
    {
        var quantity = field.Directive(Vocabulary.Quantity);
        if (property.Kind != ValueKind.Quantity)
        {
            AddMisfit(ErrorCodes.ModelQuantity, owner, field, quantity, "Quantity");
            return property;
        }

        if (kindOfOwner is PropertyOwner.Record or PropertyOwner.Edge)
        {
            faults.Add(
                ErrorCodes.ModelQuantityPlace, field.Type.Place,
                $"Field '{owner}' is a Quantity, but no claim can be made about its owner; only entities and events have quantities.");
            return property;
        }

        if (quantity is null)
        {
            faults.Add(
                ErrorCodes.ModelQuantity, field.Type.Place, $"Quantity '{owner}' names no unit; it needs @quantity(units: [...]).", expected: "@quantity");
            return property;
        }

        var units = quantity.Words("units");
        if (units.Length == 0 && quantity.Arguments.ContainsKey("units"))
        {
            faults.Add(
                ErrorCodes.ModelQuantity, quantity.PlaceOf("units"), $"Quantity '{owner}' has an empty list of units; it needs at least one.", "[]", "units");
        }

        var known = declarations.Enum(UnitEnum)?.Members.Select(member => member.Name).ToArray() ?? [];
        foreach (var unit in units.Where(unit => !known.Contains(unit.Name)))
        {
            faults.Add(
                ErrorCodes.ModelQuantityUnit, unit.Place, $"Quantity '{owner}' is given in '{unit.Name}', which is no member of {UnitEnum}.", unit.Name,
                $"a member of {UnitEnum}", Suggestion.Hint(unit.Name, known));
        }

        return property with { Units = [.. units.Select(unit => unit.Name)] };
    }

    private PropertyDefinition WithReference(string owner, FieldDeclaration field, PropertyDefinition property)
    {
        if (field.Directive(Vocabulary.Reference) is not { } reference)
            return property;

        if (property.Kind != ValueKind.Id)
            AddMisfit(ErrorCodes.ModelReferenceType, owner, field, reference, "ID");

        var target = reference.Text("to");
        if (target is not null && target != ReservedNames.AnyNode && !declarations.IsNodeSet(target))
        {
            faults.Add(
                ErrorCodes.ModelReferenceTarget, reference.PlaceOf("to"), $"Reference '{owner}' points to '{target}'; no such node type or group.", target,
                $"a node type, a group or {ReservedNames.AnyNode}",
                Suggestion.Hint(target, declarations.Nodes.Select(node => node.Type.Name).Concat(declarations.Groups.Select(group => group.Type.Name))));
        }

        if (reference.Text("as") is { } name && !Naming.IsCamel(name))
            NameRules.AddBadName(faults, reference.PlaceOf("as"), $"Name '{name}' of reference '{owner}'", name, NameRules.CamelForm);

        return property with { ReferenceTo = target, ReferenceAs = reference.Text("as") };
    }
}
