using System.Net;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary><c>serve --store neo4j</c> over a database that goes away and comes back.</summary>
[Collection(OwnServerTests.Name)]
public sealed class KilledStoreTests(Neo4jFixture neo4j)
{
    // What the design promises for a store that comes back, and what a busy machine may need in all other cases.
    private static readonly TimeSpan _promise = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    [Fact(Timeout = 300_000)]
    public async Task Server_that_is_killed_and_comes_back_is_ready_again_within_five_seconds()
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        await using var server = await ServedCommand.StartAsync(TestContext.Current.CancellationToken, [("FLOWGRAPH_Store", "neo4j"), .. database.Address]);
        await ServedHealth.UntilReadyAsync(server, _patience, TestContext.Current.CancellationToken);

        await database.Server.KillAsync(TestContext.Current.CancellationToken);
        await ServedHealth.UntilAsync(async () => (await ServedHealth.HealthAsync(server, "ready", TestContext.Current.CancellationToken)).Status == HttpStatusCode.ServiceUnavailable, _patience, TestContext.Current.CancellationToken);
        var away = await ServedHealth.AskAsync(server, TestContext.Current.CancellationToken);
        await database.Server.RestartAsync(readOnly: false, TestContext.Current.CancellationToken);

        await ServedHealth.UntilReadyAsync(server, _promise, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE"), (away.Status, away.Code));
    }
}
