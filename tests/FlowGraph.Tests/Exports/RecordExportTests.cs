using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FlowGraph.Query.Exports;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Exports;

public sealed partial class RecordExportTests
{
    private static readonly TestApplication _application = TestApplication.Shared;

    [Fact]
    public async Task A_fact_is_printed_as_cite_says_it_in_every_format()
    {
        const string Id = "loaded-at:osc-43-trips-2024--vostochny-port";
        var answer = await AnswerAsync($$"""{ fact(id: "{{Id}}") { md: cite text: cite(format: TEXT) csl: cite(format: CSL_JSON) bib: cite(format: BIBTEX) } }""");

        Assert.Equal((string)answer["fact"]!["md"]!, await ExportAsync(ExportKind.Fact, Id, ExportFormat.Markdown));
        Assert.Equal((string)answer["fact"]!["csl"]!, await ExportAsync(ExportKind.Fact, Id, ExportFormat.CslJson));
        Assert.Equal((string)answer["fact"]!["bib"]!, await ExportAsync(ExportKind.Fact, Id, ExportFormat.Bibtex));
        Assert.Equal((string)answer["fact"]!["text"]!, await RecordCitation.WriteAsync(_application.Store, Id, CitationFormat.Text, "", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_fact_and_source_can_be_cited_wherever_it_stands()
    {
        var answer = await AnswerAsync(
            """
            {
              node(id: "exchange:oil-for-arms-and-troops") { ... on Fact { cite } }
              shipments(first: 5) { nodes { cite(format: BIBTEX) claims { cite } loadedAtFact { fact { cite(format: TEXT) } } citations { source { cite(format: CSL_JSON) } } } }
            }
            """);

        Assert.Contains("is alleged by", (string)answer["node"]!["cite"]!, StringComparison.Ordinal);
        Assert.Equal(5, answer["shipments"]!["nodes"]!.AsArray().Count);
        Assert.DoesNotContain("\"\"", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_and_footnotes_are_the_same_in_every_format()
    {
        const string Id = "shipment:osc-43-trips-2024";
        using var json = JsonDocument.Parse(await ExportAsync(ExportKind.Node, Id, ExportFormat.Json));
        var markdown = await ExportAsync(ExportKind.Node, Id, ExportFormat.Markdown);
        var csv = await ExportAsync(ExportKind.Node, Id, ExportFormat.Csv);
        var graph = XDocument.Parse(await ExportAsync(ExportKind.Node, Id, ExportFormat.Graphml));

        var facts = json.RootElement.GetProperty("facts").EnumerateArray().Select(fact => fact.GetProperty("id").GetString()!).ToList();
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("id").GetString()!).ToList();
        Assert.NotEmpty(facts);
        Assert.NotEmpty(claims);
        Assert.All(facts.Concat(claims), id => Assert.Contains($"/fact/{id}>", markdown, StringComparison.Ordinal));
        Assert.All(facts.Concat(claims), id => Assert.Contains($"\n{id},", csv, StringComparison.Ordinal));
        Assert.Equal(facts.Order(), graph.Descendants().Where(element => element.Name.LocalName == "edge" && element.Attribute("id") is not null).Select(edge => edge.Attribute("id")!.Value).Order());
        var sources = json.RootElement.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("id").GetString()!).ToList();
        Assert.Equal(Footnote().Matches(markdown).Select(note => note.Groups[2].Value).Distinct(), sources);
        // A footnote of the JSON is the one of the page.
        var notes = Footnote().Matches(markdown).ToDictionary(note => note.Groups[1].Value, note => note.Groups[2].Value);
        Assert.All(json.RootElement.GetProperty("citations").EnumerateArray(), citation => Assert.Equal(notes[citation.GetProperty("footnote").ToString()], citation.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task A_page_of_an_event_begins_with_what_is_cited_of_it()
    {
        const string Id = "shipment:osc-43-trips-2024";
        var cited = await ExportAsync(ExportKind.Fact, Id, ExportFormat.Markdown);
        var page = await ExportAsync(ExportKind.Node, Id, ExportFormat.Markdown);

        Assert.StartsWith(cited[..cited.IndexOf("## Where", StringComparison.Ordinal)], page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_shows_what_it_and_those_that_relay_it_are_cited_for()
    {
        var answer = await AnswerAsync("""{ source(id: "source:osc-refined-tastes") { supports(first: 200) { nodes { id } } } }""");
        var expected = answer["source"]!["supports"]!["nodes"]!.AsArray().Select(node => (string)node!["id"]!).ToList();

        using var json = JsonDocument.Parse(await ExportAsync(ExportKind.Source, "source:osc-refined-tastes", ExportFormat.Json));
        var facts = json.RootElement.GetProperty("facts").EnumerateArray().ToList();

        Assert.NotEmpty(expected);
        Assert.Equal(expected, facts.Where(fact => fact.TryGetProperty("kind", out _)).Select(fact => fact.GetProperty("id").GetString()!));
        Assert.All(facts, fact => Assert.NotEqual(0, fact.GetProperty("citations").GetArrayLength()));
    }

    [Fact]
    public async Task A_withdrawn_fact_says_so_with_the_reason()
    {
        using var copy = DatasetCopy.Of((_, record) =>
        {
            if ((string?)record["id"] == "carried-by:voyage-2024-03-07-paek-yang-san-1--paek-yang-san-1")
                (record["status"], record["statusReason"]) = ("RETRACTED", "The ship was another.");
            return record;
        });
        var store = TestApplication.Over(copy.Folder).Store;

        var text = await RecordExport.WriteAsync(store, ExportKind.Fact, "carried-by:voyage-2024-03-07-paek-yang-san-1--paek-yang-san-1", ExportFormat.Markdown, "", TestContext.Current.CancellationToken);
        var page = await RecordExport.WriteAsync(store, ExportKind.Node, "vessel:paek-yang-san-1", ExportFormat.Markdown, "", TestContext.Current.CancellationToken);

        Assert.Contains("- Status: RETRACTED: The ship was another.", text!, StringComparison.Ordinal);
        Assert.DoesNotContain("carried-by:voyage-2024-03-07-paek-yang-san-1--paek-yang-san-1", page!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExportKind.Fact, "shipment:nowhere")]
    [InlineData(ExportKind.Fact, "vessel:lady-r")]
    [InlineData(ExportKind.Node, "carried-by:osc-43-trips-2024--chon-ma-san")]
    [InlineData(ExportKind.Node, "claim:all-suppliers-reported-2024--barrels")]
    [InlineData(ExportKind.Source, "vessel:lady-r")]
    [InlineData(ExportKind.Source, "source:nowhere")]
    [InlineData(ExportKind.Chain, "chain:faaaaaaaaaa")]
    public async Task What_is_not_there_is_null(ExportKind kind, string id)
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
            Assert.Null(await RecordExport.WriteAsync(_application.Store, kind, id, format, "", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_record_of_the_release_can_be_exported()
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            foreach (var id in _application.Release.Nodes.Select(node => node.Id).Concat(_application.Release.Edges.Select(edge => edge.Id)).Where(id => id.Length > 0))
            {
                if (RecordExport.KindOf(_application.Store, id) is { } kind)
                    Assert.Contains(id, await ExportAsync(kind, id, format), StringComparison.Ordinal);
            }
        }
    }

    private static async Task<string> ExportAsync(ExportKind kind, string id, ExportFormat format) =>
        await RecordExport.WriteAsync(_application.Store, kind, id, format, "", TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"There is no {kind} {id}.");

    private static async Task<JsonNode> AnswerAsync(string query) =>
        JsonNode.Parse(await _application.ExecuteAsync(query, cancellationToken: TestContext.Current.CancellationToken))!["data"]!;

    [GeneratedRegex(@"^\[\^(\d+)\]: .* `([^`]+)`$", RegexOptions.Multiline)]
    private static partial Regex Footnote();
}
