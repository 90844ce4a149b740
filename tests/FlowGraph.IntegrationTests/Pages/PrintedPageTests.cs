using FlowGraph.IntegrationTests.Browser;
using FlowGraph.Query.Chains;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Pages;

/// <summary>What comes out of a printer.</summary>
public sealed class PrintedPageTests
{
    [Fact]
    public async Task The_flagship_chain_prints_on_two_or_three_clean_pages_with_the_footnotes_of_the_Markdown_and_their_addresses()
    {
        await using var server = new TestServer { Options = new FlowGraphOptions { PublicUrl = "https://example.org" } };
        await server.InitializeAsync();
        await using var chromium = await Chromium.StartAsync();
        var chain = (await ChainFinder.FindAsync(TestApplication.Shared.Store, new ChainRequest { From = "port:vostochny-port", To = "area:kursk-oblast", First = 1 }, TestContext.Current.CancellationToken)).Chains[0];
        var page = await chromium.OpenAsync(1280, 900);
        await page.GotoAsync(new Uri(server.Client.BaseAddress!, chain.Permalink).ToString());

        var file = await page.PdfAsync(new() { PreferCSSPageSize = true, Path = Repository.PathOf("artifacts", "screenshots", "chain.pdf") });

        var paper = Paper.Read(file);
        Assert.InRange(paper.Pages, 2, 3);
        var narrative = ChainNarrative.Write(chain, NarrativeFormat.Markdown, "https://example.org");
        Assert.All(MarkdownNotes.OnPaper(narrative), note => Assert.Contains(Paper.Squeezed(note), paper.Text, StringComparison.Ordinal));
        Assert.Contains(Paper.Squeezed($"Permalink: {chain.Id} <https://example.org{chain.Permalink}>"), paper.Text, StringComparison.Ordinal);
        // What only works on a screen stays there.
        Assert.DoesNotContain("Downloads", paper.Text, StringComparison.Ordinal);
    }
}
