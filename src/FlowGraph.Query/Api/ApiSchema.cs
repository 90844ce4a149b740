using System.Collections.Frozen;
using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Api;

/// <summary>The public API as data: every type, field, argument, and what each field means. The server turns it into its GraphQL engine's types; the compiler turns selections of it into plans.</summary>
public sealed class ApiSchema
{
    public required GraphModel Model { get; init; }

    public required FrozenDictionary<string, ApiType> Types { get; init; }

    /// <summary>In the order in which the schema prints them.</summary>
    public required ImmutableArray<ApiType> InOrder { get; init; }

    public ApiObject Query => (ApiObject)Types["Query"];

    /// <summary>Object types that are nodes of the API (<c>Node</c>), in the order of the model, then EdgeFact and Chain.</summary>
    public required ImmutableArray<ApiObject> NodeObjects { get; init; }

    /// <summary>The concrete node objects behind a composite type: itself, or an interface's implementers.</summary>
    public ImmutableArray<ApiObject> ConcreteTypes(ApiComposite type) =>
        type is ApiObject self ? [self] : [.. InOrder.OfType<ApiObject>().Where(o => o.Interfaces.Contains(type.Name))];
}

public abstract class ApiType
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public sealed override string ToString() => Name;
}

public sealed class ApiScalar : ApiType
{
    public required ScalarForm Form { get; init; }
}

/// <summary>How a scalar's text is checked and what CLR value it has in brackets.</summary>
public enum ScalarForm
{
    /// <summary>[string] of the form <c>type:name</c></summary>
    Id,

    /// <summary>[string] with no further form</summary>
    Text,

    /// <summary>[int]</summary>
    Int,

    /// <summary>[double]</summary>
    Float,

    /// <summary>[bool]</summary>
    Boolean,

    /// <summary>[DateOnly]</summary>
    Date,

    /// <summary>[string] of seven digits with a check digit</summary>
    Imo,

    /// <summary>[string]</summary>
    UnLocode,

    /// <summary>[string]</summary>
    CountryCode,

    /// <summary>[string]</summary>
    Url,

    /// <summary>Output only: any JSON.</summary>
    Json,
}

public sealed class ApiEnum : ApiType
{
    public required ImmutableArray<EnumMember> Members { get; init; }
}

public abstract class ApiComposite : ApiType
{
    private FrozenDictionary<string, ApiField>? _byName;

    public required ImmutableArray<ApiField> Fields { get; init; }

    /// <summary>Names of implemented interfaces.</summary>
    public ImmutableArray<string> Interfaces { get; init; } = [];

    public ApiField? Field(string name) =>
        (_byName ??= Fields.ToFrozenDictionary(field => field.Name)).GetValueOrDefault(name);
}

public sealed class ApiInterface : ApiComposite
{
    /// <summary>The group or type whose members can stand behind it; null for Node, Fact and Link.</summary>
    public NodeSet? Set { get; init; }
}

public sealed class ApiObject : ApiComposite
{
    /// <summary>Set when its objects are nodes of the graph.</summary>
    public NodeType? NodeType { get; init; }
}

public sealed class ApiInputObject : ApiType
{
    private FrozenDictionary<string, ApiArgument>? _byName;

    public required ImmutableArray<ApiArgument> Fields { get; init; }

    public ApiArgument? Field(string name) =>
        (_byName ??= Fields.ToFrozenDictionary(field => field.Name)).GetValueOrDefault(name);
}

/// <summary>A field; <see cref="Meaning"/> is null on interfaces, where the concrete type's field decides.</summary>
public sealed record ApiField(string Name, TypeRef Type, FieldMeaning? Meaning, ImmutableArray<ApiArgument> Arguments, string? Description = null)
{
    public ApiArgument? Argument(string name) => Arguments.FirstOrDefault(argument => argument.Name == name);
}

/// <summary>An argument or input field. <see cref="Default"/> is a CLR value as coercion yields it; null = no default.</summary>
public sealed record ApiArgument(string Name, TypeRef Type, object? Default = null, string? Description = null);

/// <summary>A named type with its wrappers; the API has no list of lists.</summary>
public sealed record TypeRef(string Name, bool NonNull = false, bool IsList = false, bool ElementNonNull = false)
{
    /// <summary>Reads <c>[Vessel!]!</c>.</summary>
    public static TypeRef Parse(string text)
    {
        var nonNull = text.EndsWith('!');
        if (nonNull)
            text = text[..^1];
        if (!text.StartsWith('['))
            return new(text, nonNull);
        text = text[1..^1];
        var elementNonNull = text.EndsWith('!');
        return new(elementNonNull ? text[..^1] : text, nonNull, IsList: true, elementNonNull);
    }

    public TypeRef Element => new(Name, ElementNonNull);

    public override string ToString() =>
        $"{(IsList ? $"[{Name}{(ElementNonNull ? "!" : "")}]" : Name)}{(NonNull ? "!" : "")}";
}
