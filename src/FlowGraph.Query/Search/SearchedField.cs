using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Search;

/// <summary>A property by which people know a record.</summary>
/// <param name="Reduction">What a hit on it costs against one on the record's own name.</param>
/// <param name="IsKey">A key is found whole or not at all.</param>
public sealed record SearchedField(PropertyDefinition Property, int Reduction, bool IsKey)
{
    private static readonly Dictionary<string, int> _reductions = new(StringComparer.Ordinal)
    {
        ["name"] = 0,
        ["title"] = 0,
        ["commonName"] = 0,
        ["aliases"] = 3,
        ["nativeNames"] = 3,
        ["acronym"] = 3,
        ["formerNames"] = 5,
    };

    /// <summary>In the order of the type's properties; none where its records have no names: claims, citations.</summary>
    public static ImmutableArray<SearchedField> Of(NodeType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (NameOf(type) is null)
            return [];
        return [.. type.Properties.Where(property => IsKeyOf(property) || _reductions.ContainsKey(property.Name) && property.Kind == ValueKind.String)
            .Select(property => new SearchedField(property, _reductions.GetValueOrDefault(property.Name), IsKeyOf(property)))];
    }

    /// <summary>What a record of the type is called; null where records have no names.</summary>
    public static PropertyDefinition? NameOf(NodeType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Contract == Contract.Record ? type.Property("title") : type.Property("name");
    }

    // Natural keys, and the key that citations and chains name a fact by.
    private static bool IsKeyOf(PropertyDefinition property) => property.IsKey || property is { IsContract: true, Name: "key" };
}
