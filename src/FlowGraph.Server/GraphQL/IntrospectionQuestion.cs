using System.Text.Json;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace FlowGraph.Server.GraphQL;

/// <summary>What an operation asks of the schema itself.</summary>
/// <param name="Document">The introspection fields of the operation's root and nothing else: the engine has no resolvers for anything else.</param>
/// <param name="Text">The same for all documents that differ in their layout only.</param>
public sealed record IntrospectionQuestion(GraphQLDocument Document, string Text)
{
    private static readonly SDLPrinter _printer = new();

    public static IntrospectionQuestion Of(GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().ToList();
        var only = new GraphQLOperationDefinition(new GraphQLSelectionSet([.. Fields(operation.SelectionSet, fragments)]))
        {
            Operation = OperationType.Query,
            Variables = Variables(operation),
        };
        var question = new GraphQLDocument([only, .. fragments]) { Source = document.Source };
        return new(question, _printer.Print(question));
    }

    /// <summary>The question with the values of its own variables.</summary>
    public string Key(IReadOnlyDictionary<string, object?> variables)
    {
        var used = Document.Definitions.OfType<GraphQLOperationDefinition>().Single().Variables?.Items.Select(variable => variable.Variable.Name.StringValue).Where(variables.ContainsKey).ToList();
        return used is { Count: > 0 } ? $"{Text}\0{JsonSerializer.Serialize(used.Select(name => new[] { name, variables[name] }))}" : Text;
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
