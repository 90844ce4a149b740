using System.Globalization;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Api;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace FlowGraph.Server.GraphQL;

/// <summary>The name in an argument's literal that the API does not have: an input field, an enum's member. The engine says that the literal is wrong, but not what was meant.</summary>
internal sealed class LiteralFaults(ApiSchema api) : INodeVisitor
{
    private readonly Dictionary<GraphQLArgument, (string Message, string? Hint)> _found = new(ReferenceEqualityComparer.Instance);

    public (string Message, string? Hint)? Of(GraphQLArgument argument) => _found.TryGetValue(argument, out var fault) ? fault : null;

    public ValueTask EnterAsync(ASTNode node, ValidationContext context)
    {
        if (node is GraphQLArgument argument && context.TypeInfo.GetArgument()?.ResolvedType is { } type
            && Unknown(argument.Value, TypeRef.Parse(type.ToString()!).Name, argument.Name.StringValue) is { } fault)
        {
            _found[argument] = fault;
        }
        return default;
    }

    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;

    private (string Message, string? Hint)? Unknown(GraphQLValue value, string type, string path)
    {
        switch (value, api.Types.GetValueOrDefault(type))
        {
            case (GraphQLListValue list, _):
                for (var i = 0; i < list.Values?.Count; i++)
                {
                    if (Unknown(list.Values[i], type, $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]") is { } item)
                        return item;
                }
                return null;
            case (GraphQLObjectValue fields, ApiInputObject input):
                foreach (var field in fields.Fields ?? [])
                {
                    var name = field.Name.StringValue;
                    if (input.Field(name) is not { } known)
                        return ($"{path}.{name}: {type} has no field '{name}'.", Suggestion.Hint(name, input.Fields.Select(other => other.Name)));
                    if (Unknown(field.Value, known.Type.Name, $"{path}.{name}") is { } nested)
                        return nested;
                }
                return null;
            case (GraphQLEnumValue member, ApiEnum members):
                var found = member.Name.StringValue;
                return members.Members.Any(other => other.Name == found)
                    ? null
                    : ($"{path}: found {found}, expected a member of {type}.", Suggestion.Hint(found, members.Members.Select(other => other.Name)));
            default:
                return null;
        }
    }
}
