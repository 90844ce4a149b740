using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>Third stage: fields that hold values, to properties. Their index is set where contract and own properties come together.</summary>
internal sealed class PropertyReader(Declarations declarations, Faults faults)
{
    private const string UnitEnum = "Unit";

    /// <param name="canHoldQuantity">Whether claims can be made about the owner: an entity or an event.</param>
    public ImmutableArray<PropertyDefinition> Read(TypeDeclaration type, bool canHoldQuantity)
    {
        var properties = ImmutableArray.CreateBuilder<PropertyDefinition>();
        foreach (var field in type.Fields)
        {
            if (!IsRelationship(field) && Read(type, field, canHoldQuantity) is { } property)
                properties.Add(property);
        }

        return properties.ToImmutable();
    }

    public bool IsRelationship(FieldDeclaration field) => field.Directive(Vocabulary.Edge) is not null || declarations.IsNodeSet(field.Type.Name);

    private PropertyDefinition? Read(TypeDeclaration type, FieldDeclaration field, bool canHoldQuantity)
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
        return WithReference(owner, field, WithUnits(owner, field, canHoldQuantity, WithIndexes(owner, field, property)));
    }

    private void AddUnknownType(string owner, TypeReference type)
    {
        if (declarations.Names.ContainsKey(type.Name))
        {
            faults.Add(
                ErrorCodes.ModelUnknownType, type.Place, $"Field '{owner}' has the type '{type.Name}', which is no scalar and no enum.", type.Name,
                "a scalar or an enum");
            return;
        }

        faults.Add(
            ErrorCodes.ModelUnknownType, type.Place, $"Field '{owner}' has the type '{type.Name}', which is not declared.", type.Name,
            "a scalar, an enum, a node type or a group", Suggestion.Hint(type.Name, Scalars.Names.Concat(declarations.Names.Keys)));
    }

    private PropertyDefinition WithIndexes(string owner, FieldDeclaration field, PropertyDefinition property)
    {
        var key = field.Directive(Vocabulary.Key);
        if (key is not null && (property.IsList || property.Kind is not (ValueKind.Id or ValueKind.String or ValueKind.Int or ValueKind.Imo or ValueKind.UnLocode or ValueKind.CountryCode or ValueKind.Url)))
        {
            const string expected = "a single ID, String, Int, IMO, UNLOCODE, CountryCode or URL";
            faults.Add(ErrorCodes.ModelKeyType, key.Place, $"@key stands on '{owner}' of type {field.Type}; expected {expected}.", field.Type.ToString(), expected);
        }

        var search = field.Directive(Vocabulary.Search);
        if (search is not null && property.Kind is not (ValueKind.String or ValueKind.Imo or ValueKind.UnLocode or ValueKind.CountryCode))
        {
            const string expected = "String, a list of it, IMO, UNLOCODE or CountryCode";
            faults.Add(ErrorCodes.ModelSearchType, search.Place, $"@search stands on '{owner}' of type {field.Type}; expected {expected}.", field.Type.ToString(), expected);
        }

        var index = field.Directive(Vocabulary.Index);
        if (index is not null && (property.IsList || property.Kind is ValueKind.Quantity))
        {
            const string expected = "a single value that is no Quantity";
            faults.Add(ErrorCodes.ModelIndexType, index.Place, $"@index stands on '{owner}' of type {field.Type}; expected {expected}.", field.Type.ToString(), expected);
        }

        return property with { IsKey = key is not null, IsIndexed = index is not null, SearchWeight = search is null ? 0 : search.Number("weight") ?? 1 };
    }

    private PropertyDefinition WithUnits(string owner, FieldDeclaration field, bool canHoldQuantity, PropertyDefinition property)
    {
        var quantity = field.Directive(Vocabulary.Quantity);
        if (property.Kind != ValueKind.Quantity)
        {
            if (quantity is not null)
                faults.Add(ErrorCodes.ModelQuantity, quantity.Place, $"@quantity stands on '{owner}' of type {field.Type}; expected Quantity.", field.Type.ToString(), "Quantity");
            return property;
        }

        if (!canHoldQuantity)
        {
            faults.Add(
                ErrorCodes.ModelQuantityPlace, field.Type.Place,
                $"Field '{owner}' is a Quantity, but no claim can be made about its owner; only entities and events have quantities.");
            return property;
        }

        if (quantity is null)
        {
            faults.Add(ErrorCodes.ModelQuantity, field.Type.Place, $"Quantity '{owner}' names no unit; it needs @quantity(units: [...]).", expected: "@quantity");
            return property;
        }

        var units = quantity.Words("units");
        if (units.Length == 0 && quantity.Arguments.ContainsKey("units"))
            faults.Add(ErrorCodes.ModelQuantity, quantity.PlaceOf("units"), $"Quantity '{owner}' has an empty list of units; it needs at least one.");

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
            faults.Add(ErrorCodes.ModelReferenceType, reference.Place, $"@reference stands on '{owner}' of type {field.Type}; expected ID.", field.Type.ToString(), "ID");

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
