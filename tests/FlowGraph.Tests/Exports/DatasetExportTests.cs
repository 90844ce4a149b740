using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CsvHelper;
using FlowGraph.Query.Exports;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Exports;

public sealed class DatasetExportTests
{
    private static readonly TestApplication _application = TestApplication.Shared;

    [Fact]
    public async Task Lines_of_json_hold_every_record_once_with_its_citations()
    {
        using var packed = new GZipStream(await WriteAsync(DatasetFormat.JsonLines), CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        var lines = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(_application.Release.Info.Sha256, lines[0].GetProperty("release").GetProperty("sha256").GetString());
        Assert.Equal(Records(withCitations: false).Order(StringComparer.Ordinal), lines.Skip(1).Select(line => line.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(
            _application.Release.Nodes.Where(node => node.Type.Name == "Citation").Select(node => node.Id).Order(StringComparer.Ordinal),
            lines.Skip(1).SelectMany(line => line.GetProperty("citations").EnumerateArray()).Select(citation => citation.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tables_hold_every_record_once_and_a_page_that_says_what_they_are()
    {
        using var zip = new ZipArchive(await WriteAsync(DatasetFormat.Csv));
        var ids = new List<string>();
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.Ordinal)))
        {
            using var csv = CsvReader.FromText(Text(entry));
            csv.ReadHeader();
            foreach (var row in csv)
                ids.Add(row.ToDictionary()["id"]!);
        }

        Assert.Equal(Records(withCitations: true).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        var readme = Text(zip.GetEntry("README.txt")!);
        Assert.Contains(_application.Release.Info.Sha256, readme, StringComparison.Ordinal);
        Assert.All(_application.Release.Info.Caveats, caveat => Assert.Contains(caveat.Text, readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_graph_has_every_entity_event_and_claim_and_every_fact_between_two()
    {
        var graph = XDocument.Load(await WriteAsync(DatasetFormat.Graphml)).Root!;
        XNamespace space = "http://graphml.graphdrawing.org/xmlns";

        Assert.Equal(
            _application.Release.Nodes.Where(node => node.Type.Name is not ("Citation" or "Source")).Select(node => node.Id).Order(StringComparer.Ordinal),
            graph.Descendants(space + "node").Select(node => node.Attribute("id")!.Value).Order(StringComparer.Ordinal));
        Assert.Equal(
            _application.Release.Edges.Select(edge => edge.Id).Where(id => id.Length > 0).Order(StringComparer.Ordinal),
            graph.Descendants(space + "edge").Select(edge => edge.Attribute("id")?.Value).OfType<string>().Order(StringComparer.Ordinal));
        Assert.Equal(_application.Release.Nodes.Count(node => node.Type.Name == "Claim"), graph.Descendants(space + "edge").Count(edge => edge.Attribute("id") is null));
    }

    [Fact]
    public async Task Places_with_coordinates_are_features()
    {
        using var json = JsonDocument.Parse(await WriteAsync(DatasetFormat.Geojson));

        Assert.Equal("FeatureCollection", json.RootElement.GetProperty("type").GetString());
        Assert.Equal(
            _application.Release.Nodes.Where(node => node["latitude"] is double && node["longitude"] is double).Select(node => node.Id).Order(StringComparer.Ordinal),
            json.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_release_is_the_same_bytes()
    {
        foreach (var format in Enum.GetValues<DatasetFormat>())
            Assert.Equal((await WriteAsync(format)).ToArray(), (await WriteAsync(format)).ToArray());
    }

    [Fact]
    public async Task A_spreadsheet_runs_no_text_and_numbers_stay_numbers()
    {
        string[] formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "-2+3\"|cmd"];
        using var copy = DatasetCopy.Of((file, record) =>
        {
            if (file == "vessels.jsonl")
                record["identityNote"] = formulas[Math.Abs(string.GetHashCode((string?)record["id"], StringComparison.Ordinal) % formulas.Length)];
            if ((string?)record["id"] == "port:vostochny-port")
                record["longitude"] = -132.5;
            return record;
        });
        using var output = new MemoryStream();
        await DatasetExport.WriteAsync(TestApplication.Over(copy.Folder).Store, DatasetFormat.Csv, output, TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(output);

        var vessels = Rows(Text(zip.GetEntry("nodes/vessels.csv")!));
        var ports = Rows(Text(zip.GetEntry("nodes/ports.csv")!));

        Assert.All(vessels, row => Assert.Contains(row["identityNote"]!, formulas.Select(formula => "'" + formula)));
        Assert.Equal("-132.5", ports.Single(row => row["id"] == "port:vostochny-port")["longitude"]);
        Assert.DoesNotContain("\n=", Text(zip.GetEntry("nodes/vessels.csv")!), StringComparison.Ordinal);
    }

    private static async Task<MemoryStream> WriteAsync(DatasetFormat format)
    {
        var output = new MemoryStream();
        await DatasetExport.WriteAsync(_application.Store, format, output, TestContext.Current.CancellationToken);
        output.Position = 0;
        return output;
    }

    private static IEnumerable<string> Records(bool withCitations) =>
        _application.Release.Nodes.Where(node => withCitations || node.Type.Name != "Citation").Select(node => node.Id).Concat(_application.Release.Edges.Select(edge => edge.Id).Where(id => id.Length > 0));

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static List<Dictionary<string, string?>> Rows(string text)
    {
        using var csv = CsvReader.FromText(text);
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string?>>();
        foreach (var row in csv)
            rows.Add(row.ToDictionary());
        return rows;
    }
}
