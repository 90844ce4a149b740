using System.Collections.Frozen;
using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Drafts;

internal enum FieldRole
{
    Id,
    From,
    To,
    Citations,

    /// <summary>A property of the model.</summary>
    Property,

    /// <summary>A STRUCTURAL relationship.</summary>
    Link,

    /// <summary>Filled at load; may not be written.</summary>
    Computed,
}

/// <summary>One key that a record of some type may have.</summary>
internal sealed record FieldShape(string Name, FieldRole Role)
{
    public PropertyDefinition? Property { get; init; }

    public Relationship? Link { get; init; }

    /// <summary>The members that may be written; empty = all of the enum.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    public object? Default { get; init; }

    /// <summary>What to do instead of writing a computed field.</summary>
    public string? Instead { get; init; }

    public bool IsRequired { get; init; }
}

/// <summary>The keys of one type's records.</summary>
internal sealed class RecordShape
{
    private readonly FrozenDictionary<string, PropertyDefinition> _properties;

    public RecordShape(string noun, ImmutableArray<PropertyDefinition> properties, IEnumerable<FieldShape> fields)
    {
        Noun = noun;
        _properties = properties.ToFrozenDictionary(property => property.Name, StringComparer.Ordinal);
        All = [.. fields];
        Fields = All.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
        Writable = [.. All.Where(field => field.Role != FieldRole.Computed).Select(field => field.Name)];
        Empty = new object?[properties.Length];
        foreach (var field in All.Where(field => field.Property is not null))
            Empty[field.Property!.Index] = field.Property.IsList ? ImmutableArray<string>.Empty : field.Default; // checked by Where
    }

    public string Noun { get; }

    public ImmutableArray<FieldShape> All { get; }

    public FrozenDictionary<string, FieldShape> Fields { get; }

    public ImmutableArray<string> Writable { get; }

    public PropertyDefinition? Property(string name) => _properties.GetValueOrDefault(name);

    /// <summary>The values of a record that says nothing: defaults and empty lists.</summary>
    public object?[] Empty { get; }
}
