using FlowGraph.TestKit;
using FlowGraph.TestKit.Browser;
using Microsoft.Playwright;
using Xunit;

namespace FlowGraph.IntegrationTests.Browser;

/// <summary>The kit, fetched from our server into the Browser that Neo4j's own server has.</summary>
[Collection("Neo4j")]
public sealed class KitInBrowserTests(Neo4jFixture neo4j, TestServer api) : IClassFixture<TestServer>
{
    [Fact(Timeout = 300_000)]
    public async Task A_researcher_gets_style_and_guide_and_sees_the_sources_of_an_arrow()
    {
        await using var chromium = await Chromium.StartAsync();
        using var database = await neo4j.ShippedDatabaseAsync(TestContext.Current.CancellationToken);
        var browser = await Neo4jBrowserPage.ConnectAsync(await chromium.OpenAsync(1440, 900), database.Server);

        await browser.RunAsync($":style {KitAddress("style.grass")}");
        var style = await browser.Frame.InnerTextAsync();
        await browser.RunAsync($":play {KitAddress("guide.html")}");
        await Assertions.Expect(browser.Frame).ToContainTextAsync($"1 / {BrowserKit.Slides().Length}");
        for (var slide = 1; slide < 4; slide++)
            await Neo4jBrowserPage.NextSlideAsync(browser.Frame);
        await browser.RunAsync(BrowserKit.Slides()[3][0].Text, browser.Frame.Locator("pre.runnable > i").First);
        await browser.SettleAsync();
        var fills = await browser.Nodes.Locator("circle.b-outline").EvaluateAllAsync<string[]>("circles => circles.map(circle => circle.getAttribute('fill'))");
        await browser.Frame.Locator("g.relationship path.overlay").ClickAsync();

        var rules = StyleRule.ReadAll();
        Assert.All(rules, rule => Assert.Contains($"\n{rule.Element}{(rule.Type.Length == 0 ? "" : $".{rule.Type}")} {{\n", style, StringComparison.Ordinal));
        Assert.Equal(
            [.. rules.Where(rule => rule.Type is "Shipment" or "Vessel").Select(rule => rule["color"]).Order(StringComparer.Ordinal)],
            fills.Order(StringComparer.Ordinal));
        await Assertions.Expect(browser.Panel).ToContainTextAsync("Lloyd's List, undated: AIS shows arrival");
    }

    [Fact(Timeout = 300_000)]
    public async Task Favourites_that_are_dropped_onto_the_window_come_in_their_folders_and_run()
    {
        var favourites = BrowserKit.Favourites();
        await using var chromium = await Chromium.StartAsync();
        using var database = await neo4j.ShippedDatabaseAsync(TestContext.Current.CancellationToken);
        var browser = await Neo4jBrowserPage.ConnectAsync(await chromium.OpenAsync(1440, 900), database.Server);

        await browser.OpenDrawerAsync("Favorites");
        await browser.DropAsync(FavouritesZip.PathOfFile);
        await RunAsync("FlowGraph 1 Parameters/vessel.cypher");
        await Assertions.Expect(browser.Frame).ToContainTextAsync("\"vessel\": \"vessel:chon-ma-san\"");
        await RunAsync("FlowGraph 3 Oil/one-ship.cypher");
        await browser.Nodes.First.WaitForAsync();

        Assert.Equal(favourites.Select(favourite => favourite.Place.Split('/')[0]).Distinct(), await browser.FavouriteFoldersAsync());

        async Task RunAsync(string place)
        {
            var favourite = favourites.Single(favourite => favourite.Place == place);
            await browser.OpenFolderAsync(place.Split('/')[0]);
            await browser.RunAsync(favourite.Text, browser.RunFavourite(favourite.Text.Split('\n')[0].TrimStart('/', ' ')));
        }
    }

    // Neo4j lets Browser fetch from this name without being told so; the address in numbers it does not.
    private string KitAddress(string file) => new UriBuilder(api.Client.BaseAddress!) { Host = "localhost", Path = $"/browser/{file}" }.Uri.ToString();
}
