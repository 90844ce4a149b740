using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace FlowGraph.IntegrationTests.Pages;

/// <summary>A page in a browser, with everything noted that should not be: errors, dialogs, requests to others.</summary>
internal sealed class WatchedPage
{
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly Uri _home;

    private WatchedPage(IPage page, Uri home) => (Page, _home) = (page, home);

    public IPage Page { get; }

    public static async Task<WatchedPage> OpenAsync(IPage page, Uri home, string path)
    {
        var watched = new WatchedPage(page, home);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != home.Authority)
                watched._faults.Enqueue($"asked {request.Url}");
        };
        page.PageError += (_, fault) => watched._faults.Enqueue(fault);
        page.Console += (_, message) => watched._faults.Enqueue(message.Text);
        page.Dialog += (_, dialog) => watched._faults.Enqueue(dialog.Message);
        await watched.GoAsync(path);
        return watched;
    }

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(_home, path).ToString());

    public void AssertQuiet() => Assert.Empty(_faults);
}
