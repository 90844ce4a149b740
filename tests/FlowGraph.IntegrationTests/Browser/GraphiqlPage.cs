using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace FlowGraph.IntegrationTests.Browser;

/// <summary>GraphiQL, used as a reader uses it. What it asks for and what its security policy stopped is noted.</summary>
internal sealed class GraphiqlPage
{
    // CodeMirror only draws the lines that are to be seen; its own object has all of them.
    private const string TextOf = "pane => pane.querySelector('.CodeMirror').CodeMirror.getValue()";

    private readonly IPage _page;
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<Uri> _requests = new();

    private GraphiqlPage(IPage page) => _page = page;

    /// <summary>Errors of scripts, and what the policy stopped.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    public IReadOnlyCollection<Uri> Requests => _requests;

    public ILocator Tabs => _page.GetByRole(AriaRole.Tab);

    /// <summary>The one that is open, named after its operation as soon as the page has read that.</summary>
    public ILocator Tab => _page.Locator(".graphiql-tab-active");

    public ILocator Questions => _page.Locator(".questions button");

    public static async Task<GraphiqlPage> OpenAsync(IPage page, Uri address)
    {
        var graphiql = new GraphiqlPage(page);
        page.Request += (_, request) => graphiql._requests.Enqueue(new Uri(request.Url));
        page.PageError += (_, fault) => graphiql._faults.Enqueue(fault);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                graphiql._faults.Enqueue(message.Text);
        };
        await page.AddInitScriptAsync("addEventListener('securitypolicyviolation', violation => console.error(`${violation.violatedDirective}: ${violation.blockedURI} ${violation.sample}`))");
        await page.GotoAsync(address.ToString());
        await graphiql.Questions.First.WaitForAsync();
        return graphiql;
    }

    public Task<string> QueryAsync() => _page.Locator(".graphiql-query-editor").EvaluateAsync<string>(TextOf);

    /// <summary>Runs what stands in the editor.</summary>
    public async Task<string> RunAsync()
    {
        var answer = _page.WaitForResponseAsync(response => response.Request.Method == "POST");
        await _page.Locator(".graphiql-execute-button").ClickAsync();
        await (await answer).FinishedAsync();
        await _page.WaitForFunctionAsync("() => document.querySelector('.result-window .CodeMirror').CodeMirror.getValue().includes('\"')");
        return await _page.Locator(".result-window").EvaluateAsync<string>(TextOf);
    }

    public async Task<IReadOnlyList<string>> CompletionsAsync(string typed)
    {
        await Tabs.First.WaitForAsync();
        await _page.GetByLabel("New tab").ClickAsync();
        await _page.Locator(".graphiql-query-editor .CodeMirror").ClickAsync();
        await _page.Keyboard.PressAsync("ControlOrMeta+A");
        await _page.Keyboard.TypeAsync(typed);
        await _page.Keyboard.PressAsync("Control+Space");
        await _page.Locator(".CodeMirror-hints li").First.WaitForAsync();
        return await _page.Locator(".CodeMirror-hints li").AllInnerTextsAsync();
    }

    public Task SaveAsync(string path) => _page.ScreenshotAsync(new() { Path = path });
}
