using System.Globalization;
using FlowGraph.Model.Records;
using FlowGraph.Query.Api;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;

namespace FlowGraph.TestKit.Oracle;

/// <summary>The API as GraphQL.NET's own types, each field with a plain resolver.</summary>
internal sealed class OracleSchema
{
    private readonly ApiSchema _api;
    private readonly OracleResolvers _resolvers;
    private readonly Dictionary<string, IGraphType> _types = [];

    private OracleSchema(ApiSchema api, OracleGraph graph)
    {
        _api = api;
        _resolvers = new(graph);
    }

    public static ISchema Build(ApiSchema api, OracleGraph graph) => new OracleSchema(api, graph).Build();

    private Schema Build()
    {
        foreach (var type in _api.InOrder)
            _types[type.Name] = Create(type);
        foreach (var type in _api.InOrder.OfType<ApiObject>())
        {
            foreach (var name in type.Interfaces)
                ((ObjectGraphType)_types[type.Name]).AddResolvedInterface((IInterfaceGraphType)_types[name]);
        }
        foreach (var type in _api.InOrder.OfType<ApiInterface>())
        {
            foreach (var name in type.Interfaces)
                ((InterfaceGraphType)_types[type.Name]).AddResolvedInterface((IInterfaceGraphType)_types[name]);
        }
        var schema = new Schema { Query = (ObjectGraphType)_types["Query"] };
        foreach (var type in _types.Where(type => type.Key != "Query"))
            schema.RegisterType(type.Value);
        schema.Initialize();
        return schema;
    }

    private IGraphType Create(ApiType type) => type switch
    {
        ApiScalar scalar => scalar.Name switch
        {
            "ID" => new IdGraphType(),
            "String" => new StringGraphType(),
            "Int" => new IntGraphType(),
            "Float" => new FloatGraphType(),
            "Boolean" => new BooleanGraphType(),
            _ => new PlainScalar(scalar.Name),
        },
        ApiEnum values => Enumeration(values),
        ApiInterface contract => WithFields(new InterfaceGraphType { Name = type.Name, ResolveType = value => (IObjectGraphType)_types[TypeOf(value)] }, contract),
        ApiObject node => WithFields(new ObjectGraphType { Name = type.Name, SkipTypeCheck = true }, node),
        ApiInputObject input => Input(input),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string TypeOf(object value) => value is NodeRecord node ? node.Type.Name : "EdgeFact";

    private static EnumerationGraphType Enumeration(ApiEnum type)
    {
        var members = new EnumerationGraphType { Name = type.Name };
        foreach (var member in type.Members)
            members.Add(new EnumValueDefinition(member.Name, member.Name));
        return members;
    }

    private T WithFields<T>(T target, ApiComposite type)
        where T : IComplexGraphType
    {
        foreach (var field in type.Fields)
        {
            target.AddField(new FieldType
            {
                Name = field.Name,
                ResolvedType = Reference(field.Type),
                Arguments = new(field.Arguments.Select(argument => new QueryArgument(Reference(argument.Type)) { Name = argument.Name, DefaultValue = argument.Default })),
                Resolver = field.Meaning is null ? null : new FuncFieldResolver<object?>(context => _resolvers.Resolve(field, context)),
            });
        }
        return target;
    }

    private static InputObjectGraphType Input(ApiInputObject type)
    {
        var input = new InputObjectGraphType { Name = type.Name };
        foreach (var field in type.Fields)
            input.AddField(new FieldType { Name = field.Name, ResolvedType = Reference(field.Type), DefaultValue = field.Default });
        return input;
    }

    private static IGraphType Reference(TypeRef type)
    {
        IGraphType named = new GraphQLTypeReference(type.Name);
        if (type.IsList)
            named = new ListGraphType(type.ElementNonNull ? new NonNullGraphType(named) : named);
        return type.NonNull ? new NonNullGraphType(named) : named;
    }

    /// <summary>Text in, text or JSON out.</summary>
    private sealed class PlainScalar : ScalarGraphType
    {
        public PlainScalar(string name) => Name = name;

        public override object? ParseLiteral(GraphQLValue value) => value is GraphQLStringValue text ? text.Value.ToString() : value is GraphQLNullValue ? null : ThrowLiteralConversionError(value);

        public override object? ParseValue(object? value) => value;

        public override object? Serialize(object? value) => value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value;
    }
}
