using System.Security.Cryptography;
using System.Text;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Api;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Selection;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace FlowGraph.Server.GraphQL;

/// <summary>Text → a document that is parsed, validated and ready to be compiled per combination of conditions. Everything here depends on the text alone, never on variables.</summary>
public sealed class DocumentCompiler(ApiSchema api, ISchema schema, QueryLimits limits, DocumentLimits documentLimits)
{
    // One wrong name may stand a thousand times.
    private const int MostFaults = 50;

    private readonly IntrospectionSize _introspection = new(api);

    /// <exception cref="RequestException">GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, limits of a document, BAD_USER_INPUT for the operation's name.</exception>
    public async ValueTask<PreparedDocument> PrepareAsync(string text, string? operationName, CancellationToken cancellationToken)
    {
        var tokens = TokenCount.Of(text);
        if (tokens > documentLimits.Tokens)
            throw new RequestException(ErrorCodes.LimitTokens, FormattableString.Invariant($"Found {tokens} tokens in the document, allowed {documentLimits.Tokens}.")) { Limit = (tokens, documentLimits.Tokens) };
        var document = Parse(text);
        var operation = Select(document, operationName);
        if (operation.Operation != OperationType.Query)
        {
            var kind = operation.Operation.ToString().ToLowerInvariant();
            throw new RequestException(ErrorCodes.GraphQLValidationFailed, $"Found a {kind}, expected a query: this API is read-only.");
        }
        var check = DocumentCheck.Check(document, operation, limits, documentLimits);
        CheckVariableTypes(document);
        await ValidateAsync(document, operation, cancellationToken);
        var (neutral, conditions) = DocumentReader.Read(document, operation);
        var question = Introspects(neutral.Selection) ? IntrospectionQuestion.Of(document, operation) : null;
        if (question is not null)
            _introspection.Check(question.Document);
        return new(api, limits, neutral, conditions, check.Arguments.Places(neutral.Variables), question)
        {
            Measures = check.Measures(tokens),
            Id = IdOf(text),
            Canonical = CanonicalText.Hash(text),
        };
    }

    /// <summary><c>sha256:</c> and the hash of a text: what clients call a document that they do not send.</summary>
    public static string IdOf(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool Introspects(SelectionSet set) => set.Items.Any(item => item switch
    {
        SelectedField field => field.Name is "__schema" or "__type",
        SelectedFragment fragment => Introspects(fragment.Selection),
        _ => false,
    });

    // A level of selections is several levels of syntax; a value may be nested as well.
    private int ParserDepth => 4 * limits.Depth + 64;

    private GraphQLDocument Parse(string text)
    {
        if (LongLines.Outline(text) is { } outline)
            Parse(outline, found => LongLines.Place(text, outline, found));
        return Parse(text, found => found);
    }

    /// <param name="place">Where a fault is that was found there.</param>
    private GraphQLDocument Parse(string text, Func<Location, Location> place)
    {
        try
        {
            return Parser.Parse(text, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = ParserDepth });
        }
        catch (GraphQLSyntaxErrorException fault)
        {
            throw new RequestException(ErrorCodes.GraphQLParseFailed, fault.Description.TrimEnd('.') + ".", null, At(place(fault.Location)));
        }
        catch (GraphQLMaxDepthExceededException fault)
        {
            throw new RequestException(ErrorCodes.LimitDepth,
                FormattableString.Invariant($"Found more than {ParserDepth} levels of braces, brackets and types, allowed {limits.Depth} levels of selections."), null, At(place(fault.Location)))
            {
                Limit = (ParserDepth + 1, limits.Depth),
            };
        }
    }

    private static SourceLocation At(Location location) => new("document", location.Line, location.Column);

    private static GraphQLOperationDefinition Select(GraphQLDocument document, string? name)
    {
        // The engine has no rule of its own for this one of the specification.
        if (document.Definitions.Find(definition => definition is not (GraphQLOperationDefinition or GraphQLFragmentDefinition)) is { } other)
        {
            var at = At(Location.FromLinearPosition(document.Source, other.Location.Start));
            throw new RequestException(ErrorCodes.GraphQLValidationFailed, "Found a definition of a type, expected only operations and fragments.", null, at);
        }
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        if (operations.Count == 0)
            throw new RequestException(ErrorCodes.GraphQLValidationFailed, "Found no operation in the document, expected a query.");
        if (string.IsNullOrEmpty(name))
        {
            return operations.Count == 1
                ? operations[0]
                : throw new RequestException(ErrorCodes.BadUserInput, $"Found {operations.Count} operations and no operationName, expected one of {Names(operations)}.");
        }
        return operations.Find(operation => operation.Name?.StringValue == name)
            ?? throw new RequestException(ErrorCodes.BadUserInput, $"operationName: found '{name}', expected one of {Names(operations)}.");
    }

    private static string Names(IEnumerable<GraphQLOperationDefinition> operations) =>
        string.Join(", ", operations.Select(operation => operation.Name?.StringValue ?? "(unnamed)"));

    /// <summary>A variable of an output type breaks the engine's rule on default values, which runs before the rule that would report it.</summary>
    private void CheckVariableTypes(GraphQLDocument document)
    {
        foreach (var variable in document.Definitions.OfType<GraphQLOperationDefinition>().SelectMany(operation => operation.Variables?.Items ?? []))
        {
            var type = variable.Type.GraphTypeFromType(schema);
            if (type is null || type.IsInputType())
                continue;
            var at = At(Location.FromLinearPosition(document.Source, variable.Location.Start));
            throw new RequestException(ErrorCodes.GraphQLValidationFailed,
                $"${variable.Variable.Name.StringValue}: found the output type '{type.GetNamedType().Name}', expected an input type.", null, at);
        }
    }

    /// <summary>The specification's rules over the document once. The engine's own validator would also coerce the variables, which differ from request to request.</summary>
    private async ValueTask ValidateAsync(GraphQLDocument document, GraphQLOperationDefinition operation, CancellationToken cancellationToken)
    {
        var context = new ValidationContext
        {
            Schema = schema,
            Document = document,
            TypeInfo = new TypeInfo(schema),
            Operation = operation,
            UserContext = new Dictionary<string, object?>(),
            Variables = Inputs.Empty,
            Extensions = Inputs.Empty,
            Metrics = global::GraphQL.Instrumentation.Metrics.None,
            CancellationToken = cancellationToken,
        };
        var literals = new LiteralFaults(api);
        List<INodeVisitor> visitors = [context.TypeInfo, literals];
        foreach (var rule in DocumentValidator.CoreRules)
        {
            if (await rule.GetPreNodeVisitorAsync(context) is { } visitor)
                visitors.Add(visitor);
        }
        await new BasicVisitor(visitors).VisitAsync(document, new BasicVisitor.State(context));
        if (!context.HasErrors)
        {
            List<Diagnostic> faults = [.. VariablePositions.Faults(context)];
            if (faults.Count > 0)
                throw new RequestException(faults);
            return;
        }
        throw new RequestException([.. context.Errors.Take(MostFaults).Select(error => ValidationFaults.Of(error, context, literals))]);
    }
}
