using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQLParser.AST;

namespace FlowGraph.Server.GraphQL;

/// <summary>Answers <c>__schema</c> and <c>__type</c> with the GraphQL engine's own executor, field by field under their response keys.</summary>
internal sealed class Introspection(ISchema schema)
{
    private static readonly GraphQLSerializer Serializer = new();

    /// <summary>A document with the introspection fields of an operation's root and nothing else: the engine has no resolvers for anything else.</summary>
    public static GraphQLDocument Question(GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().ToList();
        var only = new GraphQLOperationDefinition(new GraphQLSelectionSet([.. Fields(operation.SelectionSet, fragments)]))
        {
            Operation = OperationType.Query,
            Variables = Variables(operation),
        };
        return new([only, .. fragments]) { Source = document.Source };
    }

    /// <summary>The JSON of each introspection field of the question's root.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> AnswerAsync(GraphQLDocument question, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellationToken)
    {
        var answer = await new DocumentExecuter().ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Document = question,
            ValidationRules = [],
            Variables = new Inputs(variables.ToDictionary(pair => pair.Key, pair => pair.Value)),
            CancellationToken = cancellationToken,
        });
        // The document was validated and its variables coerced: there is nothing left that a client could have got wrong.
        if (answer.Errors is [var fault, ..])
            throw new InvalidOperationException("Introspection failed.", fault);
        using var json = JsonDocument.Parse(Serializer.Serialize(answer));
        return json.RootElement.GetProperty("data").EnumerateObject()
            .ToDictionary(field => field.Name, field => JsonSerializer.SerializeToUtf8Bytes(field.Value), StringComparer.Ordinal);
    }

    /// <summary>Those that arguments and conditions of introspection can take; the others may be of any shape and have no value here.</summary>
    private static GraphQLVariablesDefinition? Variables(GraphQLOperationDefinition operation)
    {
        var used = operation.Variables?.Items.Where(variable => Named(variable.Type) is "String" or "Boolean").ToList();
        return used is { Count: > 0 } ? new(used) : null;
    }

    private static string? Named(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => Named(nonNull.Type),
        GraphQLNamedType named => named.Name.StringValue,
        _ => null,
    };

    private static IEnumerable<ASTNode> Fields(GraphQLSelectionSet set, List<GraphQLFragmentDefinition> fragments) => set.Selections.SelectMany(node => node switch
    {
        GraphQLField field => field.Name.StringValue is "__schema" or "__type" ? [node] : [],
        GraphQLInlineFragment fragment => Fields(fragment.SelectionSet, fragments),
        GraphQLFragmentSpread spread => Fields(fragments.Find(fragment => fragment.FragmentName.Name == spread.FragmentName.Name)!.SelectionSet, fragments),
        _ => throw new System.Diagnostics.UnreachableException(),
    });
}
