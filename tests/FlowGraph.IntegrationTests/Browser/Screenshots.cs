using FlowGraph.TestKit;
using FlowGraph.TestKit.Browser;
using Xunit;

namespace FlowGraph.IntegrationTests.Browser;

/// <summary>The pictures of docs/browser.md, made anew where they are asked for.</summary>
[Collection("Neo4j")]
public sealed class Screenshots(Neo4jFixture neo4j, TestServer api) : IClassFixture<TestServer>
{
    private const string Variable = "FLOWGRAPH_TEST_SCREENSHOTS";

    // Half the width of the panel that covers the right of a picture.
    private const int FromUnderThePanel = -150;

    [Fact(Timeout = 600_000)]
    public async Task Show_guide_pictures_and_sources()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Variable) == "1", $"{Variable}=1 writes the pictures in docs/images anew.");
        await using var chromium = await Chromium.StartAsync();
        using var database = await neo4j.ShippedDatabaseAsync(TestContext.Current.CancellationToken);
        var queries = BrowserKit.Slides().Select(slide => slide[0].Text).ToList();

        await ShowAsync("guide", "", browser => browser.EnlargeAsync(), isGuide: true);
        await ShowAsync("model", queries[1], PictureAsync);
        await ShowAsync("vostochny", queries[2], PictureAsync);
        await ShowAsync("vessel", "MATCH (v:Vessel {id: 'vessel:chon-ma-san'}) RETURN v", async browser =>
        {
            await browser.EnlargeAsync();
            await browser.Nodes.First.DblClickAsync();
            await browser.Nodes.Nth(1).WaitForAsync();
            await browser.FitAsync();
            await browser.PanAsync(FromUnderThePanel);
        });
        await ShowAsync("sources", queries[3], async browser =>
        {
            await browser.EnlargeAsync();
            await browser.FitAsync();
            await browser.PanAsync(2 * FromUnderThePanel);
            await browser.Frame.Locator("g.relationship path.overlay").ClickAsync();
            await browser.WidenPanelAsync(300);
            await browser.Panel.Locator("tr", new() { HasText = "cites" }).GetByText("Show all").ClickAsync();
        });

        async Task ShowAsync(string name, string query, Func<Neo4jBrowserPage, Task> arrangeAsync, bool isGuide = false)
        {
            var browser = await Neo4jBrowserPage.ConnectAsync(await chromium.OpenAsync(1280, 960), database.Server);
            await browser.RunAsync($":style {KitAddress("style.grass")}");
            await browser.RunAsync(isGuide ? $":play {KitAddress("guide.html")}" : query);
            await arrangeAsync(browser);
            await browser.SaveAsync(Repository.PathOf("docs", "images", $"browser-{name}.png"));
        }
    }

    private static async Task PictureAsync(Neo4jBrowserPage browser)
    {
        await browser.EnlargeAsync();
        await browser.FitAsync();
        await browser.PanAsync(FromUnderThePanel);
    }

    private string KitAddress(string file) => new UriBuilder(api.Client.BaseAddress!) { Host = "localhost", Path = $"/browser/{file}" }.Uri.ToString();
}
