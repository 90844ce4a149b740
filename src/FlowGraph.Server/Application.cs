using FlowGraph.Embedded;
using FlowGraph.Import;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Plan;
using FlowGraph.Server.GraphQL;
using GraphQL.Types;

namespace FlowGraph.Server;

/// <summary>Everything that every command is made of: model, API, engine schema, executor.</summary>
public sealed class Application : IDisposable
{
    // What computes a release besides the store's own code.
    private static readonly Guid[] _builds = [typeof(DatasetImport).Module.ModuleVersionId];

    private readonly Lazy<ApiSchema> _api;
    private readonly Lazy<ISchema> _engineSchema;
    private readonly Lazy<RequestExecutor> _executor;

    /// <param name="introspection">Whether __schema and __type are answered.</param>
    public Application(GraphModel model, QueryLimits limits, DocumentLimits documentLimits, bool introspection = true)
    {
        Model = model;
        Limits = limits;
        DocumentLimits = documentLimits;
        _api = new(() => ApiSchemaBuilder.Build(model));
        _engineSchema = new(() => EngineSchemaBuilder.Build(Api));
        _executor = new(() => new RequestExecutor(Api, EngineSchema, limits, documentLimits, introspection));
    }

    public GraphModel Model { get; }

    public ApiSchema Api => _api.Value;

    public QueryLimits Limits { get; }

    public DocumentLimits DocumentLimits { get; }

    public ISchema EngineSchema => _engineSchema.Value;

    public RequestExecutor Executor => _executor.Value;

    public static Application Shipped(QueryLimits? limits = null, DocumentLimits? documentLimits = null, bool introspection = true) =>
        new(ShippedModel.Instance, limits ?? new(), documentLimits ?? new(), introspection);

    /// <exception cref="FlowGraphException">The dataset has faults; all of them are in it.</exception>
    public GraphRelease Read(string directory, CancellationToken cancellationToken)
    {
        var result = DatasetImport.Read(directory, Model, cancellationToken);
        return result.Release ?? throw new FlowGraphException(result.Diagnostics);
    }

    /// <param name="dataset">A folder, or a file that a folder was compiled to.</param>
    /// <exception cref="FlowGraphException">The dataset has faults; all of them are in it, and nothing is loaded.</exception>
    public EmbeddedStore Load(string dataset, CancellationToken cancellationToken) =>
        File.Exists(dataset) ? EmbeddedStore.Open(dataset, Model, _builds, cancellationToken) : EmbeddedStore.Load(Read(dataset, cancellationToken));

    /// <summary>Writes a file that <see cref="Load"/> reads.</summary>
    public static void Compile(EmbeddedStore store, Stream stream, CancellationToken cancellationToken) => store.Save(stream, _builds, cancellationToken);

    public void Dispose()
    {
        if (_executor.IsValueCreated)
            _executor.Value.Dispose();
    }
}
