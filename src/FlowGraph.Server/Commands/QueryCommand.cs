using FlowGraph.Query.Response;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Server.Commands;

/// <summary>One operation; the answer is what the API would send.</summary>
internal sealed class QueryCommand : FlowGraphCommand
{
    private readonly OperationInput _operation = new();

    public QueryCommand(CommonOptions common)
        : base("query", "Run one GraphQL operation and print its answer as JSON. Exit 1 when the answer has errors.")
    {
        _operation.AddTo(this);
        Add(common.Store);
        common.AddNeo4jTo(this);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var application = context.CreateApplication();
        using var request = await _operation.ReadAsync(context, cancellationToken);
        using var opened = await OpenedStore.OpenAsync(context, application, cancellationToken);
        using var writer = new JsonResponseWriter(context.Options.Limits.Response);
        var outcome = await application.Executor.ExecuteAsync(request, new StoreHolder(opened.Store), context.Options.PublicUrl ?? "", writer, cancellationToken);
        var (answer, hasErrors) = JsonText.Response(writer.WrittenMemory);
        await context.Printer.AnswerAsync(answer, cancellationToken);
        return outcome.Status == ResponseStatus.Executed && !hasErrors ? ExitCode.Done : ExitCode.No;
    }
}
