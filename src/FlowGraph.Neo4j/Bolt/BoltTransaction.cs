using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>A transaction that was begun on a connection, which is its own until the end.</summary>
internal sealed class BoltTransaction(BoltPool pool, BoltConnection connection, Neo4jAddress address, TimeSpan deadline) : INeo4jTransaction
{
    // What ends a transaction that nobody wants must itself come to an end.
    private static readonly TimeSpan _rollbackLimit = TimeSpan.FromSeconds(5);

    // The server keeps the deadline and says so; here is only the guard for a server that says nothing any more.
    private readonly TimeSpan _patience = deadline + TimeSpan.FromSeconds(10);
    private bool _isOpen = true;

    public async Task<CypherAnswer> RunAsync(CypherStatement statement, CancellationToken cancellationToken)
    {
        if (!_isOpen)
            throw new Neo4jException(Neo4jFault.Refused, $"The transaction in the {address} has ended already.");
        try
        {
            return await BoltDeadline.KeepAsync(address, _patience, stop => connection.RunAsync(statement, null, stop), cancellationToken);
        }
        catch
        {
            End();
            throw;
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_isOpen)
            throw new Neo4jException(Neo4jFault.Refused, $"The transaction in the {address} has ended already; nothing of it was kept.");
        try
        {
            // Once it is sent nobody can take it back, so it is waited for.
            await BoltDeadline.KeepAsync(address, _patience, connection.CommitAsync, CancellationToken.None);
        }
        catch (Neo4jException failure) when (failure.Fault is Neo4jFault.Unreachable or Neo4jFault.TimedOut && failure.Code is null)
        {
            throw new Neo4jException(
                Neo4jFault.CommitUnknown, $"The connection to the {address} broke during the commit: it was done or not, but not by half.", inner: failure);
        }
        finally
        {
            End();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isOpen)
            return;
        try
        {
            await BoltDeadline.KeepAsync(address, _rollbackLimit, connection.RollbackAsync, CancellationToken.None);
        }
        catch (Neo4jException)
        {
            // Its connection is closed then, and with it the server rolls it back.
        }
        finally
        {
            End();
        }
    }

    private void End()
    {
        if (!_isOpen)
            return;
        _isOpen = false;
        pool.Return(connection);
    }
}
