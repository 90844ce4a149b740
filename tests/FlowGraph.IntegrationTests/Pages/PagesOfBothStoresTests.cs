using FlowGraph.IntegrationTests.Answering;
using FlowGraph.Query.Chains;
using FlowGraph.TestKit;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Pages;

/// <summary>The same pages, whichever store they are read from.</summary>
[Collection("Neo4j")]
public sealed class PagesOfBothStoresTests(Neo4jFixture neo4j)
{
    [Fact]
    public async Task Pages_are_the_same_bytes()
    {
        using var served = await ServedRelease.ShippedAsync(neo4j);
        await using var embedded = new TestServer { Stores = new(served.Embedded) };
        await using var database = new TestServer { Stores = new(served.Neo4j) };
        await embedded.InitializeAsync();
        await database.InitializeAsync();
        var chain = (await ChainFinder.FindAsync(served.Embedded, new ChainRequest { From = "port:vostochny-port", To = "area:kursk-oblast", First = 1 }, TestContext.Current.CancellationToken)).Chains[0];

        foreach (var path in (string[])
        [
            "/node/port:vostochny-port", "/fact/shipment:osc-43-trips-2024", "/fact/claim:osc-43-trips-2024--barrels", "/fact/carried-by:osc-43-trips-2024--chon-ma-san", "/source/source:osc-refined-tastes",
            chain.Permalink, "/search?text=chon", "/node/vessel:nobody",
        ])
            Assert.Equal(await TextAsync(embedded, path), await TextAsync(database, path));
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_is_said_in_plain_words()
    {
        await using var server = await ServedCommand.StartAsync(
            TestContext.Current.CancellationToken, ("FLOWGRAPH_Store", "neo4j"), ("FLOWGRAPH_Neo4j__Url", "http://127.0.0.1:9"), ("FLOWGRAPH_Neo4j__Password", "none"));

        using var response = await server.Client.GetAsync("/node/vessel:lady-r", TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((503, "5", "text/html"), ((int)response.StatusCode, response.Headers.GetValues("Retry-After").Single(), response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("<h1>The data cannot be reached now</h1>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(TestServer server, string path)
    {
        using var response = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
    }
}
