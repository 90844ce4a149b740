using System.CommandLine;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Server.Commands;

/// <summary>How an operation will be answered. Nothing is executed.</summary>
internal sealed class ExplainCommand : FlowGraphCommand
{
    private readonly OperationInput _operation = new();
    private readonly Option<bool> _json = CommonOptions.Json("Print operation and plan as JSON.");

    public ExplainCommand()
        : base("explain", "Print the plan of a GraphQL operation: which fields are found how. Executes nothing and reads no dataset. Exit 1 when the operation has faults.")
    {
        _operation.AddTo(this);
        Add(_json);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var application = context.CreateApplication();
        using var request = await _operation.ReadAsync(context, cancellationToken);
        try
        {
            var document = await application.Executor.PrepareAsync(request, cancellationToken);
            var plan = PlanPrinter.Print(application.Model, document.Plan(Variables(application, document, request)).Plan);
            await context.Printer.AnswerAsync(context.Value(_json) ? Json(document.Operation.Name, plan) : plan, cancellationToken);
            return ExitCode.Done;
        }
        catch (RequestException fault)
        {
            CommandPrinter.Diagnostics(context.Printer.Error, fault.Diagnostics);
            return ExitCode.No;
        }
    }

    // Only @skip and @include decide the plan: a variable that was not given is no fault here.
    private static Variables Variables(Application application, PreparedDocument document, GraphQLRequest request) =>
        new InputCoercion(application.Api).Variables([.. document.Operation.Variables.Where(variable => variable.Default is not null || request.Variables.ContainsKey(variable.Name))], request.Variables);

    private static string Json(string? operation, string plan) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("operation", operation);
        json.WriteStartArray("plan");
        foreach (var line in plan.TrimEnd('\n').Split('\n'))
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
