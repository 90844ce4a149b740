using System.Xml.Linq;
using FlowGraph.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace FlowGraph.IntegrationTests.Explorer;

/// <summary>What a reader does with the views: expand, filter, download, go back, meet a fault.</summary>
[Collection("Explorer")]
public sealed class ExplorerUseTests(SharedChromium browser, TestServer server)
{
    private const string Positions = "box => JSON.stringify(box.graph.nodes().map(node => [node.id(), node.position()]))";
    private const string Dashed = "box => box.graph.edges().filter(edge => edge.style('line-style') === 'dashed').map(edge => edge.data('label'))";

    [Fact]
    public async Task A_node_is_expanded_by_keyboard_and_its_picture_is_the_same_each_time()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/graph?node=exchange:oil-for-arms-and-troops");
        var expand = explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Expand Open Source Centre/BBC series" });
        var picture = explorer.Page.Locator(".canvas");

        await expand.WaitForAsync();
        var before = await picture.EvaluateAsync<string>(Positions);
        await expand.FocusAsync();
        await explorer.Keyboard.PressAsync("Enter");
        await explorer.Page.GetByText("Around Open Source Centre/BBC series").WaitForAsync();
        var expanded = await picture.EvaluateAsync<string>(Positions);
        await explorer.GoAsync(new Uri(explorer.Page.Url).PathAndQuery, ".table");

        Assert.True(expanded.Length > before.Length);
        Assert.Equal(expanded, await picture.EvaluateAsync<string>(Positions));
        Assert.All(await picture.EvaluateAsync<string[]>(Dashed), label => Assert.StartsWith("⚠ ", label, StringComparison.Ordinal));
        await Assertions.Expect(explorer.Page.Locator(".table .is-contested").First).ToContainTextAsync("⚠ Contested");
        explorer.AssertQuiet();
    }

    [Fact]
    public async Task Of_one_kind_there_is_more_and_the_focus_stays_where_it_was()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/graph?node=state:russia&each=5");
        var kind = explorer.Page.Locator(".group-row", new() { HasText = "based in" });
        var more = kind.GetByRole(AriaRole.Button);

        await Assertions.Expect(kind).ToContainTextAsync("5 of 23");
        await more.FocusAsync();
        foreach (var shown in (string[])["15 of 23", "all 23"])
        {
            await explorer.Keyboard.PressAsync("Enter");
            await Assertions.Expect(kind).ToContainTextAsync(shown);
            if (shown != "all 23")
                await Assertions.Expect(more).ToBeFocusedAsync();
        }

        await Assertions.Expect(more).ToHaveCountAsync(0);
        Assert.EndsWith("more=state:russia.BASED_IN.IN.25", explorer.Page.Url, StringComparison.Ordinal);
        Assert.Equal(await explorer.Page.Locator(".table tbody td:first-child").CountAsync(), await explorer.Page.Locator(".canvas").EvaluateAsync<int>("box => box.graph.edges().length"));
        explorer.AssertQuiet();
    }

    [Fact]
    public async Task Dates_are_drawn_as_they_are_known_and_filtered_by_type_and_confidence()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/timeline?show=oil,troops");
        var (rows, events) = (explorer.Page.Locator(".table tbody tr"), explorer.Page.Locator("a.event"));

        await explorer.Page.GetByLabel("Troops", new() { Exact = true }).WaitForAsync();
        await Assertions.Expect(explorer.Page.Locator(".lane.troops a.event[aria-label^='until ']:not(.planned) path").First).ToHaveAttributeAsync("d", new System.Text.RegularExpressions.Regex("^M17 .*L8 "));
        await Assertions.Expect(explorer.Page.Locator(".lane.oil a.event[aria-label^='2024-05 ']").First.Locator(".whisker")).ToHaveCountAsync(1);
        await explorer.Page.GetByLabel("Troops", new() { Exact = true }).UncheckAsync();
        await Assertions.Expect(explorer.Page.Locator(".lane")).ToHaveCountAsync(1);
        Assert.Equal(await rows.CountAsync(), await events.CountAsync());
        await explorer.Page.GetByLabel("Confidence at least").SelectOptionAsync("MODERATE");

        Assert.All(await rows.Locator("td:nth-child(4)").AllInnerTextsAsync(), confidence => Assert.Contains(confidence, (string[])["Moderate", "High"]));
        Assert.EndsWith("/timeline?show=oil&confidence=MODERATE", explorer.Page.Url, StringComparison.Ordinal);
        explorer.AssertQuiet();
    }

    [Fact]
    public async Task What_relays_one_origin_is_folded_together()
    {
        const string Origin = "source:bbc-2024-11-22-mackenzie";
        var answer = await server.PostAsync($$"""{ sources(where: { origin: { eq: "{{Origin}}" } }, first: 100) { nodes { id } } }""");
        var relays = answer.Json["data"]!["sources"]!["nodes"]!.AsArray().Select(relay => (string)relay!["id"]!);
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/sources?open=source:bbc-mackenzie-repost-dayfr");
        var voice = explorer.Page.Locator("details.voice[open]");

        await Assertions.Expect(voice.Locator("summary")).ToContainTextAsync("BBC News");
        var links = await voice.Locator(".hits > li > a:first-child").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");

        // First what the others relay.
        Assert.Equal($"/source/{Origin}", links[0]);
        Assert.Equal(relays.Append(Origin).Select(id => $"/source/{id}").Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
        await Assertions.Expect(voice.Locator(".hanging")).ToContainTextAsync("its relays included");
        explorer.AssertQuiet();
    }

    [Fact]
    public async Task Arrow_keys_walk_the_timeline_and_Enter_opens_the_fact()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/timeline?show=oil");
        var events = explorer.Page.Locator("a.event");

        await explorer.TabToAsync(events.First);
        await explorer.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(events.Nth(1)).ToBeFocusedAsync();
        var target = await events.Nth(1).GetAttributeAsync("href");
        await explorer.Keyboard.PressAsync("Enter");

        await explorer.Page.WaitForURLAsync("**" + target);
        await Assertions.Expect(explorer.Page.Locator("h1")).ToBeVisibleAsync();
        explorer.AssertQuiet();
    }

    [Fact]
    public async Task The_ledger_is_taken_home_as_picture_and_table()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/ledger");

        var csv = await DownloadAsync(explorer.Page, "Table (CSV)");
        var svg = XElement.Parse(await DownloadAsync(explorer.Page, "Picture (SVG)"));
        await explorer.Page.GetByText("1 counted, 15 left out").ClickAsync();

        Assert.Contains("2024,vostochny-2024,1000000,,\"at least 1,000,000 barrels\",cap:", csv, StringComparison.Ordinal);
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName == "path" && (string?)element.Attribute("stroke-dasharray") != "none");
        await Assertions.Expect(explorer.Page.Locator("details[open]").GetByText("another count of the same oil").First).ToBeVisibleAsync();
        explorer.AssertQuiet();
    }

    [Fact]
    public async Task Back_and_a_link_bring_back_what_was_seen()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/");
        var page = explorer.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Oil ledger" }).ClickAsync();
        await page.Locator(".ledger-chart").WaitForAsync();
        await page.GetByLabel("By", new() { Exact = true }).SelectOptionAsync("MONTH");
        await page.GetByText("2024-03", new() { Exact = true }).First.WaitForAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("By", new() { Exact = true })).ToHaveValueAsync("YEAR");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Who moved oil, arms and troops, and who says so");
        await page.GoForwardAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Oil ledger · FlowGraph");
        explorer.AssertQuiet();
    }

    [Fact]
    public async Task A_store_that_is_away_is_said_with_what_to_do_and_the_answer_comes_when_it_is_back()
    {
        var chromium = await browser.StartedAsync();
        // The browser itself notes every refused request, so errors are expected here.
        var page = (await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/ledger")).Page;
        await page.Locator(".ledger-chart").WaitForAsync();

        await page.RouteAsync("**/graphql**", route => route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/graphql-response+json",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "5" },
            Body = """{"errors":[{"message":"The store does not answer.","extensions":{"code":"STORE_UNAVAILABLE"}}]}""",
        }));
        await page.GetByLabel("By", new() { Exact = true }).SelectOptionAsync("MONTH");
        var alert = page.Locator(".problem[role=alert]");
        await Assertions.Expect(alert).ToContainTextAsync("The store behind this page does not answer. It is usually back within a minute.");
        await Assertions.Expect(alert).ToContainTextAsync("wait 5 seconds");

        await page.UnrouteAsync("**/graphql**");
        await alert.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(page.GetByText("2024-03", new() { Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(alert).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Long_work_says_so_and_can_be_cancelled()
    {
        var chromium = await browser.StartedAsync();
        var page = (await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/sources?q=bbc")).Page;
        await page.Locator(".voice").First.WaitForAsync();

        // Never answered: as slow as can be.
        await page.RouteAsync("**/graphql**", _ => Task.CompletedTask);
        await page.GetByRole(AriaRole.Link, new() { Name = "Timeline" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Cancelled.")).ToBeVisibleAsync();
        await page.UnrouteAsync("**/graphql**");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask again" }).ClickAsync();

        await Assertions.Expect(page.Locator("a.event").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Hostile_names_run_nothing_and_break_no_layout()
    {
        using var dataset = HostileDataset.Copy();
        await using var hostile = new TestServer { Stores = new(TestApplication.Over(dataset.Folder).Store) };
        await hostile.InitializeAsync();
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, hostile.Client.BaseAddress!, "/", width: 360);
        (string Path, string Content)[] views =
        [
            (ExplorerPage.Flagship, ".chain .notes li"), ("/graph?node=port:vostochny-port", ".graph .table td"), ("/timeline?show=oil", "a.event"), ("/ledger", ".ledger-chart"), ("/sources?open=source:38north-2024-04-poe", ".hanging li"), ("/?node=vessel:chon-ma-san", ".card h2"),
        ];

        foreach (var (path, content) in views)
        {
            await explorer.GoAsync(path, content);
            Assert.True(await explorer.WidthAsync() <= 360, path);
        }
        await explorer.Page.GetByRole(AriaRole.Combobox).First.FillAsync("ship");
        await explorer.Page.GetByRole(AriaRole.Option).First.WaitForAsync();

        Assert.True(await explorer.WidthAsync() <= 360);
        explorer.AssertQuiet();
    }

    private static async Task<string> DownloadAsync(IPage page, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }
}
