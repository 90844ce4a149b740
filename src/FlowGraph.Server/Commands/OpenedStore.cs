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

    private OpenedStore(IGraphStore store, Func<CancellationToken, Task<IReadOnlyList<NodeRecord>>> named, params IDisposable[] owned) => (Store, NamedAsync, _owned) = (store, named, owned);

    public IGraphStore Store { get; }

    /// <summary>Reads the nodes that have names to find them by.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<NodeRecord>>> NamedAsync { get; }

    /// <exception cref="Neo4jException">The database cannot be asked.</exception>
    /// <exception cref="Model.Diagnostics.FlowGraphException">The dataset has faults.</exception>
    public static async Task<OpenedStore> OpenAsync(CommandContext context, Application application, CancellationToken cancellationToken)
    {
        if (context.Options.Store != FlowGraphOptions.Neo4jStore)
        {
            var embedded = await Task.Run(() => application.Load(context.Dataset(), cancellationToken), cancellationToken);
            return new(embedded, _ => Task.FromResult(embedded.NamedNodes()));
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
        return new(store, store.NamedNodesAsync, client, circuit);
    }

    public void Dispose()
    {
        foreach (var owned in _owned)
            owned.Dispose();
    }
}
