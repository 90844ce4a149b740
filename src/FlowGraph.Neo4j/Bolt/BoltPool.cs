using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>Connections that nobody uses now. The one that was used last is taken first: it is warm, and the others get old and are closed.</summary>
internal sealed class BoltPool(Neo4jAddress address, TimeProvider time) : IDisposable
{
    private const int MostIdle = 64;

    private static readonly TimeSpan _connectLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _idleLimit = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly List<(BoltConnection Connection, long Since)> _idle = [];
    private bool _isClosed;

    /// <exception cref="Neo4jException">No connection can be made.</exception>
    public ValueTask<BoltConnection> TakeAsync(CancellationToken cancellationToken)
    {
        while (Pop() is { } idle)
        {
            if (idle.IsAlive)
                return ValueTask.FromResult(idle);
            idle.Dispose();
        }
        return new(OpenAsync(cancellationToken));
    }

    /// <summary>Takes it back, or closes it where it is not to be used again.</summary>
    public void Return(BoltConnection connection)
    {
        if (!connection.IsReady || !TryKeep(connection, out var old))
            old = connection;
        old?.Dispose();
    }

    /// <summary>A new connection, whatever lies idle.</summary>
    public async Task<BoltConnection> OpenAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_connectLimit);
        try
        {
            return await BoltConnection.OpenAsync(address, limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw ServerErrors.Unreachable(address, late);
        }
    }

    public void Dispose()
    {
        lock (_lock)
            _isClosed = true;
        while (Pop() is { } idle)
            idle.Dispose();
    }

    /// <param name="old">One that has been idle too long. One at a time keeps up: each that is there came in like this.</param>
    private bool TryKeep(BoltConnection connection, out BoltConnection? old)
    {
        old = null;
        lock (_lock)
        {
            if (_isClosed || _idle.Count == MostIdle)
                return false;
            _idle.Add((connection, time.GetTimestamp()));
            if (time.GetElapsedTime(_idle[0].Since) <= _idleLimit)
                return true;
            old = _idle[0].Connection;
            _idle.RemoveAt(0);
            return true;
        }
    }

    private BoltConnection? Pop()
    {
        lock (_lock)
        {
            if (_idle.Count == 0)
                return null;
            var idle = _idle[^1].Connection;
            _idle.RemoveAt(_idle.Count - 1);
            return idle;
        }
    }
}
