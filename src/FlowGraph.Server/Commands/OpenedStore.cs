using FlowGraph.Model.Records;
using FlowGraph.Neo4j.Answering;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Watching;
using FlowGraph.Query.Plan;
using FlowGraph.Server.Configuration;

namespace FlowGraph.Server.Commands;

/// <summary>The configured store, for a command that asks it once.</summary>
internal sealed class OpenedStore : IDisposable
{
    private readonly IDisposable[] _owned;

    private OpenedStore(IGraphStore store, IReadOnlyList<NodeRecord> named, params IDisposable[] owned) => (Store, Named, _owned) = (store, named, owned);

    public IGraphStore Store { get; }

    /// <summary>The nodes that have names to find them by; empty where nobody asked for them.</summary>
    public IReadOnlyList<NodeRecord> Named { get; }

    /// <param name="withNames">Whether <see cref="Named"/> is wanted.</param>
    /// <exception cref="Neo4jException">The database cannot be asked.</exception>
    /// <exception cref="Model.Diagnostics.FlowGraphException">The dataset has faults.</exception>
    public static async Task<OpenedStore> OpenAsync(CommandContext context, Application application, bool withNames, CancellationToken cancellationToken)
    {
        if (context.Options.Store != FlowGraphOptions.Neo4jStore)
        {
            var (release, embedded) = await Task.Run(() => context.Load(application, cancellationToken), cancellationToken);
            return new(embedded, release.Nodes);
        }
        var client = Neo4jConnection.Open(context);
        var watcher = new StoreWatcher(client, application.Model, TimeProvider.System);
        await watcher.LookAsync(cancellationToken);
        if (watcher.State is not StoreState.Ready ready)
        {
            client.Dispose();
            throw new Neo4jException((watcher.State as StoreState.Unavailable)?.Fault ?? Neo4jFault.Unreachable, watcher.State.Sentence);
        }
        var circuit = new StoreCircuit(TimeSpan.FromSeconds(application.Limits.Seconds), TimeProvider.System);
        var store = new Neo4jStore(client, application.Model, ready.Served, circuit);
        return new(store, withNames ? await store.NamedNodesAsync(cancellationToken) : [], client, circuit);
    }

    public void Dispose()
    {
        foreach (var owned in _owned)
            owned.Dispose();
    }
}
