using FlowGraph.IntegrationTests.Answering;
using FlowGraph.IntegrationTests.Browser;
using FlowGraph.Query.Plan;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Explorer;

/// <summary>The same views, whichever store they are read from.</summary>
[Collection("Neo4j")]
public sealed class ExplorerOfBothStoresTests(Neo4jFixture neo4j)
{
    private static readonly (string Path, string Content)[] _views =
    [
        ("/?node=port:vostochny-port", ".path .is-contested"),
        (ExplorerPage.Flagship, ".chain .notes li"),
        ("/graph?node=exchange:oil-for-arms-and-troops&open=shipment:osc-43-trips-2024&more=shipment:osc-43-trips-2024.PART_OF.IN.15", ".graph .table .is-contested"),
        ("/timeline", ".timeline-chart a.event"),
        ("/ledger", ".ledger-chart .open-end"),
        ("/sources?open=source:bbc-mackenzie-repost-dayfr", ".hanging li"),
    ];

    [Fact]
    public async Task Views_say_the_same_words()
    {
        using var served = await ServedRelease.ShippedAsync(neo4j);
        await using var chromium = await Chromium.StartAsync();

        var both = await Task.WhenAll(ReadAsync(chromium, served, served.Embedded), ReadAsync(chromium, served, served.Neo4j));

        Assert.All(_views.Index(), view => Assert.Equal(both[0][view.Index], both[1][view.Index]));
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(Chromium chromium, ServedRelease served, IGraphStore store)
    {
        await using var server = new TestServer { Application = served.Application, Stores = new(store) };
        await server.InitializeAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/");
        var read = new List<string>();
        foreach (var (path, content) in _views)
        {
            await explorer.GoAsync(path, content);
            // The foot asks for the release by itself.
            await explorer.Page.Locator(".foot code").WaitForAsync();
            read.Add(await explorer.Page.Locator("body").InnerTextAsync());
        }
        explorer.AssertQuiet();
        return read;
    }
}
