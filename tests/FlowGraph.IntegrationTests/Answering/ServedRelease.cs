using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.Embedded;
using FlowGraph.Model.Records;
using FlowGraph.Neo4j.Answering;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Http;
using FlowGraph.Neo4j.Loading;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Server;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Records;
using Xunit;

namespace FlowGraph.IntegrationTests.Answering;

/// <summary>One release in both stores.</summary>
internal sealed class ServedRelease : IDisposable
{
    private readonly StoreCircuit _circuit = new(TimeSpan.FromSeconds(60), TimeProvider.System);
    private readonly INeo4jClient _client;

    private ServedRelease(TestDatabase database, GraphRelease release, string transport)
    {
        Database = database;
        Release = release;
        Embedded = EmbeddedStore.Load(release);
        _client = transport == Transports.Http ? new QueryApiClient(database.Client.Address, TimeProvider.System, Statements) : database.Open(transport);
        Neo4j = new Neo4jStore(_client, release.Model, release.Info, _circuit);
        Neo4jOfTooManyNames = new Neo4jStore(_client, release.Model, release.Info, _circuit) { MostNamed = 0 };
    }

    /// <summary>It gives a request more time than users have: a database that has just started is slow with texts that are new to it.</summary>
    public Application Application { get; } = Application.Shipped(new() { Seconds = 60 }, new() { Cost = int.MaxValue });

    public TestDatabase Database { get; }

    public GraphRelease Release { get; }

    public IGraphStore Embedded { get; }

    /// <summary>What was sent to the database over HTTP.</summary>
    public StatementLog Statements { get; } = new();

    public IGraphStore Neo4j { get; }

    /// <summary>The same, but it holds no names in memory.</summary>
    public IGraphStore Neo4jOfTooManyNames { get; }

    /// <summary>The shipped release for a test that changes nothing.</summary>
    public static async Task<ServedRelease> ShippedAsync(Neo4jFixture neo4j, string transport = Transports.Http) =>
        new(await neo4j.ShippedDatabaseAsync(TestContext.Current.CancellationToken), TestApplication.Shared.Release, transport);

    /// <summary>Loads it into an empty database.</summary>
    public static async Task<ServedRelease> LoadAsync(Neo4jFixture neo4j, GraphRelease release, string transport = Transports.Http)
    {
        var database = await neo4j.EmptyDatabaseAsync();
        var outcome = await new ReleaseLoader(database.Client).LoadAsync(
            new ReleaseRecords(release), new LoadRequest(), new Progress<LoadProgress>(), TestContext.Current.CancellationToken);
        Assert.True(outcome.Result == LoadResult.Loaded, $"{outcome.Sentence} {outcome.Audit}");
        return new(database, release, transport);
    }

    /// <summary>The body of the response.</summary>
    public async Task<string> AskAsync(IGraphStore store, string query, JsonObject? variables = null)
    {
        using var request = TestApplication.Request(query, variables);
        using var writer = new JsonResponseWriter();
        await Application.Executor.ExecuteAsync(request, store, "", writer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(writer.Written);
    }

    /// <summary>Where the two stores' answers part; null where they are the same bytes.</summary>
    public async Task<string?> DifferenceAsync(string query, JsonObject? variables)
    {
        var expected = await AskAsync(Embedded, query, variables);
        string found;
        try
        {
            found = await AskAsync(Neo4j, query, variables);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return fault.ToString();
        }
        if (found == expected)
            return null;
        var at = found.AsSpan().CommonPrefixLength(expected);
        return $"at {at}\nembedded {Around(expected, at)}\nneo4j    {Around(found, at)}";
    }

    public void Dispose()
    {
        Application.Dispose();
        _client.Dispose();
        _circuit.Dispose();
        Database.Dispose();
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 120)..Math.Min(text.Length, at + 200)];
}
