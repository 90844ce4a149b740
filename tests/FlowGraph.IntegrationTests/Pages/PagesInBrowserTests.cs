using System.Text.RegularExpressions;
using FlowGraph.IntegrationTests.Browser;
using FlowGraph.Query.Chains;
using FlowGraph.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace FlowGraph.IntegrationTests.Pages;

/// <summary>The pages that need no script, in a real browser.</summary>
public sealed class PagesInBrowserTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly (int Width, ColorScheme Colours)[] _looks = [(360, ColorScheme.Dark), (1280, ColorScheme.Light)];

    [Fact]
    public async Task Nothing_stands_in_the_way_of_a_reader_on_any_page_width_or_colour()
    {
        await using var chromium = await Chromium.StartAsync();
        (string Name, string Path)[] pages =
        [
            ("search", "/search?text=chon"), ("node", "/node/vessel:lady-r"), ("fact", "/fact/arms:arms-2022-11-18-wagner-rail"), ("source", "/source/source:38north-2024-04-poe"), ("chain", $"/chain/{await ChainAsync()}"),
        ];

        var found = await Task.WhenAll(_looks.Select(look => LookAsync(chromium, look.Width, look.Colours, pages)));

        Assert.Empty(found.SelectMany(violations => violations));
    }

    private async Task<IReadOnlyList<string>> LookAsync(Chromium chromium, int width, ColorScheme colours, IEnumerable<(string Name, string Path)> pages)
    {
        var found = new List<string>();
        var page = await WatchedPage.OpenAsync(
            await chromium.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce, ColorScheme = colours }), server.Client.BaseAddress!, "/search");
        foreach (var (name, path) in pages)
        {
            await page.GoAsync(path);
            found.AddRange((await Axe.ViolationsAsync(page.Page)).Select(violation => $"{path} {width} {colours}: {violation}"));
            if (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
                found.Add($"{path} {width}: wider than the window");
            await page.Page.ScreenshotAsync(new() { Path = Screenshot($"{name}-{width}") });
        }
        page.AssertQuiet();
        return found;
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_as_readable()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(360, 740);

        foreach (var path in (string[])["/node/vessel:chon-ma", "/nonsense"])
        {
            var response = await page.GotoAsync(new Uri(server.Client.BaseAddress!, path).ToString());
            var violations = await Axe.ViolationsAsync(page);
            await page.ScreenshotAsync(new() { Path = Screenshot($"not-there-{path.Split('/')[1]}") });

            Assert.Equal(404, response!.Status);
            Assert.Equal(path == "/nonsense" ? "nonsense" : "chon ma", await page.Locator("main input[name=text]").InputValueAsync());
            Assert.Empty(violations);
        }
    }

    [Fact]
    public async Task Without_script_and_mouse_a_reader_searches_opens_a_ship_and_follows_a_footnote()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await WatchedPage.OpenAsync(
            await chromium.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = 800, Height = 900 }, JavaScriptEnabled = false }), server.Client.BaseAddress!, "/");
        var keyboard = page.Page.Keyboard;

        // The explorer draws nothing then, and leads to the search.
        await page.Page.GetByLabel("A port, ship, organisation, person or event").FocusAsync();
        await keyboard.TypeAsync("vostochny");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Vostochny Port", Exact = true })).ToBeVisibleAsync();
        await page.GoAsync($"/chain/{await ChainAsync()}");
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.Locator(".skip")).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.Locator(".skip")).ToBeInViewportAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.Locator("#search-text")).ToBeFocusedAsync();
        await keyboard.TypeAsync("lady r");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex(@"/search\?text=lady\+r$"));
        var hit = page.Page.GetByRole(AriaRole.Link, new() { Name = "Lady R", Exact = true });
        await hit.FocusAsync();
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("/node/vessel:lady-r$"));
        await page.Page.Locator("#ref-1").FocusAsync();
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("/node/vessel:lady-r#note-1$"));

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
        var answer = await hostile.PostAsync("{ vessels(first: 50) { nodes { name permalink } } sources(first: 200) { nodes { name: title permalink } } chains(from: \"port:vostochny-port\", to: \"area:kursk-oblast\", first: 1) { chains { permalink } } }");
        var records = answer.Json["data"]!.AsObject().SelectMany(root => (root.Value!["nodes"] ?? root.Value["chains"])!.AsArray()).ToList();

        // Of each name the first ship or source, and the chain, which has neither.
        foreach (var path in records.GroupBy(record => HostileDataset.Names.FirstOrDefault(name => ((string?)record!["name"])?.StartsWith(name, StringComparison.Ordinal) == true)).Select(group => (string)group.First()!["permalink"]!))
        {
            await page.GoAsync(path);
            Assert.True(await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360, path);
            await page.Page.ScreenshotAsync(new() { Path = Screenshot($"hostile-{path.Split(':')[1]}") });
        }
        page.AssertQuiet();
    }

    private static async Task<string> ChainAsync() =>
        (await ChainFinder.FindAsync(TestApplication.Shared.Store, new ChainRequest { From = "port:vostochny-port", To = "area:kursk-oblast", First = 1 }, TestContext.Current.CancellationToken)).Chains[0].Id;

    private static string Screenshot(string name) => Repository.PathOf("artifacts", "screenshots", $"page-{name}.png");
}
