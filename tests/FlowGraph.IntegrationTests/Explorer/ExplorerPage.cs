using FlowGraph.IntegrationTests.Browser;
using FlowGraph.IntegrationTests.Pages;
using Microsoft.Playwright;

namespace FlowGraph.IntegrationTests.Explorer;

/// <summary>The explorer in a browser, used as a reader uses it.</summary>
internal sealed class ExplorerPage(WatchedPage watched)
{
    public const string Flagship = "/chains?from=port:vostochny-port&to=area:kursk-oblast";

    public IPage Page => watched.Page;

    public IKeyboard Keyboard => Page.Keyboard;

    public static async Task<ExplorerPage> OpenAsync(Chromium chromium, Uri home, string path, int width = 1280)
    {
        var page = await chromium.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        return new(await WatchedPage.OpenAsync(page, home, path));
    }

    /// <summary>Opens a view and waits for all that it fetches.</summary>
    public async Task GoAsync(string path, string content)
    {
        await watched.GoAsync(path);
        await Page.Locator(content).First.WaitForAsync();
        await SettleAsync();
    }

    public Task SettleAsync() => Assertions.Expect(Page.Locator(".progress")).ToHaveCountAsync(0);

    /// <summary>Tab after Tab until the element has the focus.</summary>
    public async Task TabToAsync(ILocator target)
    {
        for (var i = 0; i < 60; i++)
        {
            await Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }
        await Assertions.Expect(target).ToBeFocusedAsync();
    }

    public Task<int> WidthAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth");

    /// <summary>No error, no dialog, no request to anybody else.</summary>
    public void AssertQuiet() => watched.AssertQuiet();
}
