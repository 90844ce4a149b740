using System.Collections.Immutable;

namespace FlowGraph.Model.Structure;

/// <summary>The kind of value a property holds; the CLR type of a stored value is in brackets.</summary>
public enum ValueKind
{
    /// <summary>[string]</summary>
    Id,

    /// <summary>[string]</summary>
    String,

    /// <summary>[int]</summary>
    Int,

    /// <summary>[double]</summary>
    Float,

    /// <summary>[bool]</summary>
    Boolean,

    /// <summary>[DateOnly]</summary>
    Date,

    /// <summary>[string], seven digits</summary>
    Imo,

    /// <summary>[string]</summary>
    UnLocode,

    /// <summary>[string]</summary>
    CountryCode,

    /// <summary>[string]</summary>
    Url,

    /// <summary>[string], a member name of <see cref="PropertyDefinition.Enum"/></summary>
    Enum,

    /// <summary>[FuzzyDate]</summary>
    FuzzyDate,

    /// <summary>[Quantity]</summary>
    Quantity,
}

/// <summary>A stored property of a node type, a group or an edge type.</summary>
/// <remarks>A list property holds <c>ImmutableArray&lt;string&gt;</c>; only String and Enum are listed. A missing value is null, a missing list empty.</remarks>
public sealed record PropertyDefinition
{
    /// <summary>Position in the owner's <c>Properties</c>, and of the value in a record's <c>Values</c>.</summary>
    public required int Index { get; init; }

    public required string Name { get; init; }

    public required ValueKind Kind { get; init; }

    /// <summary>Set for <see cref="ValueKind.Enum"/>.</summary>
    public EnumType? Enum { get; init; }

    public bool IsList { get; init; }

    /// <summary>Never null. Lists always are required.</summary>
    public bool IsRequired { get; init; }

    public bool IsKey { get; init; }

    public bool IsIndexed { get; init; }

    /// <summary>0 = not searched.</summary>
    public int SearchWeight { get; init; }

    /// <summary>Allowed units of a quantity.</summary>
    public ImmutableArray<string> Units { get; init; } = [];

    /// <summary>For an @reference: the node type, group or "Node" that the id is resolved to.</summary>
    public string? ReferenceTo { get; init; }

    /// <summary>The field's name in the API: differs from <see cref="Name"/> only where @reference(as:) says so.</summary>
    public string FieldName => ReferenceAs ?? Name;

    public string? ReferenceAs { get; init; }

    /// <summary>Added by the compiler from the contract, not written in the model.</summary>
    public bool IsContract { get; init; }

    public string? Description { get; init; }

    public override string ToString() => Name;
}
