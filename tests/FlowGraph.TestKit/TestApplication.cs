using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.Embedded;
using FlowGraph.Import;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Server;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.TestKit;

/// <summary>The application over a dataset; the shipped one is loaded once per test run.</summary>
public sealed class TestApplication
{
    // Random operations ask for more than a client may.
    private static readonly Lazy<TestApplication> _shared = new(() => new(Application.Shipped(documentLimits: new() { Cost = int.MaxValue, WhereDepth = 100, OrderDepth = 100 }), Repository.PathOf("data", "oil-for-troops")));

    private readonly Lazy<EmbeddedStore> _compiled;

    private TestApplication(Application application, string dataset)
    {
        _compiled = new(() => CompiledCopy.Of(Store!)); // asked for when there is a store
        Application = application;
        var result = DatasetImport.Read(dataset, Application.Model, CancellationToken.None);
        Release = result.Release ?? throw new FlowGraphException(result.Diagnostics);
        Store = EmbeddedStore.Load(Release);
    }

    public static TestApplication Shared => _shared.Value;

    /// <summary>Another dataset behind the same schema.</summary>
    public static TestApplication Over(string dataset) => new(Shared.Application, dataset);

    /// <summary>How goldens and messages show JSON: indented, with only what must be escaped escaped.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Application Application { get; }

    public GraphRelease Release { get; }

    public EmbeddedStore Store { get; }

    /// <summary>The same, compiled to a file and read from there.</summary>
    public EmbeddedStore Compiled => _compiled.Value;

    /// <summary>The request as a client would post it.</summary>
    public static GraphQLRequest Request(string query, JsonObject? variables = null, string? operationName = null) =>
        GraphQLRequest.Parse(Encoding.UTF8.GetBytes(new JsonObject
        {
            ["query"] = query,
            ["variables"] = variables?.DeepClone(),
            ["operationName"] = operationName,
        }.ToJsonString()));

    /// <summary>The body of the response, as it would be sent.</summary>
    public Task<string> ExecuteAsync(string query, JsonObject? variables = null, string? operationName = null, CancellationToken cancellationToken = default) =>
        ExecuteAsync(Store, query, variables, operationName, cancellationToken);

    /// <inheritdoc cref="ExecuteAsync(string, JsonObject?, string?, CancellationToken)"/>
    public async Task<string> ExecuteAsync(EmbeddedStore store, string query, JsonObject? variables = null, string? operationName = null, CancellationToken cancellationToken = default)
    {
        using var request = Request(query, variables, operationName);
        using var writer = new JsonResponseWriter(Application.Limits.Response);
        await Application.Executor.ExecuteAsync(request, store, "", writer, cancellationToken);
        return Encoding.UTF8.GetString(writer.Written);
    }

    /// <summary>The plan of an operation, printed.</summary>
    public async Task<string> PlanAsync(string query, JsonObject? variables = null, CancellationToken cancellationToken = default)
    {
        using var request = Request(query, variables);
        var document = await Application.Executor.PrepareAsync(request, cancellationToken);
        var plan = document.Plan(new InputCoercion(Application.Api).Variables(document.Operation.Variables, request.Variables));
        return PlanPrinter.Print(Application.Model, plan.Plan);
    }
}
