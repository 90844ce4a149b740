using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.Model.Unicode;
using FlowGraph.Query.Api;
using GraphQL;
using GraphQLParser.AST;

namespace FlowGraph.TestKit.Oracle;

/// <summary>The arguments of a field as they stand in the document, variables put in place: text, double, bool, null, lists, dictionaries. What was not given is not there.</summary>
internal static class OracleArguments
{
    public const string VariablesKey = "variables";

    private static readonly object Absent = new();

    public static Dictionary<string, object?> Of(IResolveFieldContext context, ApiField field)
    {
        var given = context.FieldAst.Arguments?.Items.ToDictionary(argument => argument.Name.StringValue, argument => Value(argument.Value, context)) ?? [];
        var arguments = new Dictionary<string, object?>();
        foreach (var argument in field.Arguments)
        {
            var value = given.GetValueOrDefault(argument.Name, Absent);
            if (ReferenceEquals(value, Absent))
                value = argument.Default ?? Absent;
            if (!ReferenceEquals(value, Absent))
                arguments[argument.Name] = value;
        }
        return arguments;
    }

    /// <summary>A list, also where a single value stands for one.</summary>
    public static IReadOnlyList<object?> List(object? value) => value is List<object?> list ? list : [value];

    private static object? Value(GraphQLValue value, IResolveFieldContext context) => value switch
    {
        GraphQLVariable variable => Variable(variable.Name.StringValue, context),
        GraphQLNullValue => null,
        GraphQLStringValue text => CanonicalForm.Of(text.Value.ToString()),
        GraphQLEnumValue member => member.Name.StringValue,
        GraphQLBooleanValue boolean => boolean.BoolValue,
        GraphQLIntValue number => double.Parse(number.Value.ToString(), CultureInfo.InvariantCulture),
        GraphQLFloatValue number => double.Parse(number.Value.ToString(), CultureInfo.InvariantCulture),
        GraphQLListValue list => list.Values?.Select(item => Value(item, context)).Select(item => ReferenceEquals(item, Absent) ? null : item).ToList() ?? [],
        GraphQLObjectValue fields => fields.Fields?.Select(field => (field.Name.StringValue, Value: Value(field.Value, context)))
            .Where(field => !ReferenceEquals(field.Value, Absent)).ToDictionary(field => field.StringValue, field => field.Value) ?? [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static object? Variable(string name, IResolveFieldContext context)
    {
        var given = (JsonObject)context.UserContext[VariablesKey]!;
        if (given.TryGetPropertyValue(name, out var json))
            return Value(json);
        var definition = context.Operation.Variables!.Items.First(variable => variable.Variable.Name.StringValue == name);
        return definition.DefaultValue is { } value ? Value(value, context) : Absent;
    }

    private static object? Value(JsonNode? json) => json switch
    {
        null => null,
        JsonArray items => items.Select(Value).ToList(),
        JsonObject fields => fields.ToDictionary(field => field.Key, field => Value(field.Value)),
        _ => json.GetValueKind() switch
        {
            JsonValueKind.String => CanonicalForm.Of(json.GetValue<string>()),
            JsonValueKind.Number => double.Parse(json.ToJsonString(), CultureInfo.InvariantCulture),
            var kind => kind == JsonValueKind.True,
        },
    };
}
