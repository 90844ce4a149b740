using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Query.Search;
using FlowGraph.Query.Timelines;

namespace FlowGraph.Server;

/// <summary>Stands where no store can answer now: whoever asks is told why.</summary>
internal sealed class RefusingStore(GraphModel model, string code, string message, string? hint = null) : IGraphStore
{
    public GraphModel Model => model;

    public ReleaseInfo Release => throw Refusal();

    public ValueTask<AggregateRows> MeasureAsync(AggregateRequest request, AggregateNeeds needs, CancellationToken cancellationToken) => throw Refusal();

    public ValueTask<TimelineRows> TimelineAsync(TimelineRequest request, CancellationToken cancellationToken) => throw Refusal();

    public ValueTask<IReadOnlyDictionary<Relationship, int>> EdgeCountsAsync(CancellationToken cancellationToken) => throw Refusal();

    public ValueTask<NameIndex> NamesAsync(SearchRequest request, CancellationToken cancellationToken) => throw Refusal();

    public ValueTask<IReadOnlyList<FieldError>> ExecuteAsync(BoundRequest request, JsonResponseWriter writer, CancellationToken cancellationToken) => throw Refusal();

    public ValueTask<IReadOnlyList<WalkNode?>> NodesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => throw Refusal();

    public ValueTask<Expansion> ExpandAsync(IReadOnlyList<string> frontier, IReadOnlySet<EdgeType> types, CancellationToken cancellationToken) => throw Refusal();

    public ValueTask<IReadOnlyDictionary<string, FactEvidence>> EvidenceAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => throw Refusal();

    public ValueTask<IReadOnlyList<string?>> FactIdsByKeyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) => throw Refusal();

    public ValueTask<IReadOnlyList<string>> NodeIdsAsync(NodeType type, string? after, int count, CancellationToken cancellationToken) => throw Refusal();

    public ValueTask<IReadOnlyList<string>> EdgeIdsAsync(EdgeType type, string? after, int count, CancellationToken cancellationToken) => throw Refusal();

    public ValueTask<IReadOnlyList<Support>> SupportsAsync(string source, CancellationToken cancellationToken) => throw Refusal();

    private StoreException Refusal() => new(code, message, hint);
}
