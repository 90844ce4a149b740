using FlowGraph.IntegrationTests.Pages;
using FlowGraph.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace FlowGraph.IntegrationTests.Explorer;

/// <summary>A chain on paper, straight out of the chain finder.</summary>
[Collection("Explorer")]
public sealed class ExplorerPrintTests(SharedChromium browser, TestServer server)
{
    [Fact]
    public async Task Two_typed_names_are_two_or_three_clean_pages_with_the_footnotes_of_the_Markdown_and_their_addresses()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/");
        var page = explorer.Page;
        await page.GetByRole(AriaRole.Combobox).FillAsync("Vostochny");
        await page.GetByRole(AriaRole.Option, new() { Name = "Vostochny Port port" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "How is Vostochny Port connected with …" }).FillAsync("Kursk");
        await explorer.Keyboard.PressAsync("Enter");
        await page.Locator(".chain .notes li").First.WaitForAsync();

        var paper = await PrintAsync(page, "explorer-chain");

        Assert.InRange(paper.Pages, 2, 3);
        var permalinks = await page.Locator(".chain a.button").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        var markdown = await server.GetAsync($"/export{permalinks[0]}.md");
        Assert.All(MarkdownNotes.OnPaper(markdown.Text), note => Assert.Contains(Paper.Squeezed(note), paper.Text, StringComparison.Ordinal));
        Assert.Contains(new Uri(server.Client.BaseAddress!, permalinks[0]).ToString(), paper.Text, StringComparison.Ordinal);
        // The second chain is on the screen, and on paper is where to find it.
        Assert.Contains(Paper.Squeezed($"Chain 2 is not on this paper: {new Uri(server.Client.BaseAddress!, permalinks[1])}"), paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Download", paper.Text, StringComparison.Ordinal);
        explorer.AssertQuiet();
    }

    [Fact]
    public async Task Any_chain_of_several_goes_on_paper_by_its_button()
    {
        var chromium = await browser.StartedAsync();
        var explorer = await ExplorerPage.OpenAsync(chromium, server.Client.BaseAddress!, "/");
        await explorer.Page.AddInitScriptAsync("window.print = () => { document.title = 'Printed'; };");
        await explorer.GoAsync(ExplorerPage.Flagship, ".chain .notes li");

        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Print this chain" }).Nth(1).ClickAsync();
        await Assertions.Expect(explorer.Page).ToHaveTitleAsync("Printed");
        var paper = await PrintAsync(explorer.Page, "explorer-chain-2");

        Assert.Contains(Paper.Squeezed("Chain 2 Vostochny Port → Kursk Oblast"), paper.Text, StringComparison.Ordinal);
        Assert.Contains(Paper.Squeezed("Chain 1 is not on this paper"), paper.Text, StringComparison.Ordinal);
    }

    private static async Task<Paper> PrintAsync(IPage page, string name) =>
        Paper.Read(await page.PdfAsync(new() { PreferCSSPageSize = true, Path = Repository.PathOf("artifacts", "screenshots", $"{name}.pdf") }));
}
