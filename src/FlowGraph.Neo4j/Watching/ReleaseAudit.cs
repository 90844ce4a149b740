using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Loading;

namespace FlowGraph.Neo4j.Watching;

/// <summary>The audit of the release that is READY: asked once, then kept. It reads the whole database, so no probe may ask for it.</summary>
/// <remarks>The loader audits before it says READY, but others can write there too, and a release can come in without it (<c>neo4j-admin database import</c>).</remarks>
public sealed class ReleaseAudit(INeo4jClient client, GraphModel model, TimeProvider time)
{
    private static readonly TimeSpan _deadline = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _afterFault = TimeSpan.FromMinutes(1);

    private volatile KeptAudit? _kept;

    /// <returns>Null while the audit of this release is under way, or has yet to be asked.</returns>
    public KeptAudit? Of(StoreState.Ready ready)
    {
        ArgumentNullException.ThrowIfNull(ready);
        return _kept is { } kept && kept.Sha256 == ready.Served.Sha256 ? kept : null;
    }

    /// <summary>What was audited is there no longer.</summary>
    internal void Forget() => _kept = null;

    /// <summary>Asks where nothing is kept. A store that goes away meanwhile is asked again when it is back.</summary>
    /// <param name="isStill">Whether nothing has changed since: an answer about what came in between is worth nothing.</param>
    internal async Task AskAsync(StoreState.Ready ready, Func<bool> isStill, CancellationToken cancellationToken)
    {
        if (Of(ready) is { } kept && (kept.Report is not null || time.GetElapsedTime(kept.Asked) < _afterFault))
            return;
        try
        {
            // A transaction may take longer than the limit that the server sets for statements of clients.
            await using var transaction = await client.BeginAsync(AccessMode.Read, _deadline, cancellationToken);
            var report = await Audit.RunAsync(transaction, model, cancellationToken);
            if (isStill())
                _kept = new(ready.Served.Sha256, report, null, time.GetTimestamp());
        }
        catch (Neo4jException fault) when (fault.Fault != Neo4jFault.Unreachable)
        {
            _kept = new(ready.Served.Sha256, null, fault.Message, time.GetTimestamp());
        }
        catch (Exception ended) when (ended is Neo4jException || ended is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            // The next look says what is wrong, or there will be none.
        }
    }
}

/// <param name="Report">Null where the questions could not be answered; then <paramref name="Fault"/> says why, and they are asked again.</param>
/// <param name="Asked">Timestamp of the answer.</param>
public sealed record KeptAudit(string Sha256, AuditReport? Report, string? Fault, long Asked);
