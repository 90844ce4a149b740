using System.Diagnostics;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Answering;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Watching;
using FlowGraph.Query.Plan;

namespace FlowGraph.Server.Hosting;

/// <summary>Puts in place what can answer, by what the watcher sees of Neo4j.</summary>
/// <param name="open">What answers from a release that is READY.</param>
internal sealed partial class StoreWatching(StoreWatcher watcher, GraphModel model, StoreHolder stores, Func<ReleaseInfo, IGraphStore> open)
{
    private const string Hint = "/health/ready says more.";

    /// <summary>What answers while the database is in this state.</summary>
    public static IGraphStore StoreOf(StoreState state, GraphModel model, Func<ReleaseInfo, IGraphStore> open) => state switch
    {
        StoreState.Ready ready => open(ready.Served),
        StoreState.Loading => new RefusingStore(model, ErrorCodes.StoreLoading, "A release is being loaded; try again in a moment.", Hint),
        StoreState.NoRelease => new RefusingStore(model, ErrorCodes.StoreUnavailable, "The store holds no release yet.", Hint),
        StoreState.OtherModel => new RefusingStore(model, ErrorCodes.StoreUnavailable, "The store holds a release of another model.", Hint),
        StoreState.Unavailable { Fault: Neo4jFault.TimedOut } => new RefusingStore(model, ErrorCodes.StoreTimeout, "The store gives no answer; try again in a moment.", Hint),
        StoreState.Unavailable => new RefusingStore(model, ErrorCodes.StoreUnavailable, "The store cannot be reached; try again in a moment.", Hint),
        _ => throw new UnreachableException(),
    };

    /// <summary>One look, before anybody can ask.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await watcher.LookAsync(cancellationToken);
        stores.Swap(StoreOf(watcher.State, model, open));
    }

    public async Task RunAsync(ILogger logger, CancellationToken cancellationToken)
    {
        var warming = WarmAsync(stores.Current, cancellationToken);
        await watcher.RunAsync(Changed, cancellationToken);
        await warming;

        void Changed(StoreState state)
        {
            var store = StoreOf(state, model, open);
            stores.Swap(store);
            if (warming.IsCompleted)
                warming = WarmAsync(store, cancellationToken);
            if (state is StoreState.Ready)
                Log.Ready(logger, state.Sentence);
            else
                Log.NotReady(logger, state.Sentence);
        }
    }

    private static async Task WarmAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        try
        {
            if (store is Neo4jStore neo4j)
                await neo4j.WarmAsync(cancellationToken);
        }
        catch (Exception absent) when (absent is StoreException or ReleaseChangedException or Neo4jException || absent is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            // It only saves the first one some time; what is wrong with the store is said elsewhere.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "READY: {Sentence}")]
        public static partial void Ready(ILogger logger, string sentence);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Not ready: {Sentence}")]
        public static partial void NotReady(ILogger logger, string sentence);
    }
}
