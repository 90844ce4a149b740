using FlowGraph.Query.Exports;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Exports;

/// <summary>Print-outs of tests/exports, one file each: what a reader gets of a fact, an edge, a claim, a source, a node.</summary>
public sealed class ExportPrintTests
{
    private static readonly string _folder = Repository.PathOf("tests", "exports");

    public static TheoryData<ExportKind, string, ExportFormat> Files
    {
        get
        {
            (ExportKind Kind, string Id, ExportFormat[] Formats)[] files =
            [
                (ExportKind.Fact, "exchange:oil-for-arms-and-troops", [ExportFormat.Markdown]),
                (ExportKind.Fact, "accompanied-by:dep-cumulative-2024--kim-yong-bok", Enum.GetValues<ExportFormat>()),
                (ExportKind.Fact, "claim:all-suppliers-reported-2024--barrels", [ExportFormat.Markdown, ExportFormat.CslJson]),
                (ExportKind.Fact, "shipment:osc-43-trips-2024", [ExportFormat.Markdown, ExportFormat.Csv]),
                (ExportKind.Fact, "arms:arms-2022-11-18-wagner-rail", [ExportFormat.Markdown]),
                (ExportKind.Node, "vessel:lady-r", [ExportFormat.Markdown, ExportFormat.Csv, ExportFormat.Graphml]),
                (ExportKind.Node, "port:vostochny-port", [ExportFormat.Geojson]),
                (ExportKind.Source, "source:osc-refined-tastes", [ExportFormat.Markdown, ExportFormat.Bibtex]),
            ];
            return [.. files.SelectMany(file => file.Formats.Select(format => (file.Kind, file.Id, format)))];
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Is_printed_as_expected(ExportKind kind, string id, ExportFormat format)
    {
        var text = await RecordExport.WriteAsync(TestApplication.Shared.Store, kind, id, format, "", TestContext.Current.CancellationToken);

        // Lines of CSV end in CR LF, which a checkout may not keep.
        Golden.Match(Path.Combine(_folder, kind.ToString().ToLowerInvariant(), $"{id.Replace(':', '_')}.{ExportFormats.ExtensionOf(format)}"), text!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Text_is_the_same_page_without_marks()
    {
        var text = await RecordCitation.WriteAsync(TestApplication.Shared.Store, "exchange:oil-for-arms-and-troops", CitationFormat.Text, "", TestContext.Current.CancellationToken);

        Golden.Match(Path.Combine(_folder, "fact", "exchange_oil-for-arms-and-troops.txt"), text!);
    }
}
