using System.Collections.Immutable;
using FlowGraph.Model.Records;
using FlowGraph.Query.Exports;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Records;
using Xunit;

namespace FlowGraph.Tests.Exports;

/// <summary>An accusation is never printed without the one who makes it.</summary>
public sealed class AttributionTests
{
    private static readonly TestApplication _application = TestApplication.Shared;

    private static readonly Dictionary<string, NodeRecord> _nodes = _application.Release.Nodes.ToDictionary(node => node.Id);

    private static readonly HashSet<string> _asserted = [.. _application.Release.Edges.Where(edge => edge.Relationship.Edge.Name == "ASSERTED_BY").Select(edge => edge.From)];

    /// <summary>Every edge that is alleged and every claim that somebody asserts, with who does.</summary>
    private static IEnumerable<(string Id, string By)> Accusations =>
        _application.Release.Edges.Where(edge => edge.Id.Length > 0 && edge["standing"] as string == "ALLEGED")
            .Select(edge => (edge.Id, edge["accordingTo"] is string actor ? (string)_nodes[actor]["name"]! : (string)edge["accordingToNote"]!))
            .Concat(_application.Release.Edges.Where(edge => edge.Relationship.Edge.Name == "ASSERTED_BY").Select(edge => (edge.From, (string)_nodes[edge.To]["name"]!)))
            .Concat(_application.Release.Nodes.Where(node => node["assertedByNote"] is string && !_asserted.Contains(node.Id)).Select(node => (node.Id, (string)node["assertedByNote"]!)));

    [Fact]
    public async Task Every_format_says_who_alleges_it()
    {
        Assert.NotEmpty(Accusations);
        foreach (var (id, by) in Accusations)
        {
            foreach (var format in Enum.GetValues<ExportFormat>().Where(format => format != ExportFormat.Geojson))
            {
                var text = await RecordExport.WriteAsync(_application.Store, ExportKind.Fact, id, format, "", TestContext.Current.CancellationToken);
                Assert.True(Plain(text!).Contains(Plain(by), StringComparison.Ordinal), $"{id} in {format} does not name {by}:\n{text}");
            }
            var read = await RecordCitation.WriteAsync(_application.Store, id, CitationFormat.Text, "", TestContext.Current.CancellationToken);
            Assert.Contains($"According to: {by}", read!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_pages_of_both_ends_say_it_too()
    {
        foreach (var edge in _application.Release.Edges.Where(edge => edge.Id.Length > 0 && edge["standing"] as string == "ALLEGED"))
        {
            var by = Accusations.First(accusation => accusation.Id == edge.Id).By;
            foreach (var end in (string[])[edge.From, edge.To])
            {
                foreach (var format in (ExportFormat[])[ExportFormat.Markdown, ExportFormat.Csv, ExportFormat.Json, ExportFormat.Graphml])
                    Assert.Contains(Plain(by), Plain((await RecordExport.WriteAsync(_application.Store, ExportKind.Node, end, format, "", TestContext.Current.CancellationToken))!), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task An_exchange_and_its_legs_are_told_as_alleged_and_by_whom()
    {
        var exchange = _application.Release.Nodes.Single(node => node.Type.IsBridge);
        var records = await new RecordsChainStore(_application.Release).EvidenceAsync([exchange.Id], TestContext.Current.CancellationToken);
        ImmutableArray<string> asserters = [.. records[exchange.Id].Claims.Select(claim => (string?)claim.AssertedBy?["name"] ?? (string)claim.Claim["assertedByNote"]!)];

        var page = (await RecordCitation.WriteAsync(_application.Store, exchange.Id, CitationFormat.Text, "", TestContext.Current.CancellationToken))!;

        Assert.Contains("is alleged by", page, StringComparison.Ordinal);
        Assert.NotEmpty(asserters);
        Assert.All(asserters, by => Assert.Contains(by, page, StringComparison.Ordinal));
        foreach (var leg in _application.Release.Edges.Where(edge => edge.From == exchange.Id && edge.Id.Length > 0))
        {
            var text = (await RecordCitation.WriteAsync(_application.Store, leg.Id, CitationFormat.Text, "", TestContext.Current.CancellationToken))!;
            Assert.All(asserters, by => Assert.Contains(by, text.Split('\n').Single(line => line.StartsWith("- According to: ", StringComparison.Ordinal)), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_figure_is_printed_with_who_gives_it()
    {
        var page = (await RecordCitation.WriteAsync(_application.Store, "shipment:all-suppliers-reported-2024", CitationFormat.Text, "", TestContext.Current.CancellationToken))!;

        Assert.Matches("- Barrels: 168,679 barrels( \\(contested\\))?, according to ", page);
    }

    // Marks of Markdown and escapes of JSON, XML and BibTeX aside.
    private static string Plain(string text) => text.Replace("\\", "", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Replace("\"\"", "\"", StringComparison.Ordinal);
}
