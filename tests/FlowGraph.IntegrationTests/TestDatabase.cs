using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Http;
using FlowGraph.TestKit.Neo4j;
using FlowGraph.Tests.Commands;

namespace FlowGraph.IntegrationTests;

/// <summary>The database of a test: asked and changed behind the program's back.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly TimeSpan _deadline = TimeSpan.FromMinutes(2);

    private readonly string _passwordFile = Path.Combine(Path.GetTempPath(), "flowgraph-" + Guid.NewGuid().ToString("N"));

    public TestDatabase(Neo4jServer server)
    {
        Server = server;
        Client = new QueryApiClient(new(server.Url, "neo4j", server.User, server.Password), TimeProvider.System);
        File.WriteAllText(_passwordFile, server.Password + "\n");
    }

    public Neo4jServer Server { get; }

    public QueryApiClient Client { get; }

    public (string Name, string Value)[] Address => AddressOver(Transports.Http);

    public (string Name, string Value)[] AddressOver(string transport) =>
        [("FLOWGRAPH_Neo4j__Url", Url(transport).ToString()), ("FLOWGRAPH_Neo4j__User", Server.User), ("FLOWGRAPH_Neo4j__Password", Server.Password)];

    public Uri Url(string transport) => transport == Transports.Bolt ? Server.Bolt : Server.Url;

    /// <summary>A further client, which belongs to the caller.</summary>
    public INeo4jClient Open(string transport) => Neo4jClients.Open(Client.Address with { Url = Url(transport) }, TimeProvider.System);

    /// <summary>A run of the program against this database, within the test's process.</summary>
    internal Task<CommandRun> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken, params (string Name, string Value)[] environment) => CommandRun.OfAsync(
        [.. arguments],
        cancellationToken,
        environment:
        [
            .. Address.Where(given => environment.All(own => own.Name != given.Name)),
            .. environment,
        ]);

    /// <summary>A run as a process of its own, over <paramref name="url"/>.</summary>
    internal ProgramProcess Start(IEnumerable<string> arguments, Uri url, params IEnumerable<(string Name, string Value)> environment) =>
        ProgramProcess.Start([.. arguments, "--neo4j-url", url.ToString(), "--neo4j-user", Server.User, "--neo4j-password-file", _passwordFile], environment);

    public async Task ExecuteAsync(string text, CancellationToken cancellationToken)
    {
        using var answer = await Client.RunAsync(new(text) { IsRepeatable = true }, AccessMode.Write, _deadline, cancellationToken);
    }

    public async Task<int> CountAsync(string text, CancellationToken cancellationToken)
    {
        using var answer = await Client.RunAsync(new(text), AccessMode.Read, _deadline, cancellationToken);
        return answer[0, 0].GetInt32();
    }

    public async Task<ImmutableArray<JsonElement>> RowsAsync(string text, CancellationToken cancellationToken)
    {
        using var answer = await Client.RunAsync(new(text), AccessMode.Read, _deadline, cancellationToken);
        return [.. answer.Rows.EnumerateArray().Select(row => row.Clone())];
    }

    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync("MATCH ()-[e]->() DELETE e", cancellationToken);
        await ExecuteAsync("MATCH (n) DELETE n", cancellationToken);
    }

    /// <summary>Waits until nobody else has a transaction: what was under way is then done or taken back.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_deadline);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await CountAsync("SHOW TRANSACTIONS YIELD transactionId RETURN count(*)", limit.Token) > 1)
            await pause.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>Rolls a transaction back, as the server does by itself some time after its client has gone.</summary>
    /// <param name="path">Of the transaction, as its client asked for it.</param>
    public async Task RollBackAsync(string path, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(Server.Url, path))
        {
            Headers = { Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Server.User}:{Server.Password}"))) },
        };
        using var answer = await http.SendAsync(request, cancellationToken);
    }

    /// <summary>Everything there is, but the release's own node, one line each, in order.</summary>
    public async Task<ImmutableArray<string>> DumpAsync(CancellationToken cancellationToken)
    {
        var nodes = await RowsAsync("MATCH (n) WHERE NOT n:_Release RETURN labels(n), properties(n)", cancellationToken);
        var edges = await RowsAsync("MATCH (a)-[e]->(b) RETURN type(e), a.id, b.id, properties(e)", cancellationToken);
        var lines = nodes.Select(node => GraphLines.Node(node[0].EnumerateArray().Select(label => label.GetString()!), GraphLines.Stored(node[1])))
            .Concat(edges.Select(edge => GraphLines.Edge(edge[0].GetString()!, edge[1].GetString()!, edge[2].GetString()!, GraphLines.Stored(edge[3]))));
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        Client.Dispose();
        File.Delete(_passwordFile);
    }
}
