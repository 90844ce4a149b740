using FlowGraph.TestKit.Neo4j;
using Microsoft.Playwright;
using Xunit;

namespace FlowGraph.IntegrationTests.Browser;

/// <summary>Neo4j Browser, used as a researcher uses it.</summary>
internal sealed class Neo4jBrowserPage
{
    private const string Picture = "svg.neod3viz";

    private readonly IPage _page;

    private Neo4jBrowserPage(IPage page) => (_page, Frame) = (page, page.GetByTestId("frame").First);

    /// <summary>What was run last, and its answer. It need not stand on top: a server may have things of its own run in a newcomer's Browser.</summary>
    public ILocator Frame { get; private set; }

    /// <summary>The panel beside a picture.</summary>
    public ILocator Panel => Frame.GetByTestId("vizInspector");

    public ILocator Nodes => Frame.Locator("g.node");

    /// <summary>Opens the page that the server has of its own and logs in; skips the test where that cannot be.</summary>
    public static async Task<Neo4jBrowserPage> ConnectAsync(IPage page, Neo4jServer server)
    {
        Assert.SkipUnless(server.HasBrowser, "Neo4j Browser cannot reach Bolt in a test's container; name a server with FLOWGRAPH_TEST_NEO4J_URL.");
        await page.GotoAsync(new Uri(server.Url, "/browser/").ToString());
        await page.GetByTestId("username").FillAsync(server.User);
        await page.GetByTestId("password").FillAsync(server.Password);
        await page.GetByTestId("connect").ClickAsync();
        await Assertions.Expect(page.GetByText("You are connected as user").First).ToBeVisibleAsync();
        return new(page);
    }

    /// <summary>Types it into the editor and runs it.</summary>
    public async Task RunAsync(string command)
    {
        await _page.GetByTestId("activeEditor").Locator(".monaco-editor").First.ClickAsync();
        await _page.Keyboard.InsertTextAsync(command);
        await RunAsync(command, _page.GetByTestId("editor-Run"));
    }

    /// <summary>Clicks what runs <paramref name="command"/>.</summary>
    public async Task RunAsync(string command, ILocator element)
    {
        await element.ClickAsync();
        var words = string.Join(' ', command.Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal)));
        Frame = _page.GetByTestId("frame").Filter(new() { Has = _page.GetByTestId("frameCommand").Filter(new() { HasText = words }) }).First;
        await Frame.WaitForAsync();
    }

    /// <summary>Turns the guide in <paramref name="frame"/> to the next slide.</summary>
    public static Task NextSlideAsync(ILocator frame) => frame.GetByTestId("nextSlide").First.ClickAsync();

    /// <summary>The frame fills the window.</summary>
    public Task EnlargeAsync() => Frame.GetByTitle("Fullscreen").ClickAsync();

    /// <summary>The picture fills the frame.</summary>
    public async Task FitAsync()
    {
        await SettleAsync();
        await Frame.GetByLabel("zoom-to-fit").ClickAsync();
        await SettleAsync();
    }

    /// <summary>Opens <paramref name="drawer"/> of the side bar.</summary>
    public Task OpenDrawerAsync(string drawer) => _page.GetByTestId("navigation" + drawer).ClickAsync();

    public async Task<IReadOnlyList<string>> FavouriteFoldersAsync() => await _page.Locator("[data-testid^='expandFolder-FlowGraph']").AllInnerTextsAsync();

    public Task OpenFolderAsync(string folder) => _page.GetByTestId("expandFolder-" + folder).ClickAsync();

    /// <summary>The mark beside a favourite that runs it.</summary>
    public ILocator RunFavourite(string title) =>
        _page.GetByTestId("savedScriptListItem").Filter(new() { Has = _page.GetByTestId("scriptTitle-" + title) }).GetByTestId("savedScriptsButton-Run");

    /// <summary>Lets a file fall onto the window.</summary>
    public async Task DropAsync(string path)
    {
        var transfer = await _page.EvaluateHandleAsync(
            """
            ([name, content]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(content), letter => letter.charCodeAt(0))], name));
              return transfer;
            }
            """,
            new[] { Path.GetFileName(path), Convert.ToBase64String(await File.ReadAllBytesAsync(path)) });
        await _page.GetByTestId("main").DispatchEventAsync("drop", new { dataTransfer = transfer });
    }

    /// <summary>Moves the picture out from under the panel.</summary>
    public async Task PanAsync(int right)
    {
        var box = await BoxAsync(Frame.Locator(Picture));
        await DragAsync(box.X + 12, box.Y + box.Height - 12, right);
    }

    /// <summary>Draws the panel's edge to the left.</summary>
    public async Task WidenPanelAsync(int by)
    {
        var box = await BoxAsync(Panel);
        await DragAsync(box.X, box.Y + box.Height / 2, -by);
    }

    public Task SaveAsync(string path) => _page.ScreenshotAsync(new() { Path = path });

    /// <summary>A picture is laid out by forces that come to rest by themselves.</summary>
    public async Task SettleAsync()
    {
        await Nodes.First.WaitForAsync();
        for (string? last = null, now = await PlacesAsync(); now != last; last = now, now = await PlacesAsync())
            await _page.WaitForTimeoutAsync(250);
    }

    private async Task DragAsync(float x, float y, int right)
    {
        await _page.Mouse.MoveAsync(x, y);
        await _page.Mouse.DownAsync();
        await _page.Mouse.MoveAsync(x + right, y, new() { Steps = 8 });
        await _page.Mouse.UpAsync();
        // What lies under the pointer is shown lit.
        await _page.Mouse.MoveAsync(1, 1);
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator element) =>
        await element.BoundingBoxAsync() ?? throw new InvalidOperationException($"{element} is not to be seen.");

    private Task<string> PlacesAsync() => Frame.Locator(Picture).EvaluateAsync<string>("svg => [...svg.querySelectorAll('g')].map(g => g.getAttribute('transform')).join()");
}
