using System.Text.RegularExpressions;
using FlowGraph.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace FlowGraph.IntegrationTests.Explorer;

/// <summary>From two names to a footnoted chain.</summary>
[Collection("Explorer")]
public sealed partial class ExplorerChainTests(SharedChromium browser, TestServer server)
{
    [Fact]
    public async Task Two_names_and_Enter_give_the_footnoted_chain_without_a_mouse()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/");
        var page = explorer.Page;

        await explorer.TabToAsync(page.GetByRole(AriaRole.Combobox));
        await explorer.Keyboard.TypeAsync("Vostochny");
        await page.GetByRole(AriaRole.Option, new() { Name = "Vostochny Port port" }).WaitForAsync();
        await explorer.Keyboard.PressAsync("ArrowDown");
        await explorer.Keyboard.PressAsync("ArrowUp");
        await explorer.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "How is Vostochny Port connected with …" })).ToBeFocusedAsync();
        await explorer.Keyboard.TypeAsync("Kursk");
        await explorer.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**" + ExplorerPage.Flagship);
        await page.Locator(".chain .notes li").First.WaitForAsync();

        var chains = page.Locator("article.chain");
        await Assertions.Expect(chains).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        // Said aloud, and drawn side by side.
        await Assertions.Expect(page.Locator("[role=status]").GetByText("2 chains found.")).ToHaveCountAsync(1);
        Assert.Equal((await chains.First.BoundingBoxAsync())!.Y, (await chains.Last.BoundingBoxAsync())!.Y);
        for (var i = 0; i < 2; i++)
        {
            var chain = chains.Nth(i);
            await Assertions.Expect(chain.Locator(".step")).ToHaveCountAsync(4);
            await Assertions.Expect(chain.Locator(".step.is-weakest")).ToContainTextAsync("has troops leg");
            await Assertions.Expect(chain.Locator(".not-shown")).ToContainTextAsync("the troops leg of the alleged exchange, is contested");
            await Assertions.Expect(chain.Locator("h4:has-text('who denies it') + ul")).ToContainTextAsync("is denied by Democratic People's Republic of Korea and Kim Yo Jong");
            foreach (var file in await chain.Locator(".downloads a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))
                Assert.Equal(200, (await server.GetAsync(file)).Status);
            var permalink = await chain.Locator("a.button").GetAttributeAsync("href");
            Assert.Equal(await PrintedAsync(permalink!), (await chain.Locator(".notes li").AllInnerTextsAsync()).Select(Plain));
        }
        explorer.AssertQuiet();
    }

    [Fact]
    public async Task Names_in_other_scripts_are_suggested_with_the_language_they_are_in()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/chains");
        var field = explorer.Page.GetByRole(AriaRole.Combobox, new() { Name = "From" });

        await field.FillAsync("천마산");
        var hit = explorer.Page.GetByRole(AriaRole.Option).First;
        await Assertions.Expect(hit).ToContainTextAsync("Chon Ma San");
        await Assertions.Expect(field).ToHaveAttributeAsync("lang", "ko");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        Assert.Equal(await hit.GetAttributeAsync("id"), await field.GetAttributeAsync("aria-activedescendant"));
        await field.PressAsync("Escape");

        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "false");
        explorer.AssertQuiet();
    }

    [Fact]
    public async Task None_is_an_answer_with_its_reasons()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, ExplorerPage.Flagship);
        await explorer.Page.GetByText("Options").ClickAsync();

        await explorer.Page.GetByLabel("Every step at least of").SelectOptionAsync("MODERATE");
        var none = explorer.Page.Locator(".none");

        await Assertions.Expect(none).ToContainTextAsync("No chain within 6 hops at MODERATE or better");
        await Assertions.Expect(none).ToContainTextAsync("has troops leg");
        Assert.EndsWith("confidence=MODERATE", explorer.Page.Url, StringComparison.Ordinal);
        await explorer.Page.GoBackAsync();
        await Assertions.Expect(explorer.Page.Locator("article.chain")).ToHaveCountAsync(2);
        explorer.AssertQuiet();
    }

    /// <summary>The footnotes of the Markdown export without its marks.</summary>
    private async Task<IEnumerable<string>> PrintedAsync(string permalink)
    {
        var markdown = await server.GetAsync($"/export{permalink}.md");
        return markdown.Text.Split('\n').Where(line => FootnoteMark().IsMatch(line)).Select(line => Plain(Escape().Replace(Link().Replace(FootnoteMark().Replace(line, ""), "$1"), "$1").Replace("`", "", StringComparison.Ordinal)));
    }

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"^\[\^\d+\]: ")]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"\[((?:[^\]\\]|\\.)*)\]\(<[^>]*>\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
