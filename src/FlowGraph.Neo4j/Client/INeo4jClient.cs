namespace FlowGraph.Neo4j.Client;

/// <summary>All that the rest knows of a connection to Neo4j. Every member throws <see cref="Neo4jException"/> and nothing else of the transport.</summary>
public interface INeo4jClient : IDisposable
{
    public Neo4jAddress Address { get; }

    /// <summary>Runs a statement in a transaction of its own. A read, and a write that is repeatable, is sent again when the failure may pass.</summary>
    /// <param name="deadline">Kept here, whether or not the server keeps it too: the statement is ended then.</param>
    public Task<CypherAnswer> RunAsync(CypherStatement statement, AccessMode access, TimeSpan deadline, CancellationToken cancellationToken);

    /// <param name="deadline">Of the whole transaction; the server keeps it.</param>
    public Task<INeo4jTransaction> BeginAsync(AccessMode access, TimeSpan deadline, CancellationToken cancellationToken);
}

/// <summary>What statements are given to, one after the other.</summary>
public interface ICypherRunner
{
    public Task<CypherAnswer> RunAsync(CypherStatement statement, CancellationToken cancellationToken);
}

/// <summary>A transaction that lasts over several statements. Disposed of without commit, it is rolled back. After a failure it is gone.</summary>
public interface INeo4jTransaction : ICypherRunner, IAsyncDisposable
{
    /// <exception cref="Neo4jException">With <see cref="Neo4jFault.CommitUnknown"/> when the connection broke before the answer came.</exception>
    public Task CommitAsync(CancellationToken cancellationToken);
}

/// <summary>Each statement in a transaction of its own.</summary>
public sealed class SingleStatements(INeo4jClient client, AccessMode access, TimeSpan deadline) : ICypherRunner
{
    public Task<CypherAnswer> RunAsync(CypherStatement statement, CancellationToken cancellationToken) =>
        client.RunAsync(statement, access, deadline, cancellationToken);
}
