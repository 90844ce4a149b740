using Deque.AxeCore.Playwright;
using FlowGraph.IntegrationTests.Browser;
using FlowGraph.Query.Chains;
using FlowGraph.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace FlowGraph.IntegrationTests.Pages;

/// <summary>The pages that need no script, in a real browser.</summary>
public sealed class PagesInBrowserTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly (int Width, int Height)[] _sizes = [(360, 740), (1280, 900)];

    [Fact]
    public async Task Nothing_stands_in_the_way_of_a_reader_on_any_page_width_or_colour()
    {
        await using var chromium = await Chromium.StartAsync();
        var chain = await ChainAsync();
        var found = new List<string>();
        foreach (var colours in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            foreach (var (width, height) in _sizes)
            {
                var page = await WatchedPage.OpenAsync(
                    await chromium.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce }), server.Client.BaseAddress!, "/search?text=chon");
                foreach (var (name, path) in (IEnumerable<(string, string)>)
                [
                    ("search", "/search?text=chon"), ("node", "/node/vessel:lady-r"), ("fact", "/fact/shipment:osc-43-trips-2024"), ("source", "/source/source:seatrade-2024-11-22"), ("chain", $"/chain/{chain}"),
                ])
                {
                    await page.GoAsync(path);
                    var report = await page.Page.RunAxe();
                    found.AddRange(report.Violations.Select(violation => $"{path} {width} {colours}: {violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
                    if (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
                        found.Add($"{path} {width}: wider than the window");
                    await page.Page.ScreenshotAsync(new() { Path = Screenshot($"{name}-{width}-{colours}") });
                }
                page.AssertQuiet();
            }
        }
        Assert.Empty(found);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_as_readable()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(360, 740);
        await page.GotoAsync(new Uri(server.Client.BaseAddress!, "/node/vessel:chon-ma").ToString());

        var report = await page.RunAxe();
        await page.ScreenshotAsync(new() { Path = Screenshot("not-there") });

        Assert.Empty(report.Violations.Select(violation => $"{violation.Id} {violation.Help}"));
    }

    [Fact]
    public async Task Without_script_and_mouse_a_reader_searches_opens_a_ship_and_follows_a_footnote()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await WatchedPage.OpenAsync(
            await chromium.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = 800, Height = 900 }, JavaScriptEnabled = false }), server.Client.BaseAddress!, $"/chain/{await ChainAsync()}");
        var keyboard = page.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.Locator(".skip")).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.Locator(".skip")).ToBeInViewportAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("lady r");
        await keyboard.PressAsync("Enter");
        await page.Page.WaitForURLAsync("**/search?text=lady+r");
        var hit = page.Page.GetByRole(AriaRole.Link, new() { Name = "Lady R", Exact = true });
        await hit.FocusAsync();
        await keyboard.PressAsync("Enter");
        await page.Page.WaitForURLAsync("**/node/vessel:lady-r");
        await page.Page.Locator("#ref-1").FocusAsync();
        await keyboard.PressAsync("Enter");
        await page.Page.WaitForURLAsync("**/node/vessel:lady-r#note-1");

        await Assertions.Expect(page.Page.Locator("#note-1")).ToBeInViewportAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task Hostile_names_run_nothing_and_break_no_layout()
    {
        using var dataset = HostileDataset.Copy();
        await using var hostile = new TestServer { Stores = new(TestApplication.Over(dataset.Folder).Store) };
        await hostile.InitializeAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await WatchedPage.OpenAsync(await chromium.OpenAsync(360, 740), hostile.Client.BaseAddress!, "/search");
        var answer = await hostile.PostAsync("{ vessels(first: 50) { nodes { permalink } } sources(first: 12) { nodes { permalink } } chains(from: \"port:vostochny-port\", to: \"area:kursk-oblast\", first: 1) { nodes: chains { permalink } } }");

        foreach (var path in answer.Json["data"]!.AsObject().SelectMany(root => root.Value!["nodes"]!.AsArray()).Select(record => (string)record!["permalink"]!))
        {
            await page.GoAsync(path);
            Assert.True(await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360, path);
        }
        await page.Page.ScreenshotAsync(new() { Path = Screenshot("hostile") });
        page.AssertQuiet();
    }

    private static async Task<string> ChainAsync() =>
        (await ChainFinder.FindAsync(TestApplication.Shared.Store, new ChainRequest { From = "port:vostochny-port", To = "area:kursk-oblast", First = 1 }, TestContext.Current.CancellationToken)).Chains[0].Id;

    private static string Screenshot(string name) => Repository.PathOf("artifacts", "screenshots", $"page-{name}.png");
}
