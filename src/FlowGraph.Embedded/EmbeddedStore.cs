using FlowGraph.Embedded.Execution;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;

namespace FlowGraph.Embedded;

/// <summary>The in-process store: one release, held in memory and never changed.</summary>
public sealed partial class EmbeddedStore : IGraphStore
{
    private readonly Snapshot _snapshot;
    private readonly RecordReader _records;
    private readonly Lazy<IReadOnlyDictionary<Relationship, int>> _edgeCounts;

    private EmbeddedStore(Snapshot snapshot)
    {
        _snapshot = snapshot;
        _records = new(snapshot);
        _edgeCounts = new(() => snapshot.Tables.Edges.SelectMany(table => table.Relationships).CountBy(relationship => relationship).ToDictionary());
    }

    public GraphModel Model => _snapshot.Model;

    public ReleaseInfo Release => _snapshot.Release;

    public static EmbeddedStore Load(GraphRelease release) => new(new SnapshotBuilder(release).Build());

    public ValueTask<IReadOnlyList<FieldError>> ExecuteAsync(BoundRequest request, JsonResponseWriter writer, CancellationToken cancellationToken) =>
        new(new PlanExecutor(_snapshot, request, writer, cancellationToken).Execute());
}
