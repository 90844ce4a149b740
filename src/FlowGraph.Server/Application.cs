using FlowGraph.Embedded;
using FlowGraph.Import;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Plan;
using FlowGraph.Server.GraphQL;
using GraphQL.Types;

namespace FlowGraph.Server;

/// <summary>Everything that every command is made of: model, API, engine schema, executor.</summary>
public sealed class Application : IDisposable
{
    private readonly Lazy<ISchema> _engineSchema;
    private readonly Lazy<RequestExecutor> _executor;

    public Application(GraphModel model, QueryLimits limits)
    {
        Model = model;
        Api = ApiSchemaBuilder.Build(model);
        Limits = limits;
        _engineSchema = new(() => EngineSchemaBuilder.Build(Api));
        _executor = new(() => new RequestExecutor(Api, EngineSchema, limits));
    }

    public GraphModel Model { get; }

    public ApiSchema Api { get; }

    public QueryLimits Limits { get; }

    public ISchema EngineSchema => _engineSchema.Value;

    public RequestExecutor Executor => _executor.Value;

    public static Application Shipped(QueryLimits? limits = null) => new(ShippedModel.Instance, limits ?? new());

    /// <exception cref="FlowGraphException">The dataset has faults; all of them are in it, and nothing is loaded.</exception>
    public EmbeddedStore Load(string directory, CancellationToken cancellationToken)
    {
        var result = DatasetImport.Read(directory, Model, cancellationToken);
        return result.Release is { } release ? EmbeddedStore.Load(release) : throw new FlowGraphException(result.Diagnostics);
    }

    public void Dispose()
    {
        if (_executor.IsValueCreated)
            _executor.Value.Dispose();
    }
}
