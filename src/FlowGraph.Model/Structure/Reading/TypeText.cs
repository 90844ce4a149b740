namespace FlowGraph.Model.Structure.Reading;

/// <summary>The type of a property as SDL writes it.</summary>
internal static class TypeText
{
    public static string Of(PropertyDefinition property)
    {
        var name = property.Enum?.Name ?? Scalars.NameOf(property.Kind);
        return property.IsList ? $"[{name}!]!" : property.IsRequired ? $"{name}!" : name;
    }

    public static bool IsSame(PropertyDefinition one, PropertyDefinition other) => Of(one) == Of(other);
}
