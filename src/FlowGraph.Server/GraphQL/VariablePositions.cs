using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Api;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace FlowGraph.Server.GraphQL;

/// <summary>A variable may stand only where its type fits. The engine's own rule takes any two list types, and any two non-null types, for the same.</summary>
internal static class VariablePositions
{
    public static IEnumerable<Diagnostic> Faults(ValidationContext context)
    {
        foreach (var operation in context.Document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            if (operation.Variables is not { } variables || context.GetRecursiveVariables(operation) is not { } usages)
                continue;
            foreach (var usage in usages)
            {
                var name = usage.Node.Name.StringValue;
                var variable = variables.Items.Find(variable => variable.Variable.Name.StringValue == name);
                if (variable is null || usage.Type?.ToString() is not { } expected)
                    continue;
                var found = DocumentReader.Print(variable.Type);
                if (Fits(TypeRef.Parse(found), TypeRef.Parse(expected), variable.DefaultValue is not (null or GraphQLNullValue) || usage.HasDefault))
                    continue;
                var at = Location.FromLinearPosition(context.Document.Source, usage.Node.Location.Start);
                yield return new(ErrorCodes.GraphQLValidationFailed, $"${name}: found the type {found}, expected {expected} in this place.", new("document", at.Line, at.Column));
            }
        }
    }

    private static bool Fits(TypeRef variable, TypeRef place, bool hasDefault) =>
        (variable.NonNull || !place.NonNull || hasDefault)
        && variable.Name == place.Name
        && variable.IsList == place.IsList
        && (variable.ElementNonNull || !place.ElementNonNull);
}
