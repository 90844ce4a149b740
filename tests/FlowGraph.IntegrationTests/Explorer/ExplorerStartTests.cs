using FlowGraph.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace FlowGraph.IntegrationTests.Explorer;

/// <summary>What a reader sees first.</summary>
[Collection("Explorer")]
public sealed class ExplorerStartTests(SharedChromium browser, TestServer server)
{
    [Fact]
    public async Task One_field_takes_names_in_any_script_and_the_numbers_of_ships_and_ports()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/");
        var field = explorer.Page.GetByRole(AriaRole.Combobox);

        foreach (var (typed, found) in ((string, string)[])[("천마산", "Chon Ma San"), ("Восточный", "Vostochny Port"), ("8660313", "Chon Ma San"), ("RUVYP", "Vostochny Port")])
        {
            await field.FillAsync(typed);
            await Assertions.Expect(explorer.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync(found);
        }
        explorer.AssertQuiet();
    }

    [Fact]
    public async Task The_release_says_what_it_lacks_and_how_much_of_it()
    {
        var answer = await server.PostAsync("{ release { caveats { text count } } }");
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/");

        await explorer.Page.GetByText("What this release lacks, counted").WaitForAsync();

        var expected = answer.Json["data"]!["release"]!["caveats"]!.AsArray().Select(caveat => (string)caveat!["text"]!);
        Assert.Equal(expected, await explorer.Page.Locator("section[aria-labelledby=caveats] li").AllInnerTextsAsync());
        explorer.AssertQuiet();
    }
}
