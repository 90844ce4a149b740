using FlowGraph.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace FlowGraph.IntegrationTests.Browser;

/// <summary>A browser without a window: the one that is named, else the one on the path.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    // A machine that does much else at once draws a page in its own time; what never comes is told by the time of the whole test.
    private const float Patience = 60_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Skips the test when there is none.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var path = Installed.Chromium();
        Assert.SkipWhen(path is null, $"No Chromium: {Installed.ChromiumVariable} is not set and there is no chromium on PATH. Install it, or name its executable with {Installed.ChromiumVariable}.");
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path }));
    }

    /// <summary>A page with a memory of its own, which sees this machine and nothing else.</summary>
    public Task<IPage> OpenAsync(int width, int height) =>
        OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = height }, ColorScheme = ColorScheme.Light, DeviceScaleFactor = 1.1f });

    /// <inheritdoc cref="OpenAsync(int, int)"/>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions options)
    {
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        await context.RouteAsync(url => new Uri(url).Host is not ("localhost" or "127.0.0.1"), route => route.AbortAsync());
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
