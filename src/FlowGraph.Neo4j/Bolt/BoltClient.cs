using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>Neo4j over Bolt, with connections that are kept open.</summary>
public sealed class BoltClient(Neo4jAddress address, TimeProvider time) : INeo4jClient
{
    private readonly BoltPool _pool = new(address, time);

    public Neo4jAddress Address => address;

    public Task<CypherAnswer> RunAsync(CypherStatement statement, AccessMode access, TimeSpan deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var settings = new TransactionSettings(address.Database, access, deadline);
        return RetryRule.RunAsync(
            () => BoltDeadline.KeepAsync(address, deadline, stop => RunAsync(statement, settings, stop), cancellationToken),
            access == AccessMode.Read || statement.IsRepeatable, time, cancellationToken);
    }

    public Task<INeo4jTransaction> BeginAsync(AccessMode access, TimeSpan deadline, CancellationToken cancellationToken) => BoltDeadline.KeepAsync<INeo4jTransaction>(
        address, deadline,
        async stop =>
        {
            var connection = await BeginAsync(new(address.Database, access, deadline), stop);
            return new BoltTransaction(_pool, connection, address, deadline);
        },
        cancellationToken);

    public void Dispose() => _pool.Dispose();

    private async Task<CypherAnswer> RunAsync(CypherStatement statement, TransactionSettings settings, CancellationToken cancellationToken)
    {
        var connection = await _pool.TakeAsync(cancellationToken);
        try
        {
            return await connection.RunAsync(statement, settings, cancellationToken);
        }
        finally
        {
            _pool.Return(connection);
        }
    }

    private async Task<BoltConnection> BeginAsync(TransactionSettings settings, CancellationToken cancellationToken)
    {
        var connection = await _pool.TakeAsync(cancellationToken);
        try
        {
            await connection.BeginAsync(settings, cancellationToken);
            return connection;
        }
        catch
        {
            _pool.Return(connection);
            throw;
        }
    }
}
