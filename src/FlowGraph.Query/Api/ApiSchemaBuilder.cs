using System.Collections.Frozen;
using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Api;

/// <summary>Compiles a model into its public API. Pure: the same model gives the same schema, type by type in the same order.</summary>
public sealed partial class ApiSchemaBuilder
{
    private readonly GraphModel _model;
    private readonly Dictionary<string, ApiType> _types = new(StringComparer.Ordinal);
    private readonly List<ApiType> _order = [];

    private ApiSchemaBuilder(GraphModel model) => _model = model;

    public static ApiSchema Build(GraphModel model) => new ApiSchemaBuilder(model).Build();

    private ApiSchema Build()
    {
        var query = QueryType();
        Add(query);
        AddScalars();
        AddEnums();
        AddInterfaces();
        var nodeObjects = _model.NodeTypes.Select(NodeObject).Append(EdgeFact()).Append(ChainObject()).ToImmutableArray();
        foreach (var node in nodeObjects)
            Add(node);
        AddLinks();
        AddConnections();
        AddValues();
        AddChainValues();
        AddSurroundingValues();
        AddDescriptionValues();
        AddCiteValues();
        AddFactValues();
        AddSearchValues();
        AddFilters();
        AddSorts();
        AddAggregates();
        AddLedgerValues();
        return new()
        {
            Model = _model,
            Types = _types.ToFrozenDictionary(),
            InOrder = [.. _order],
            NodeObjects = nodeObjects,
        };
    }

    private void Add(ApiType type)
    {
        if (!_types.TryAdd(type.Name, type))
            throw new InvalidOperationException($"The API would have two types named {type.Name}; rename one in the model.");
        _order.Add(type);
    }

    private static ApiField Field(string name, string type, FieldMeaning? meaning, string? description = null) =>
        new(name, TypeRef.Parse(type), meaning, [], description);

    private static ApiField Field(string name, string type, FieldMeaning? meaning, ImmutableArray<ApiArgument> arguments, string? description = null) =>
        new(name, TypeRef.Parse(type), meaning, arguments, description);

    private static ApiArgument Argument(string name, string type, object? value = null, string? description = null) =>
        new(name, TypeRef.Parse(type), value, description);

    private static ImmutableArray<ApiArgument> PageArguments(string? filter, string? sort, string? linkFilter = null) =>
    [
        .. filter is null ? Array.Empty<ApiArgument>() : [Argument("where", filter)],
        .. linkFilter is null ? Array.Empty<ApiArgument>() : [Argument("whereLink", linkFilter)],
        .. sort is null ? Array.Empty<ApiArgument>() : [Argument("order", $"[{sort}!]")],
        Argument("first", "Int"),
        Argument("after", "String"),
        Argument("last", "Int"),
        Argument("before", "String"),
    ];

    private void AddScalars()
    {
        void Scalar(string name, ScalarForm form, string? description = null) => Add(new ApiScalar { Name = name, Form = form, Description = description });
        Scalar("ID", ScalarForm.Id);
        Scalar("String", ScalarForm.Text);
        Scalar("Int", ScalarForm.Int);
        Scalar("Float", ScalarForm.Float);
        Scalar("Boolean", ScalarForm.Boolean);
        Scalar("Date", ScalarForm.Date, "A calendar day: 2024-03-07.");
        Scalar("IMO", ScalarForm.Imo, "An IMO ship number: seven digits with a valid check digit.");
        Scalar("UNLOCODE", ScalarForm.UnLocode, "A UN/LOCODE: five letters or digits without a space, RUVYP.");
        Scalar("CountryCode", ScalarForm.CountryCode, "ISO 3166-1 alpha-2 or alpha-3.");
        Scalar("URL", ScalarForm.Url, "An absolute address, or one that starts at the root of this server.");
        Scalar("JSON", ScalarForm.Json, "Any JSON value.");
    }

    private void AddEnums()
    {
        foreach (var type in _model.Enums)
            Add(new ApiEnum { Name = type.Name, Members = type.Members, Description = type.Description });
        void Enum(string name, string description, IEnumerable<string> members) =>
            Add(new ApiEnum { Name = name, Description = description, Members = [.. members.Select(member => new EnumMember(member, null))] });
        Enum("NodeType", "Every node type.", _model.NodeTypes.Select(type => type.EnumName));
        Enum("FactType", "Every type of fact: edges, events, claims.", FactType.Of(_model).Select(type => type.Name));
        Enum("SortEnumType", "Ascending or descending; missing values stand last in both.", ["ASC", "DESC"]);
        Enum("SupportThrough", "OWN: what the source itself is cited for. RELAYS: and what every source derived from it is cited for.", ["OWN", "RELAYS"]);
        Enum("MovementDomain", "What a movement moves.", ["OIL", "ARMS", "TROOPS"]);
    }

    /// <summary>The API's name of a value kind.</summary>
    private static string ScalarName(PropertyDefinition property) => property.Kind switch
    {
        ValueKind.Id => "ID",
        ValueKind.String => "String",
        ValueKind.Int => "Int",
        ValueKind.Float => "Float",
        ValueKind.Boolean => "Boolean",
        ValueKind.Date => "Date",
        ValueKind.Imo => "IMO",
        ValueKind.UnLocode => "UNLOCODE",
        ValueKind.CountryCode => "CountryCode",
        ValueKind.Url => "URL",
        ValueKind.Enum => property.Enum!.Name,
        ValueKind.FuzzyDate => "FuzzyDate",
        ValueKind.Quantity => "Quantity",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
