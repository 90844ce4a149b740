using System.CommandLine;
using FlowGraph.Neo4j.Answering;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Server.Commands;

/// <summary>How an operation will be answered. Nothing is executed.</summary>
internal sealed class ExplainCommand : FlowGraphCommand
{
    private readonly OperationInput _operation = new();
    private readonly Option<bool> _json = CommonOptions.Json("Print operation, plan, limits and Cypher as JSON.");

    public ExplainCommand()
        : base("explain", "Print the plan of a GraphQL operation, which fields are found how, its cost, what each limit allows, and the Cypher that Neo4j would be asked. Executes nothing and reads no dataset. Exit 1 when the operation has faults.")
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
            var variables = Variables(application, document, request);
            var variant = document.Plan(variables);
            var (plan, cost) = (variant.Plan, variant.Cost);
            var statements = Statements(application, document, request, plan, variables);
            var printed = PlanPrinter.Print(application.Model, plan);
            var limits = LimitReport.Of(document.Measures, cost.Of(variables), context.Options.Limits);
            await context.Printer.AnswerAsync(
                context.Value(_json) ? Json(document.Operation.Name, printed, limits, statements) : $"{printed}\n{LimitReport.Text(limits)}{Cypher(statements)}", cancellationToken);
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

    /// <summary>What Neo4j would be asked; null where a variable is missing that has to be in it.</summary>
    private static List<(string Key, CypherStatement Statement)>? Statements(
        Application application, PreparedDocument document, GraphQLRequest request, QueryPlan plan, Variables variables)
    {
        var isMissing = document.Operation.Variables.Any(variable => variable.Type.NonNull && variable.Default is null && !request.Variables.ContainsKey(variable.Name));
        return isMissing ? null : [.. StatementPreview.Of(application.Model, plan, PlanBinder.Bind(plan, variables))];
    }

    private static string Cypher(List<(string Key, CypherStatement Statement)>? statements) => statements is null
        ? "\nThe Cypher depends on variables that are not given; name them with --variables.\n"
        : string.Concat(statements.Select(pair => $"\n// {pair.Key}, on Neo4j\n{Parameters(pair.Statement)}{pair.Statement.Text};\n"));

    // As Neo4j Browser takes them.
    private static string Parameters(CypherStatement statement) =>
        string.Concat(statement.Parameters.Select(parameter => $":param {parameter.Name} => {parameter.Json()};\n"));

    private static string Json(string? operation, string plan, IReadOnlyList<LimitRow> limits, List<(string Key, CypherStatement Statement)>? statements) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("operation", operation);
        json.WriteStartArray("plan");
        foreach (var line in plan.TrimEnd('\n').Split('\n'))
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteStartArray("limits");
        foreach (var limit in limits)
        {
            json.WriteStartObject();
            json.WriteString("limit", limit.Code);
            json.WriteString("of", limit.Of);
            if (limit.Found is { } found)
                json.WriteNumber("found", found);
            json.WriteNumber("allowed", limit.Allowed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("cypher");
        foreach (var (key, statement) in statements ?? [])
        {
            json.WriteStartObject();
            json.WriteString("field", key);
            json.WriteString("text", statement.Text);
            json.WriteStartObject("parameters");
            foreach (var parameter in statement.Parameters)
            {
                json.WritePropertyName(parameter.Name);
                json.WriteRawValue(parameter.Json());
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
