using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
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

        var found = await Task.WhenAll(LookAsync(chromium, Narrow), LookAsync(chromium, Wide));

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
            found.AddRange((await explorer.Page.RunAxe()).Violations.Select(violation => Words(path, violation)));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private async Task<IReadOnlyList<string>> LookAsync(Chromium chromium, int width)
    {
        var found = new List<string>();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/", width);
        foreach (var (name, path, content) in _views)
        {
            await explorer.GoAsync(path, content);
            var report = width == Narrow ? await DarkAsync(explorer) : await explorer.Page.RunAxe();
            found.AddRange(report.Violations.Select(violation => $"{width} {Words(path, violation)}"));
            if (await explorer.WidthAsync() > width)
                found.Add($"{path} {width}: wider than the window");
            await explorer.Page.ScreenshotAsync(new() { Path = Picture($"{name}-{width}") });
        }
        explorer.AssertQuiet();
        return found;
    }

    // What dark colours change is contrast only, and that alike at every width.
    private static async Task<AxeResult> DarkAsync(ExplorerPage explorer)
    {
        await explorer.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var report = await explorer.Page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } });
        await explorer.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return report;
    }

    private static string Words(string path, AxeResultItem violation) => $"{path}: {violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}";

    private static string Picture(string name) => Environment.GetEnvironmentVariable(Variable) == "1"
        ? Repository.PathOf("docs", "images", "explorer", $"{name}.png")
        : Repository.PathOf("artifacts", "screenshots", $"explorer-{name}.png");
}
