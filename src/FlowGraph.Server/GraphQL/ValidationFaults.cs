using FlowGraph.Model.Diagnostics;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQLParser.AST;

namespace FlowGraph.Server.GraphQL;

/// <summary>What the engine's rules say → diagnostics: what was meant becomes a hint, and what this API leaves out on purpose is told so.</summary>
internal static class ValidationFaults
{
    private const string Question = " Did you mean ";

    public static Diagnostic Of(ValidationError error, ValidationContext context, LiteralFaults literals)
    {
        var (message, hint) = Words(error, context, literals);
        return new(ErrorCodes.GraphQLValidationFailed, message, error.Locations is [var at, ..] ? new("document", at.Line, at.Column) : null, hint);
    }

    private static (string Message, string? Hint) Words(ValidationError error, ValidationContext context, LiteralFaults literals)
    {
        var node = error.Nodes?.FirstOrDefault();
        switch (error, node)
        {
            case (KnownDirectivesError, GraphQLDirective { Name.StringValue: "defer" or "stream" } directive):
                return ($"Found @{directive.Name.StringValue}, expected none: this API answers an operation as a whole and does not send it in parts.", "Ask for the slow part in an operation of its own.");
            case (KnownDirectivesError, GraphQLDirective directive):
                return (Ended(error.Message), Suggestion.Hint(directive.Name.StringValue, context.Schema.Directives.Select(known => known.Name)));
            case (KnownFragmentNamesError, GraphQLFragmentSpread spread):
                return (Ended(error.Message), Suggestion.Hint(spread.FragmentName.Name.StringValue, Fragments(context)));
            case (NoUndefinedVariablesError, GraphQLVariable variable):
                return (Ended(error.Message), Suggestion.Hint(variable.Name.StringValue, context.Operation.Variables?.Items.Select(known => known.Variable.Name.StringValue) ?? []));
            case (_, GraphQLArgument argument) when literals.Of(argument) is { } literal:
                return literal;
            default:
                var at = error.Message.IndexOf(Question, StringComparison.Ordinal);
                return at < 0 ? (Ended(error.Message), null) : (Ended(error.Message[..at]), $"{error.Message[(at + 1)..].TrimEnd('?', '.')}?");
        }
    }

    private static IEnumerable<string> Fragments(ValidationContext context) =>
        context.Document.Definitions.OfType<GraphQLFragmentDefinition>().Select(fragment => fragment.FragmentName.Name.StringValue);

    private static string Ended(string sentence) => sentence.EndsWith('.') ? sentence : sentence + ".";
}
