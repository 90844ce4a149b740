using System.Collections.Immutable;

namespace FlowGraph.Model.Structure;

/// <summary>The part of a model's value that one Neo4j property holds.</summary>
public enum StoredPart
{
    Value,
    Edtf,
    Earliest,
    Latest,
    Precision,
    Best,
    Low,
    High,
    Unit,
    Bound,
    Text,
    Contested,
}

/// <summary>One property as Neo4j has it. Dates and quantities, which Neo4j has no value for, are laid flat.</summary>
public sealed record StoredProperty(string Name, PropertyDefinition Property, StoredPart Part)
{
    /// <summary>Stored as DATE, so that it can be compared and shown as one.</summary>
    public bool IsDate => Part is StoredPart.Earliest or StoredPart.Latest || Property.Kind == ValueKind.Date;

    /// <summary>Where an edge's reference is also stored as a name that people can read.</summary>
    public static string ReadableName(PropertyDefinition reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.Name + "Name";
    }

    /// <summary>The contract's own date stands under plain names, any other under its own.</summary>
    public static ImmutableArray<StoredProperty> Of(PropertyDefinition property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.Kind switch
        {
            ValueKind.FuzzyDate when property is { IsContract: true, Name: "when" } =>
            [
                new("whenEdtf", property, StoredPart.Edtf),
                new("earliest", property, StoredPart.Earliest),
                new("latest", property, StoredPart.Latest),
                new("precision", property, StoredPart.Precision),
            ],
            ValueKind.FuzzyDate => Parts(property, StoredPart.Edtf, StoredPart.Earliest, StoredPart.Latest, StoredPart.Precision),
            ValueKind.Quantity => Parts(
                property, StoredPart.Best, StoredPart.Low, StoredPart.High, StoredPart.Unit, StoredPart.Bound, StoredPart.Text, StoredPart.Contested),
            _ => [new(property.Name, property, StoredPart.Value)],
        };
    }

    private static ImmutableArray<StoredProperty> Parts(PropertyDefinition property, params StoredPart[] parts) =>
        [.. parts.Select(part => new StoredProperty(property.Name + part, property, part))];
}
