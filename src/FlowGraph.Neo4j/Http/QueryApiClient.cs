using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Http;

/// <summary>Neo4j's HTTP Query API v2, over pooled connections that are kept alive.</summary>
public sealed class QueryApiClient : INeo4jClient
{
    private readonly QueryApiTransport _transport;
    private readonly TimeProvider _time;

    public QueryApiClient(Neo4jAddress address, TimeProvider time)
        : this(address, time, Handler(address))
    {
    }

    public QueryApiClient(Neo4jAddress address, TimeProvider time, HttpMessageHandler handler)
    {
        _transport = new QueryApiTransport(address, handler);
        _time = time;
    }

    public Neo4jAddress Address => _transport.Address;

    public Task<CypherAnswer> RunAsync(CypherStatement statement, AccessMode access, TimeSpan deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return RetryRule.RunAsync(
            () =>
            {
                var tag = QueryApiTransport.NewTag();
                return _transport.PostAsync(_transport.Root, RequestBody.Write(statement, tag, access), tag, deadline, cancellationToken);
            },
            access == AccessMode.Read || statement.IsRepeatable, _time, cancellationToken);
    }

    public async Task<INeo4jTransaction> BeginAsync(AccessMode access, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var answer = await _transport.PostAsync($"{_transport.Root}/tx", RequestBody.Write(null, null, access, deadline), null, deadline, cancellationToken);
        var id = answer.TransactionId
            ?? throw new Neo4jException(Neo4jFault.UnsupportedServer, $"The {Address} began no transaction; Neo4j 5.26 or newer is needed.");
        return new QueryApiTransaction(_transport, id, deadline);
    }

    /// <summary>The server's page about itself, for <see cref="ServerCheck"/>.</summary>
    internal Task<string?> DiscoverAsync(CancellationToken cancellationToken) => _transport.DiscoverAsync(cancellationToken);

    public void Dispose() => _transport.Dispose();

    private static SocketsHttpHandler Handler(Neo4jAddress address) => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !address.Url.IsLoopback,
    };
}
