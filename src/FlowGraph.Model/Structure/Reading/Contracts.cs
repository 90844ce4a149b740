using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>The properties that a kind of record has without declaring them.</summary>
internal sealed record Contracts(
    ImmutableArray<PropertyDefinition> Entity,
    ImmutableArray<PropertyDefinition> Event,
    ImmutableArray<PropertyDefinition> Claim,
    ImmutableArray<PropertyDefinition> Record,
    ImmutableArray<PropertyDefinition> Edge)
{
    public static Contracts Of(Declarations declarations, Faults faults)
    {
        PropertyDefinition[] id = [Property("id", ValueKind.Id, true, "The record's id: prefix, colon, name.")];
        PropertyDefinition[] entity =
        [
            Property("name", ValueKind.String, true, "The name it goes by.") with { SearchWeight = 1 },
            List("aliases", "Other names.") with { SearchWeight = 1 },
            List("nativeNames", "Names in the script of their own language.") with { SearchWeight = 1 },
            Property("description", ValueKind.String, false, "What it is, in a sentence or two."),
        ];
        PropertyDefinition[] happening =
        [
            Property("name", ValueKind.String, true, "The name it goes by.") with { SearchWeight = 1 },
            Property("description", ValueKind.String, false, "What happened, in a sentence or two."),
            Member("modality", "Modality", true, "Whether it happened, was planned, or was announced.", declarations, faults),
        ];
        PropertyDefinition[] fact =
        [
            Property("key", ValueKind.String, true, "Ten characters computed from the id; chain ids are made of them."),
            Property("caption", ValueKind.String, true, "The fact in one line; it starts with a warning sign when it is contested."),
            Member("kind", "FactKind", true, "How it is known.", declarations, faults),
            Member("status", "FactStatus", true, "Whether it stands.", declarations, faults),
            Property("statusReason", ValueKind.String, false, "Why it was withdrawn or replaced."),
            Member("confidence", "Confidence", true, "Computed from its citations by published rules.", declarations, faults),
            Property("confidenceBasis", ValueKind.String, true, "What the confidence was computed from."),
            Member("likelihood", "Likelihood", false, "Only where a source uses such a word.", declarations, faults),
            Property("when", ValueKind.FuzzyDate, false, "When it happened or held."),
            Property("independentSources", ValueKind.Int, true, "Distinct origins of its supporting citations; republication adds none."),
        ];
        return new Contracts([.. id, .. entity], [.. id, .. happening, .. fact], [.. id, .. fact], [.. id], [.. Indexed([.. id, .. fact])]);
    }

    public ImmutableArray<PropertyDefinition> For(NodeDeclaration node) => node.Contract switch
    {
        Contract.Entity => Entity,
        Contract.Event => Event,
        _ => node.Type.Name == ReservedNames.Claim ? Claim : Record,
    };

    /// <summary>The contract's properties in their order, as declared where they are declared, then all others.</summary>
    public static ImmutableArray<PropertyDefinition> Compose(ImmutableArray<PropertyDefinition> contract, ImmutableArray<PropertyDefinition> declared)
    {
        var own = declared.Where(property => contract.All(known => known.Name != property.Name));
        var first = contract.Select(known => declared.FirstOrDefault(property => property.Name == known.Name) ?? known);
        return [.. Indexed(first.Concat(own))];
    }

    public static IEnumerable<PropertyDefinition> Indexed(IEnumerable<PropertyDefinition> properties) =>
        properties.Select((property, index) => property with { Index = index });

    private static PropertyDefinition Property(string name, ValueKind kind, bool isRequired, string description) => new()
    {
        Index = -1,
        Name = name,
        Kind = kind,
        IsRequired = isRequired,
        IsContract = true,
        Description = description,
    };

    private static PropertyDefinition List(string name, string description) =>
        Property(name, ValueKind.String, true, description) with { IsList = true, SearchWeight = 1 };

    private static PropertyDefinition Member(string name, string enumName, bool isRequired, string description, Declarations declarations, Faults faults)
    {
        var type = declarations.Enum(enumName);
        if (type is null)
        {
            faults.Add(
                ErrorCodes.ModelContractEnum, null, $"The enum '{enumName}' is not declared; '{name}' of the contract needs it.", expected: $"enum {enumName}",
                hint: Suggestion.Hint(enumName, declarations.Enums.Select(known => known.Name)));
        }

        return Property(name, ValueKind.Enum, isRequired, description) with { Enum = type };
    }
}
