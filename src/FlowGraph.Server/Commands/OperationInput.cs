using System.CommandLine;
using System.Text;
using System.Text.Json;
using FlowGraph.Query.Input;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Server.Commands;

/// <summary>Where <c>query</c> and <c>explain</c> get their operation from.</summary>
internal sealed class OperationInput
{
    public Argument<string> File { get; } = new("FILE") { Description = "File with the GraphQL document; - reads it from standard input." };

    public Option<string?> Variables { get; } = new("--variables") { HelpName = "JSON|@FILE", Description = "Variables as a JSON object, or @ and the name of a file with one." };

    public Option<string?> Operation { get; } = new("--operation") { HelpName = "NAME", Description = "Which operation, where the document has several." };

    public void AddTo(Command command)
    {
        command.Add(File);
        command.Add(Variables);
        command.Add(Operation);
    }

    /// <exception cref="UsageException">A file is missing, or the variables are no JSON object.</exception>
    public async Task<GraphQLRequest> ReadAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var file = context.Value(File)!;
        var variables = context.Value(Variables) is { } given ? await VariablesAsync(context, given, cancellationToken) : null;
        var document = await context.ReadTextAsync(file, cancellationToken);
        return GraphQLRequest.Of(document, context.Value(Operation), variables);
    }

    private static async Task<IReadOnlyDictionary<string, InputLiteral>> VariablesAsync(CommandContext context, string given, CancellationToken cancellationToken)
    {
        var isFile = given.StartsWith('@');
        var name = isFile ? given[1..] : "--variables";
        return Parse(name, isFile ? await context.ReadTextAsync(name, cancellationToken) : given);
    }

    private static IReadOnlyDictionary<string, InputLiteral> Parse(string name, string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw new UsageException($"{name}: found JSON that is no object, expected {{ \"name\": value, … }}.");
            var variables = InputLiteralReader.Fields(ref reader);
            // Whatever follows the object makes the reader throw.
            reader.Read();
            return variables;
        }
        catch (JsonException fault)
        {
            throw new UsageException($"{name}: found text that is not valid JSON. {fault.Message}");
        }
    }
}
