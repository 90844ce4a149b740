using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Clients;

/// <summary>Programs that know nothing of this one open what it exports: graphology, citation-js, check-geojson, csv-parse.</summary>
public sealed class ExportReaderTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly string[] _endings = ["md", "csv", "json", "csl.json", "bib", "graphml", "geojson"];

    [Fact(Timeout = 300_000)]
    public async Task A_chain_reads_the_same_in_every_format()
    {
        var answer = await server.PostAsync("""{ chains(from: "port:vostochny-port", to: "area:kursk-oblast", first: 1) { chains { id hops { fact { id } } } } }""");
        var chain = answer.Json["data"]!["chains"]!["chains"]![0]!;
        var hops = chain["hops"]!.AsArray().Select(hop => (string)hop!["fact"]!["id"]!).ToList();

        var read = await ReadAsync(_endings.Select(ending => $"chain/{chain["id"]}.{ending}"), TestContext.Current.CancellationToken);

        Assert.Equal(hops.Order(), Ids(read["graphml"]["edges"]!).Order());
        Assert.Equal(hops, read["csv"].AsArray().Select(row => (string)row!["factId"]!));
        Assert.Equal(hops, read["json"]["hops"]!.AsArray().Select(hop => (string)hop!["fact"]!["id"]!));
        AssertSources(read, read["csv"].AsArray().SelectMany(row => ((string)row!["sourceIds"]!).Split("; ")));
    }

    [Theory(Timeout = 300_000)]
    [InlineData("fact", "exchange:oil-for-arms-and-troops")]
    [InlineData("fact", "accompanied-by:dep-cumulative-2024--kim-yong-bok")]
    [InlineData("fact", "claim:all-suppliers-reported-2024--barrels")]
    [InlineData("node", "port:vostochny-port")]
    [InlineData("node", "shipment:osc-43-trips-2024")]
    [InlineData("source", "source:osc-refined-tastes")]
    public async Task A_record_reads_the_same_in_every_format(string kind, string id)
    {
        var read = await ReadAsync(_endings.Select(ending => $"{kind}/{id}.{ending}"), TestContext.Current.CancellationToken);

        var facts = read["json"]["claims"]!.AsArray().Concat((JsonArray?)read["json"]["facts"] ?? []).Select(fact => (string)fact!["id"]!).Prepend(id).ToList();
        Assert.Equal(facts, Ids(read["csv"]));
        Assert.All(facts, fact => Assert.Contains(fact, Ids(read["graphml"]["nodes"]!).Concat(Ids(read["graphml"]["edges"]!))));
        Assert.Equal("FeatureCollection", (string?)read["geojson"]["type"]);
        AssertSources(read, read["json"]["sources"]!.AsArray().Select(source => (string)source!["id"]!));
    }

    [Fact(Timeout = 300_000)]
    public async Task The_release_reads_the_same_in_every_format()
    {
        var read = await ReadAsync(["dataset.jsonl.gz", "dataset.graphml", "dataset.geojson"], TestContext.Current.CancellationToken);

        var lines = read["jsonl.gz"].AsArray().Skip(1).ToDictionary(line => (string)line!["id"]!, line => line!);
        var nodes = Ids(read["graphml"]["nodes"]!).ToList();
        Assert.Equal(lines.Where(line => !line.Value.AsObject().ContainsKey("from") && (string?)line.Value["type"] != "SOURCE").Select(line => line.Key).Order(), nodes.Order());
        Assert.All(read["graphml"]["edges"]!.AsArray().Where(edge => (string?)edge!["type"] != "HAS_CLAIM"), edge => Assert.True(lines.ContainsKey((string)edge!["id"]!)));
        Assert.NotEmpty(read["geojson"]["features"]!.AsArray());
        Assert.All(Ids(read["geojson"]["features"]!), id => Assert.Contains(id, nodes));
    }

    /// <summary>The bibliographies hold the sources of the tables, each set by a style.</summary>
    private static void AssertSources(Dictionary<string, JsonNode> read, IEnumerable<string> expected)
    {
        var sources = expected.Distinct().Order().ToList();
        Assert.NotEmpty(sources);
        foreach (var ending in (string[])["csl.json", "bib"])
        {
            Assert.Equal(sources, Ids(read[ending]["items"]!).Order());
            Assert.NotEmpty((string)read[ending]["set"]!);
        }
        Assert.Equal(Titles(read["csl.json"]), Titles(read["bib"]));
    }

    private static IEnumerable<string> Titles(JsonNode items) => items["items"]!.AsArray().Select(item => ((string)item!["title"]!).Normalize(NormalizationForm.FormC));

    private static IEnumerable<string> Ids(JsonNode records) => records.AsArray().Select(record => (string)record!["id"]!);

    /// <summary>What the readers see, by the ending of the file.</summary>
    private async Task<Dictionary<string, JsonNode>> ReadAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var folder = await NodeFolder.InstallAsync(Repository.PathOf("tests", "FlowGraph.IntegrationTests", "Clients", "readers"), cancellationToken);
        var files = new List<string>();
        foreach (var path in paths)
        {
            var file = folder.PathOf(path[(path.LastIndexOf('/') + 1)..].Replace(':', '_'));
            await File.WriteAllBytesAsync(file, await server.Client.GetByteArrayAsync($"/export/{path}", cancellationToken), cancellationToken);
            files.Add(file);
        }

        var run = await folder.RunAsync("node", ["read.mjs", .. files], cancellationToken);

        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)
            .ToDictionary(line => ((string)line["file"]!)[(((string)line["file"]!).IndexOf('.', StringComparison.Ordinal) + 1)..], line => line["read"]!);
    }
}
