using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Loading;

namespace FlowGraph.Neo4j.Watching;

/// <summary>Looks again and again what a database holds, and keeps what it saw. The database may come late, go away and come back.</summary>
public sealed class StoreWatcher(INeo4jClient client, GraphModel model, TimeProvider time)
{
    /// <summary>From the end of one look to the next.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>To the next look after a wrong password. Neo4j locks an account for some seconds after a few of them, whoever comes: asking often would lock out the others.</summary>
    public static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(30);

    // A store that answered is given time, it may be busy. One that did not is asked often, so that its return is seen at once.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _shortPatience = TimeSpan.FromSeconds(2);

    private volatile StoreState _state = new StoreState.Unavailable($"The {client.Address} was not asked yet.");
    private ServerInfo? _server;

    public StoreState State => _state;

    public Neo4jAddress Address => client.Address;

    /// <summary>Of the release that is READY; it stays while the store is away and comes back with the same one.</summary>
    public ReleaseAudit Audit { get; } = new(client, model, time);

    /// <summary>Looks until it is told to stop.</summary>
    /// <param name="changed">Called with every state that differs from the one before.</param>
    public async Task RunAsync(Action<StoreState> changed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var auditing = Task.CompletedTask;
        try
        {
            while (true)
            {
                if (await LookAsync(cancellationToken))
                    changed(_state);
                if (auditing.IsCompleted && _state is StoreState.Ready ready)
                    auditing = Audit.AskAsync(ready, () => ReferenceEquals(_state, ready), cancellationToken);
                await Task.Delay(_state is StoreState.Unavailable { Fault: Neo4jFault.Unauthorized } ? AfterRefusal : Interval, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await auditing;
        }
    }

    /// <returns>Whether the state differs from the one before.</returns>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        var seen = await SeeAsync(cancellationToken);
        if (seen is StoreState.Unavailable)
            _server = null;
        if (seen.IsLike(_state))
            return false;
        _state = seen;
        if (seen is not (StoreState.Ready or StoreState.Unavailable))
            Audit.Forget();
        return true;
    }

    private async Task<StoreState> SeeAsync(CancellationToken cancellationToken)
    {
        var patience = _state is StoreState.Unavailable ? _shortPatience : _patience;
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // Whoever gives up on a statement also tells the server so; the next look does not wait for that.
            return await AskAsync(either.Token).WaitAsync(either.Token);
        }
        catch (Neo4jException fault)
        {
            return new StoreState.Unavailable(fault.Message, fault.Fault);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new StoreState.Unavailable(FormattableString.Invariant($"The {client.Address} gave no answer within {patience.TotalSeconds:0} s; check that it runs."), Neo4jFault.TimedOut);
        }
    }

    private async Task<StoreState> AskAsync(CancellationToken cancellationToken)
    {
        var server = _server ??= await ServerCheck.RunAsync(client, cancellationToken);
        return await Loading.Audit.ReleaseAsync(new SingleStatements(client, AccessMode.Read, _patience), model, cancellationToken) switch
        {
            null => new StoreState.NoRelease(client.Address),
            { State: ReleaseState.Loading, Info: var info } => new StoreState.Loading(info, client.Address),
            { Info: var info } when ModelComparison.Difference(info, model) is { } difference => new StoreState.OtherModel(info, difference, client.Address),
            { Info: var info } => new StoreState.Ready(info, server, client.Address),
        };
    }
}
