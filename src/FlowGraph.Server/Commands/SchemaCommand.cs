using System.CommandLine;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Server.Commands;

/// <summary>What the model compiles to.</summary>
internal sealed class SchemaCommand : FlowGraphCommand
{
    private const string Introspection = "introspection";
    private const string Cypher = "cypher";

    private readonly Option<string?> _format = new Option<string?>("--format")
    {
        HelpName = "sdl|introspection|cypher",
        Description = "sdl (default): the API in GraphQL's schema language. introspection: the answer to the introspection query, as JSON. cypher: constraints and indexes of Neo4j.",
    }.AcceptOnlyFromAmong("sdl", Introspection, Cypher);

    private readonly Option<bool> _json = CommonOptions.Json("The same as --format introspection.");

    public SchemaCommand()
        : base("schema", "Print the API that the model compiles to. Reads no dataset.")
    {
        Add(_format);
        Add(_json);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Value(_json) && context.Value(_format) is { } format and not Introspection)
            throw new UsageException($"--json and --format {format} contradict each other.");
        if (context.Value(_format) == Cypher)
        {
            await context.Printer.AnswerAsync(SchemaCypher.Print(ShippedModel.Instance), cancellationToken);
            return ExitCode.Done;
        }
        using var application = context.CreateApplication();
        var text = context.Value(_json) || context.Value(_format) == Introspection
            ? await IntrospectionQuery.AnswerAsync(application.EngineSchema, cancellationToken)
            : SchemaText.Print(application.EngineSchema);
        await context.Printer.AnswerAsync(text, cancellationToken);
        return ExitCode.Done;
    }
}
