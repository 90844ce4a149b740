using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsvHelper;
using FlowGraph.Query.Chains;
using Xunit;

namespace FlowGraph.Tests.Chains;

public sealed partial class ChainExportTests
{
    //  port:east <- shipment:oil <- exchange:swap -> arms:guns -> port:north ; denied, disputed, counted differently
    public const string Graph =
        """
        source:herald title=Oil_for_[guns]_&_"more" publisher=The_Herald url=https://herald.example/a?b=1|2 publishedAt=2024-03~ language=en NEWS_REPORT originBasis=INFERRED origin=source:wire
        source:wire title=선박 publisher=Wire
        source:paper-1 title=100%_true_#1 publishedAt=2023/2024
        shipment:oil when=2024-03-07/2024-11-05 barrels=AT_LEAST:1000000 vesselCount=AT_LEAST:13 vesselsComplete=false name==SUM(1)
        shipment:oil -CARRIED_BY-> vessel:ship
        shipment:oil -LOADED_AT-> port:east SIGNALLED LOW sources=0 caption=-oil_loaded
        exchange:swap ASSESSED CONTESTED LOW sources=1
        exchange:swap -HAS_OIL_LEG-> shipment:oil ASSESSED sources=1
        exchange:swap -HAS_ARMS_LEG-> arms:guns DERIVED
        arms:guns when=2024-12-01 name=Guns_"and"_shells,_many
        arms:guns -DISCHARGED_AT-> port:north citations=0
        citation of discharged-at:guns--north source:herald RECORD locatorKind=EXCERPT sourceWording=guns_|_for_oil
        citation of has-oil-leg:swap--oil source:rumour DISPUTES locator=line_1 paraphrase=Nothing_was_paid
        citation of exchange:swap source:rumour DISPUTES locator=line_1 paraphrase=Nothing_was_paid
        claim of exchange:swap property=assessment assertedBy=org:institute value=paid
        claim of shipment:oil property=barrels low=1000000 unit=BARRELS bound=AT_LEAST PREFERRED assertedBy=org:institute
        claim of shipment:oil property=barrels low=40 high=40 unit=BARRELS bound=EXACT DEPRECATED rankReason=a_typing_error
        statement:no when=2024-05-17
        statement:no -DENIES-> exchange:swap citations=0
        statement:no -MADE_BY-> state:denier
        citation of denies:no--swap source:denial
        dispute:which question=Which_oil? reading=Refined.
        dispute:which -ABOUT-> shipment:oil
        """;

    [Fact]
    public async Task Every_format_has_the_same_facts_and_sources()
    {
        var chain = await ChainAsync();
        var facts = chain.Hops.Select(hop => hop.Fact.Id).ToHashSet();

        foreach (var format in Enum.GetValues<ChainFormat>())
        {
            var text = ChainExport.Write(chain, format, "");

            Assert.Equal(facts, facts.Where(fact => text.Contains(fact, StringComparison.Ordinal)).ToHashSet());
            Assert.Equal(
                ["source:denial", "source:herald", "source:paper-1", "source:rumour"],
                SourceId().Matches(text).Select(match => match.Value).Where(id => id != "source:wire").Distinct().Order(StringComparer.Ordinal));
            if (format != ChainFormat.Csv)
                Assert.Contains(chain.Id, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_says_so_stands_in_every_format()
    {
        var chain = await ChainAsync();

        foreach (var format in Enum.GetValues<ChainFormat>())
            Assert.Contains("institute", ChainExport.Write(chain, format, ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_has_a_row_per_hop_with_both_ends()
    {
        var chain = await ChainAsync();

        using var csv = CsvReader.FromText(ChainExport.Write(chain, ChainFormat.Csv, ""));
        var rows = Rows(csv);

        Assert.Equal(["1", "2", "3", "4"], rows.Select(row => row["index"]));
        Assert.Equal(["port:east", "shipment:oil", "exchange:swap", "arms:guns"], rows.Select(row => row["fromId"]));
        Assert.Equal(["shipment:oil", "exchange:swap", "arms:guns", "port:north"], rows.Select(row => row["toId"]));
        Assert.Equal(["LOADED_AT", "HAS_OIL_LEG", "HAS_ARMS_LEG", "DISCHARGED_AT"], rows.Select(row => row["factType"]));
        Assert.Equal(["true", "true", "false", "false"], rows.Select(row => row["reversed"]));
        Assert.Equal(["2024-03-07/2024-11-05", "2024-03-07/2024-11-05", "2024-12-01", "2024-12-01"], rows.Select(row => row["when"]));
        Assert.Equal(["", "OVERLAPS", "FOLLOWS", "OVERLAPS"], rows.Select(row => row["order"]));
        Assert.Equal(["", "", "26", ""], rows.Select(row => row["gapDays"]));
        Assert.Equal(["LOW", "LOW", "HIGH", "HIGH"], rows.Select(row => row["confidence"]));
        Assert.Equal("institute", rows[1]["accordingTo"]);
        Assert.Equal("Wire", rows[3]["accordingTo"]);
        Assert.Contains("citation:denies-no--swap--denial", rows[1]["citationIds"], StringComparison.Ordinal);
        Assert.Equal("source:paper-1; source:rumour; source:denial", rows[1]["sourceIds"]);
        Assert.Equal("Guns \"and\" shells, many", rows[2]["toName"]);
    }

    [Fact]
    public async Task Csv_keeps_a_spreadsheet_from_running_a_name()
    {
        var csv = ChainExport.Write(await ChainAsync(), ChainFormat.Csv, "");

        Assert.Contains("'=SUM(1)", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=SUM", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GraphMl_is_a_graph_of_nodes_and_facts()
    {
        var chain = await ChainAsync();

        var graph = XDocument.Parse(ChainExport.Write(chain, ChainFormat.Graphml, "")).Root!;
        XNamespace space = "http://graphml.graphdrawing.org/xmlns";

        Assert.Equal(["port:east", "shipment:oil", "exchange:swap", "arms:guns", "port:north"], graph.Descendants(space + "node").Select(node => node.Attribute("id")!.Value));
        Assert.Equal(
            [("shipment:oil", "port:east"), ("exchange:swap", "shipment:oil"), ("exchange:swap", "arms:guns"), ("arms:guns", "port:north")],
            graph.Descendants(space + "edge").Select(edge => (edge.Attribute("source")!.Value, edge.Attribute("target")!.Value)));
        var keys = graph.Elements(space + "key").Select(key => key.Attribute("id")!.Value).ToHashSet();
        Assert.All(graph.Descendants(space + "data"), data => Assert.Contains(data.Attribute("key")!.Value, keys));
        Assert.Equal(["=SUM(1)"], graph.Descendants(space + "data").Where(data => data.Attribute("key")!.Value == "node.name" && data.Parent!.Attribute("id")!.Value == "shipment:oil").Select(data => data.Value));
    }

    [Fact]
    public async Task Json_has_the_shape_of_the_chain()
    {
        var chain = await ChainAsync();

        using var document = JsonDocument.Parse(ChainExport.Write(chain, ChainFormat.Json, "https://flow.example"));
        var root = document.RootElement;

        Assert.Equal(chain.Id, root.GetProperty("id").GetString());
        Assert.Equal($"https://flow.example/chain/{chain.Id}", root.GetProperty("permalink").GetString());
        Assert.Equal(4, root.GetProperty("hops").GetArrayLength());
        Assert.Equal(chain.WeakestHop.Index, root.GetProperty("weakestHop").GetProperty("index").GetInt32());
        Assert.Equal("exchange:swap", root.GetProperty("hops")[1].GetProperty("event").GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("hops")[3].GetProperty("event").ValueKind);
        Assert.Equal(chain.Caveats.Select(caveat => caveat.Text), root.GetProperty("caveats").EnumerateArray().Select(caveat => caveat.GetString()));
        Assert.Equal("at least 1,000,000 barrels", root.GetProperty("hops")[0].GetProperty("event").GetProperty("barrels").GetProperty("display").GetString());
    }

    [Fact]
    public async Task Bibliographies_list_each_source_once_under_its_id()
    {
        var chain = await ChainAsync();

        using var csl = JsonDocument.Parse(ChainExport.Write(chain, ChainFormat.CslJson, ""));
        var bibtex = ChainExport.Write(chain, ChainFormat.Bibtex, "");

        var ids = csl.RootElement.EnumerateArray().Select(item => item.GetProperty("id").GetString()).ToList();
        Assert.Equal(["source:paper-1", "source:herald", "source:rumour", "source:denial"], ids);
        Assert.Equal(ids, EntryKey().Matches(bibtex).Select(match => match.Groups[1].Value));
        var herald = csl.RootElement[1];
        Assert.Equal("article-newspaper", herald.GetProperty("type").GetString());
        Assert.Equal("[[2024,3]]", Compact(herald.GetProperty("issued").GetProperty("date-parts")));
        Assert.True(herald.GetProperty("issued").GetProperty("circa").GetBoolean());
        Assert.Contains("relays Wire (inferred)", herald.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Contains(@"title = {{100\% true \#1}}", bibtex, StringComparison.Ordinal);
        Assert.Contains("month = mar", bibtex, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_chain_is_the_same_bytes()
    {
        var first = await ChainAsync();
        var second = await ChainAsync();

        foreach (var format in Enum.GetValues<ChainFormat>())
            Assert.Equal(ChainExport.Write(first, format, ""), ChainExport.Write(second, format, ""));
    }

    public static async Task<Chain> ChainAsync() => Assert.Single((await ChainQuestion.AskAsync(Graph, "port:east", "port:north")).Chains);

    private static List<Dictionary<string, string?>> Rows(CsvReader csv)
    {
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string?>>();
        foreach (var row in csv)
            rows.Add(row.ToDictionary());

        return rows;
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    [GeneratedRegex("source:[a-z0-9-]+")]
    private static partial Regex SourceId();

    [GeneratedRegex(@"^@\w+\{([^,]+),", RegexOptions.Multiline)]
    private static partial Regex EntryKey();
}
