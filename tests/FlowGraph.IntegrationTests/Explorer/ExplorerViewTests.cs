using FlowGraph.IntegrationTests.Browser;
using FlowGraph.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace FlowGraph.IntegrationTests.Explorer;

/// <summary>Every view of the explorer: its content is there, nobody is shut out, nothing is wider than the window.</summary>
[Collection("Explorer")]
public sealed class ExplorerViewTests(SharedChromium browser, TestServer server)
{
    private const string Variable = "FLOWGRAPH_TEST_SCREENSHOTS";

    private const int Narrow = 360;
    private const int Wide = 1280;

    private const string Motion = "document.getAnimations().filter(each => each.playState === 'running').length + (getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? 1 : 0)";

    // The path of each view and what is there when it is.
    private static readonly (string Name, string Path, string Content)[] _views =
    [
        ("start", "/?node=port:vostochny-port", ".path .is-contested"),
        ("chains", ExplorerPage.Flagship, ".chain .notes li"),
        ("graph", "/graph?node=exchange:oil-for-arms-and-troops&open=shipment:osc-43-trips-2024", ".graph .table .is-contested"),
        ("timeline", "/timeline", ".timeline-chart a.event"),
        ("ledger", "/ledger", ".ledger-chart .open-end"),
        ("sources", "/sources?open=source:bbc-mackenzie-repost-dayfr", ".hanging li"),
    ];

    [Fact]
    public async Task Nobody_is_shut_out_of_any_view_width_or_colour()
    {
        var chromium = await browser.StartedAsync();

        var found = await Task.WhenAll(LookAsync(chromium, Narrow, ColorScheme.Dark), LookAsync(chromium, Wide, ColorScheme.Light));

        var violations = found.SelectMany(each => each).ToList();
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Fact]
    public async Task What_is_not_the_usual_is_as_readable()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/");
        (string Path, string Content)[] pages =
        [
            (ExplorerPage.Flagship + "&confidence=MODERATE", ".none .reason"),
            ("/chains?from=port:no-such-port&to=area:kursk-oblast", ".problem"),
            ("/graph", ".notice"),
            ("/timeline?show=listings&scope=vessel:angara", ".chart"),
            ("/sources?q=nothing-has-this-name", "[role=status]"),
        ];

        var found = new List<string>();
        foreach (var (path, content) in pages)
        {
            await explorer.GoAsync(path, content);
            found.AddRange((await Axe.ViolationsAsync(explorer.Page)).Select(violation => $"{path}: {violation}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private async Task<IReadOnlyList<string>> LookAsync(Chromium chromium, int width, ColorScheme colours)
    {
        var found = new List<string>();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/", width);
        await explorer.Page.EmulateMediaAsync(new() { ColorScheme = colours });
        foreach (var (name, path, content) in _views)
        {
            await explorer.GoAsync(path, content);
            found.AddRange((await Axe.ViolationsAsync(explorer.Page)).Select(violation => $"{path} {width} {colours}: {violation}"));
            if (await explorer.WidthAsync() > width)
                found.Add($"{path} {width}: wider than the window");
            if (await explorer.Page.EvaluateAsync<int>(Motion) is var moving and > 0)
                found.Add($"{path} {width}: {moving} things move for a reader who wants none of that");
            await explorer.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await explorer.Page.ScreenshotAsync(new() { Path = Picture($"{name}-{width}") });
            await explorer.Page.EmulateMediaAsync(new() { ColorScheme = colours });
        }
        explorer.AssertQuiet();
        Assert.Empty(await explorer.Page.Context.CookiesAsync());
        Assert.Equal(0, await explorer.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        return found;
    }

    private static string Picture(string name) => Environment.GetEnvironmentVariable(Variable) == "1"
        ? Repository.PathOf("docs", "images", "explorer", $"{name}.png")
        : Repository.PathOf("artifacts", "screenshots", $"explorer-{name}.png");
}
