using FlowGraph.Embedded.Compiled;
using FlowGraph.Embedded.Execution;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;

namespace FlowGraph.Embedded;

/// <summary>The in-process store: one release, in memory of this process or mapped from a file, and never changed.</summary>
/// <remarks>
/// A mapping lasts as long as something holds it, and in the end that is the store: a span into it holds nothing, and the runtime may take a store
/// back while its last method still runs, once nothing is left to be read through it. So each method that reads says at its end, by
/// <see cref="Held"/>, that the store was needed until then. Nothing that a method returns points into the mapping: texts, numbers and records are copies.
/// A store that another has replaced thus goes when the last request that began with it is through.
/// </remarks>
public sealed partial class EmbeddedStore : IGraphStore
{
    private readonly Snapshot _snapshot;
    private readonly RecordReader _records;
    private readonly Lazy<IReadOnlyDictionary<Relationship, int>> _edgeCounts;
    private readonly WalkReader _walk;
    private readonly KnownOrders _orders;

    private EmbeddedStore(Snapshot snapshot)
    {
        _snapshot = snapshot;
        _records = new(snapshot);
        _edgeCounts = new(() => snapshot.Tables.Edges.SelectMany(table => Enumerable.Range(0, table.Count).Select(table.Relationship)).CountBy(relationship => relationship).ToDictionary());
        _walk = new(snapshot);
        _orders = new(snapshot);
        _names = new(() => Task.FromResult(ReadNames()));
    }

    public GraphModel Model => _snapshot.Model;

    public ReleaseInfo Release => _snapshot.Release;

    public static EmbeddedStore Load(GraphRelease release) => new(new SnapshotBuilder(release).Build());

    /// <summary>A file that <see cref="Save"/> wrote.</summary>
    /// <param name="builds">Builds of the code that made the release, as they were told to <see cref="Save"/>.</param>
    /// <exception cref="Model.Diagnostics.FlowGraphException">It cannot be read, is damaged, or was made for another model or by another program.</exception>
    public static EmbeddedStore Open(string path, GraphModel model, IEnumerable<Guid> builds, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(model);
        return new(CompiledRelease.Open(path, model, CompiledFor.This(model, builds), cancellationToken));
    }

    /// <summary>Writes what <see cref="Open"/> reads.</summary>
    /// <param name="stream">Can seek, and is empty.</param>
    public void Save(Stream stream, IEnumerable<Guid> builds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        CompiledRelease.Save(_snapshot, CompiledFor.This(Model, builds), stream, cancellationToken);
        GC.KeepAlive(this);
    }

    public ValueTask<IReadOnlyList<FieldError>> ExecuteAsync(BoundRequest request, JsonResponseWriter writer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var start = writer.Position;
        var walk = new PlanExecutor(_snapshot, _orders, request, cited: null, writer, cancellationToken);
        var errors = Held(walk.Execute());
        return walk.Cited is { HasMissed: true } cited ? AgainAsync(start, request, cited, writer, cancellationToken) : new(errors);
    }

    /// <summary>Once more, with the records that the first walk wanted to cite.</summary>
    private async ValueTask<IReadOnlyList<FieldError>> AgainAsync(int start, BoundRequest request, CitedRecords cited, JsonResponseWriter writer, CancellationToken cancellationToken)
    {
        await cited.ReadAsync(this, cancellationToken);
        writer.Reset(start);
        return Held(new PlanExecutor(_snapshot, _orders, request, cited, writer, cancellationToken).Execute());
    }

    /// <summary>What was just read, and with it the promise that the store, and so the mapping, was there until now.</summary>
    private T Held<T>(T read)
    {
        GC.KeepAlive(this);
        return read;
    }
}
