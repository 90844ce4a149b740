using FlowGraph.Query.Api;
using GraphQL.Types;

namespace FlowGraph.Server.GraphQL;

/// <summary>The API as the GraphQL engine's types: for parsing rules, validation, introspection and the printed schema. Mechanical; no field has a resolver.</summary>
public sealed class EngineSchemaBuilder
{
    private readonly ApiSchema _api;
    private readonly Dictionary<string, IGraphType> _types = new(StringComparer.Ordinal);

    private EngineSchemaBuilder(ApiSchema api) => _api = api;

    public static Schema Build(ApiSchema api) => new EngineSchemaBuilder(api).Build();

    private Schema Build()
    {
        // Interfaces first: an object is checked against those it implements.
        foreach (var type in _api.InOrder.OrderBy(type => type is ApiInterface ? 0 : 1))
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
        foreach (var type in _api.InOrder.Where(type => type.Name != "Query"))
            schema.RegisterType(_types[type.Name]);
        schema.Features.DeprecationOfInputValues = true;
        schema.Initialize();
        ForgetInheritedDescriptions();
        return schema;
    }

    /// <summary>The engine repeats an interface's descriptions on every type that implements it; said once they leave the schema a quarter shorter.</summary>
    private void ForgetInheritedDescriptions()
    {
        foreach (var type in _api.InOrder.OfType<ApiComposite>())
        {
            var parents = type.Interfaces.Select(name => (ApiInterface)_api.Types[name]).ToList();
            foreach (var field in ((IComplexGraphType)_types[type.Name]).Fields)
            {
                var own = type.Field(field.Name)?.Description;
                field.Description = parents.Exists(parent => parent.Field(field.Name)?.Description == own) ? null : own;
            }
        }
    }

    private static IGraphType Create(ApiType type)
    {
        switch (type)
        {
            case ApiScalar scalar:
                return Scalar(scalar);
            case ApiEnum values:
                var members = new EnumerationGraphType { Name = type.Name, Description = type.Description };
                foreach (var member in values.Members)
                    members.Add(new EnumValueDefinition(member.Name, member.Name) { Description = member.Description });
                return members;
            case ApiInterface contract:
                var engineInterface = new InterfaceGraphType { Name = type.Name, Description = type.Description, ResolveType = _ => null };
                foreach (var field in contract.Fields)
                    engineInterface.AddField(Field(field));
                return engineInterface;
            case ApiObject node:
                var engineObject = new ObjectGraphType { Name = type.Name, Description = type.Description, SkipTypeCheck = true };
                foreach (var field in node.Fields)
                    engineObject.AddField(Field(field));
                return engineObject;
            case ApiInputObject input:
                var engineInput = new InputObjectGraphType { Name = type.Name, Description = type.Description };
                foreach (var field in input.Fields)
                    engineInput.AddField(new FieldType { Name = field.Name, ResolvedType = Reference(field.Type), Description = field.Description, DefaultValue = field.Default });
                return engineInput;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static ScalarGraphType Scalar(ApiScalar scalar) => scalar.Name switch
    {
        "ID" => new IdGraphType(),
        "String" => new StringGraphType(),
        "Int" => new IntGraphType(),
        "Float" => new FloatGraphType(),
        "Boolean" => new BooleanGraphType(),
        _ => new TextScalar(scalar),
    };

    private static FieldType Field(ApiField field) => new()
    {
        Name = field.Name,
        Description = field.Description,
        ResolvedType = Reference(field.Type),
        Arguments = new(field.Arguments.Select(argument => new QueryArgument(Reference(argument.Type))
        {
            Name = argument.Name,
            Description = argument.Description,
            DefaultValue = argument.Default,
        })),
    };

    private static IGraphType Reference(TypeRef type)
    {
        IGraphType named = new GraphQLTypeReference(type.Name);
        if (!type.IsList)
            return type.NonNull ? new NonNullGraphType(named) : named;
        var list = new ListGraphType(type.ElementNonNull ? new NonNullGraphType(named) : named);
        return type.NonNull ? new NonNullGraphType(list) : list;
    }
}
