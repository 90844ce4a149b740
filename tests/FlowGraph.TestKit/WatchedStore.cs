using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Query.Search;
using FlowGraph.Query.Timelines;

namespace FlowGraph.TestKit;

/// <summary>A store that counts how often it was asked for an answer, and answers when it is let.</summary>
/// <param name="store">What answers; the shipped release, if not another.</param>
public sealed class WatchedStore(IGraphStore? store = null, bool isOpen = true) : IGraphStore
{
    private readonly IGraphStore _store = store ?? TestApplication.Shared.Store;
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _executions;

    /// <summary>Ends when somebody asks.</summary>
    public Task Entered => _entered.Task;

    public int Executions => Volatile.Read(ref _executions);

    public GraphModel Model => _store.Model;

    public ReleaseInfo Release => _store.Release;

    /// <summary>Answers whoever waits, and from now on at once.</summary>
    public void Open() => _opened.TrySetResult();

    public async ValueTask<IReadOnlyList<FieldError>> ExecuteAsync(BoundRequest request, JsonResponseWriter writer, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _executions);
        _entered.TrySetResult();
        if (!isOpen)
            await _opened.Task.WaitAsync(cancellationToken);
        return await _store.ExecuteAsync(request, writer, cancellationToken);
    }

    public ValueTask<NameIndex> NamesAsync(SearchRequest request, CancellationToken cancellationToken) => _store.NamesAsync(request, cancellationToken);

    public ValueTask<AggregateRows> MeasureAsync(AggregateRequest request, AggregateNeeds needs, CancellationToken cancellationToken) => _store.MeasureAsync(request, needs, cancellationToken);

    public ValueTask<TimelineRows> TimelineAsync(TimelineRequest request, CancellationToken cancellationToken) => _store.TimelineAsync(request, cancellationToken);

    public ValueTask<IReadOnlyDictionary<Relationship, int>> EdgeCountsAsync(CancellationToken cancellationToken) => _store.EdgeCountsAsync(cancellationToken);

    public ValueTask<IReadOnlyList<WalkNode?>> NodesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _store.NodesAsync(ids, cancellationToken);

    public ValueTask<Expansion> ExpandAsync(IReadOnlyList<string> frontier, IReadOnlySet<EdgeType> types, CancellationToken cancellationToken) =>
        _store.ExpandAsync(frontier, types, cancellationToken);

    public IWalkGraph WalkGraph(IReadOnlySet<EdgeType> types) => _store.WalkGraph(types);

    public ValueTask<IReadOnlyDictionary<string, FactEvidence>> EvidenceAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _store.EvidenceAsync(ids, cancellationToken);

    public ValueTask<IReadOnlyList<string>> NodeIdsAsync(NodeType type, string? after, int count, CancellationToken cancellationToken) => _store.NodeIdsAsync(type, after, count, cancellationToken);

    public ValueTask<IReadOnlyList<string>> EdgeIdsAsync(EdgeType type, string? after, int count, CancellationToken cancellationToken) => _store.EdgeIdsAsync(type, after, count, cancellationToken);

    public ValueTask<IReadOnlyList<Support>> SupportsAsync(string source, CancellationToken cancellationToken) => _store.SupportsAsync(source, cancellationToken);

    public ValueTask<IReadOnlyList<string?>> FactIdsByKeyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) => _store.FactIdsByKeyAsync(keys, cancellationToken);
}
