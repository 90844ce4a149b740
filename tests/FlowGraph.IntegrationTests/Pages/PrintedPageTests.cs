using FlowGraph.IntegrationTests.Browser;
using FlowGraph.Query.Chains;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using UglyToad.PdfPig;
using Xunit;

namespace FlowGraph.IntegrationTests.Pages;

/// <summary>What comes out of a printer.</summary>
public sealed class PrintedPageTests
{
    // Points of A4, and a margin that any printer has.
    private const double Width = 595;
    private const double Height = 842;
    private const double Margin = 28;

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

        using var document = PdfDocument.Open(file);
        var pages = document.GetPages().ToList();
        Assert.InRange(pages.Count, 2, 3);
        Assert.All(pages, sheet => Assert.Equal((Width, Height), (Math.Round(sheet.Width), Math.Round(sheet.Height))));
        Assert.All(pages.SelectMany(sheet => sheet.Letters), letter => Assert.True(
            letter.BoundingBox.Left >= Margin && letter.BoundingBox.Right <= Width - Margin && letter.BoundingBox.Bottom >= Margin / 2 && letter.BoundingBox.Top <= Height - Margin, $"{letter.Value} {letter.BoundingBox}"));
        var text = Squeezed(string.Concat(pages.SelectMany(sheet => sheet.Letters).Select(letter => letter.Value)));
        var narrative = ChainNarrative.Write(chain, NarrativeFormat.Markdown, "https://example.org");
        Assert.All(MarkdownNotes.OnPaper(narrative), note => Assert.Contains(Squeezed(note), text, StringComparison.Ordinal));
        Assert.Contains(Squeezed($"Permalink: {chain.Id} <https://example.org{chain.Permalink}>"), text, StringComparison.Ordinal);
        // What only works on a screen stays there.
        Assert.DoesNotContain("Downloads", text, StringComparison.Ordinal);
    }

    // Where a line breaks is the printer's affair; a ligature is two letters.
    private static string Squeezed(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).Replace("ﬁ", "fi", StringComparison.Ordinal).Replace("ﬂ", "fl", StringComparison.Ordinal).Replace("ﬀ", "ff", StringComparison.Ordinal)
            .Replace("ﬃ", "ffi", StringComparison.Ordinal).Replace("ﬄ", "ffl", StringComparison.Ordinal);
}
