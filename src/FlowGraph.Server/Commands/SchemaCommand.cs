using System.CommandLine;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Server.Commands;

/// <summary>What the model compiles to.</summary>
internal sealed class SchemaCommand : FlowGraphCommand
{
    private const string Introspection = "introspection";

    private readonly Option<string?> _format = new Option<string?>("--format")
    {
        HelpName = "sdl|introspection",
        Description = "sdl (default): the API in GraphQL's schema language. introspection: the answer to the introspection query, as JSON.",
    }.AcceptOnlyFromAmong("sdl", Introspection);

    private readonly Option<bool> _json = CommonOptions.Json("The same as --format introspection.");

    public SchemaCommand()
        : base("schema", "Print the API that the model compiles to. Reads no dataset.")
    {
        Add(_format);
        Add(_json);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Value(_json) && context.Value(_format) is "sdl")
            throw new UsageException("--json and --format sdl contradict each other.");
        using var application = context.CreateApplication();
        var text = context.Value(_json) || context.Value(_format) == Introspection
            ? await IntrospectionQuery.AnswerAsync(application.EngineSchema, cancellationToken)
            : SchemaText.Print(application.EngineSchema);
        await context.Printer.AnswerAsync(text, cancellationToken);
        return ExitCode.Done;
    }
}
