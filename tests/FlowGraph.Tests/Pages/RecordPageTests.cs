using System.Collections.Concurrent;
using System.Net;
using FlowGraph.Query.Exports;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Pages;

/// <summary>The pages of the shipped release.</summary>
public sealed class RecordPageTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Every_record_has_a_page_with_its_id_and_the_footnotes_of_the_Markdown()
    {
        var store = TestApplication.Shared.Store;
        var release = TestApplication.Shared.Release;
        var ids = release.Nodes.Select(node => node.Id).Concat(release.Edges.Select(edge => edge.Id)).Where(id => id.Length > 0);
        var pages = ids.Select(id => (Kind: RecordExport.KindOf(store, id), Id: id)).Where(page => page.Kind is not null).ToList();
        var faults = new ConcurrentQueue<string>();

        await Parallel.ForEachAsync(pages, TestContext.Current.CancellationToken, async (page, cancellationToken) =>
        {
            var path = $"/{page.Kind!.Value.ToString().ToLowerInvariant()}/{page.Id}";
            var shown = await ShownPage.GetAsync(server.Client, path);
            var markdown = await RecordExport.WriteAsync(store, page.Kind.Value, page.Id, ExportFormat.Markdown, "", cancellationToken);
            if (shown.Status != HttpStatusCode.OK || !shown.Document.Body!.TextContent.Contains(page.Id, StringComparison.Ordinal))
                faults.Enqueue($"{path}: {shown.Status}");
            var (expected, found) = (MarkdownNotes.Of(markdown!), shown.Footnotes);
            if (!expected.Select(note => note.Text).SequenceEqual(found.Select(note => note.Text)) || !expected.SelectMany(note => note.Links).SequenceEqual(found.SelectMany(note => note.Links)))
                faults.Enqueue($"{path}: footnotes");
            if (shown.Dangers().FirstOrDefault() is { } danger)
                faults.Enqueue($"{path}: {danger}");
        });

        Assert.True(pages.Count > 1500, $"{pages.Count} pages");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Page_of_a_fact_says_who_says_so_who_differs_and_how_sure_it_is()
    {
        var page = await ShownPage.GetAsync(server.Client, "/fact/shipment:osc-43-trips-2024");

        Assert.Equal("Open Source Centre/BBC series: 43 tanker trips to Vostochny", page.Heading);
        Assert.Equal(["What the sources say", "Claims", "Where sources disagree", "Neighbours", "Footnotes", "Release", "How to cite", "Downloads"], page.Document.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Contains(page.Document.QuerySelectorAll(".head dd"), value => value.TextContent == "MODERATE: 1 origin (Open Source Centre), strong, best grade LIKELY");
        Assert.All(page.Document.QuerySelectorAll(".passages li"), passage => Assert.StartsWith("Supports · ", passage.TextContent, StringComparison.Ordinal));
        Assert.Contains(page.Document.QuerySelectorAll("#claims tbody tr"), row => row.Children.Select(cell => cell.TextContent).Take(3).SequenceEqual(["barrels", "at least 1,000,000 barrels", "Open Source Centre"]));
        Assert.Contains("SHA-256 48607202b7f9", page.Document.QuerySelector("#release")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ExportFormats.Extensions.Select(ending => $"/export/fact/shipment:osc-43-trips-2024.{ending}"), page.Document.QuerySelectorAll("#files a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Claim", (string?)page.StructuredData["@graph"]![1]!["mainEntity"]!["@type"]);
    }

    [Fact]
    public async Task Page_of_a_node_shows_its_neighbours_by_type_with_totals_and_their_facts()
    {
        var page = await ShownPage.GetAsync(server.Client, "/node/port:vostochny-port");
        var answer = await server.PostAsync("{ neighborhood(id: \"port:vostochny-port\") { totalCount groups { type totalCount links { factId node { id } } } } }");
        var expected = answer.Json["data"]!["neighborhood"]!;

        var groups = page.Document.QuerySelectorAll("#neighbours .group");
        Assert.Equal(expected["groups"]!.AsArray().Select(group => (int)group!["totalCount"]!), groups.Select(group => int.Parse(group.QuerySelector("h3")!.TextContent.Split('(')[^1].TrimEnd(')'), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(
            expected["groups"]!.AsArray().SelectMany(group => group!["links"]!.AsArray()).Select(link => $"/fact/{link!["factId"]}"),
            groups.SelectMany(group => group.QuerySelectorAll(".muted a[href^='/fact/']")).Select(link => link.GetAttribute("href")));
        Assert.Equal("Place", (string?)page.StructuredData["@graph"]![1]!["mainEntity"]!["@type"]);
    }

    [Fact]
    public async Task Page_of_a_source_says_whose_word_it_is_and_what_rests_on_it_alone()
    {
        var page = await ShownPage.GetAsync(server.Client, "/source/source:osc-refined-tastes");

        Assert.Contains(page.Document.QuerySelectorAll("#whose-word-it-is a"), link => link.GetAttribute("href") == "/source/source:seatrade-2024-11-22");
        Assert.Equal("CreativeWork", (string?)page.StructuredData["@graph"]![1]!["mainEntity"]!["@type"]);
    }

    [Fact]
    public async Task Permalinks_of_the_api_and_of_the_texts_lead_to_pages()
    {
        var release = TestApplication.Shared.Release;
        var ids = release.Nodes.Where(node => node.Type.Name != "Citation").GroupBy(node => node.Type.Name).Select(type => type.First().Id)
            .Concat(release.Edges.Where(edge => edge.Id.Length > 0).GroupBy(edge => edge.Relationship.Edge.Name).Select(type => type.First().Id));
        var chains = await server.PostAsync("{ chains(from: \"port:vostochny-port\", to: \"area:kursk-oblast\") { chains { permalink narrative } } }");
        var links = chains.Json["data"]!["chains"]!["chains"]!.AsArray().Select(chain => (string)chain!["permalink"]!).ToList();
        var narrative = (string)chains.Json["data"]!["chains"]!["chains"]![0]!["narrative"]!;
        foreach (var id in ids)
        {
            var answer = await server.PostAsync($$"""{ node(id: "{{id}}") { ... on Entity { permalink } ... on Fact { permalink } ... on Source { permalink } } }""");
            links.AddRange(answer.Json["data"]!["node"]!.AsObject().Select(field => (string)field.Value!));
        }

        Assert.Contains($"Permalink: [{links[0][7..]}](<{links[0]}>)", narrative, StringComparison.Ordinal);
        foreach (var link in links)
            Assert.Equal(HttpStatusCode.OK, (await ShownPage.GetAsync(server.Client, link)).Status);
    }

    [Fact]
    public async Task A_chain_is_printed_word_for_word()
    {
        var chains = await server.PostAsync("{ chains(from: \"port:vostochny-port\", to: \"area:kursk-oblast\") { chains { id narrative caveats } } }");
        foreach (var chain in chains.Json["data"]!["chains"]!["chains"]!.AsArray())
        {
            var page = await ShownPage.GetAsync(server.Client, $"/chain/{chain!["id"]}");

            Assert.Equal(MarkdownNotes.Of((string)chain["narrative"]!).Select(note => note.Text), page.Footnotes.Select(note => note.Text));
            Assert.Equal(chain["caveats"]!.AsArray().Select(caveat => (string)caveat!), page.Document.QuerySelectorAll("#what-this-does-not-show li").Select(item => item.TextContent));
            Assert.Empty(page.Dangers());
        }
    }
}
