using System.Text.Json.Nodes;
using System.Xml.Linq;
using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Commands;

public sealed class ChainsCommandTests
{
    private static readonly string[] _flagship = ["chains", "Vostochny Port", "Kursk Oblast"];

    [Fact(Timeout = 60_000)]
    public async Task Prints_every_chain_as_footnoted_markdown()
    {
        var run = await CommandRun.OfAsync(_flagship, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Equal(2, Count(run.Output, "# Vostochny Port to Kursk Oblast\n"));
        Assert.Contains("\n[^1]: ", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, Count(run.Output, "\n[^2-1]: "));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("port:vostochny-port", "area:kursk-oblast")]
    [InlineData("  VOSTOCHNY port ", "kursk oblast")]
    [InlineData("RUVYP", "Kursk Oblast")]
    public async Task End_is_an_id_a_name_or_a_key(string from, string to)
    {
        var run = await CommandRun.OfAsync(["chains", from, to, "--json", "--first", "1"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        var chain = JsonNode.Parse(run.Output)!["chains"]![0]!;
        Assert.Equal("port:vostochny-port", (string?)chain["from"]!["id"]);
        Assert.Equal("area:kursk-oblast", (string?)chain["to"]!["id"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Name_that_fits_several_lists_the_candidates()
    {
        var run = await CommandRun.OfAsync(["chains", "Shoigu visit to Pyongyang", "Kursk Oblast"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("fits several", run.Error, StringComparison.Ordinal);
        Assert.Contains("occurrence:event-2023-07-shoigu-pyongyang", run.Error, StringComparison.Ordinal);
        Assert.Contains("occurrence:event-2025-06-17-shoigu", run.Error, StringComparison.Ordinal);
        Assert.Contains("(OCCURRENCE)", run.Error, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("Vostochny Prt", "Did you mean port:vostochny-port (Vostochny Port)?")]
    [InlineData("Vostochny", "Did you mean port:vostochny-port (Vostochny Port)?")]
    [InlineData("port:vostochny-prt", "Did you mean 'port:vostochny-port'?")]
    [InlineData("Qwxyz", "A name has to fit whole")]
    public async Task Unknown_end_is_answered_with_near_ones(string typed, string expected)
    {
        var run = await CommandRun.OfAsync(["chains", typed, "Kursk Oblast"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Person_is_an_end_only_by_id()
    {
        var person = TestApplication.Shared.Release.Nodes.First(node => node.Type.Name == "Person");

        var byName = await CommandRun.OfAsync(["chains", (string)person["name"]!, "Kursk Oblast"], TestContext.Current.CancellationToken);
        var byId = await CommandRun.OfAsync(["chains", person.Id, "Kursk Oblast"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, byName.ExitCode);
        Assert.DoesNotContain(person.Id, byName.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.No, byId.ExitCode);
        Assert.StartsWith("No chain within 6 hops", byId.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task None_is_an_answer_with_its_reason()
    {
        var text = await CommandRun.OfAsync([.. _flagship, "--min-confidence", "high"], TestContext.Current.CancellationToken);
        var json = await CommandRun.OfAsync([.. _flagship, "--min-confidence", "HIGH", "--json"], TestContext.Current.CancellationToken);

        Assert.Equal((ExitCode.No, ExitCode.No), (text.ExitCode, json.ExitCode));
        Assert.StartsWith("No chain within 6 hops at HIGH", text.Output, StringComparison.Ordinal);
        var answer = JsonNode.Parse(json.Output)!;
        Assert.Equal(text.Output.TrimEnd(), (string?)answer["none"]);
        Assert.Equal(3, (int)answer["weakestStep"]!["index"]!);
        Assert.Empty(answer["chains"]!.AsArray());
    }

    [Fact(Timeout = 60_000)]
    public async Task Via_is_passed()
    {
        var run = await CommandRun.OfAsync([.. _flagship, "--via", "shipment:osc-43-trips-2024", "--format", "csv"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("shipment:osc-43-trips-2024", run.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Several_chains_share_a_file_of_each_format()
    {
        var csv = await CommandRun.OfAsync([.. _flagship, "--format", "csv"], TestContext.Current.CancellationToken);
        var csl = await CommandRun.OfAsync([.. _flagship, "--format", "csl-json"], TestContext.Current.CancellationToken);
        var bibtex = await CommandRun.OfAsync([.. _flagship, "--format", "bibtex"], TestContext.Current.CancellationToken);
        var graphml = await CommandRun.OfAsync([.. _flagship, "--format", "graphml"], TestContext.Current.CancellationToken);

        Assert.Equal(1, Count(csv.Output, "index,fromId"));
        Assert.Equal(9, csv.Output.TrimEnd().Split('\n').Length);
        var sources = JsonNode.Parse(csl.Output)!.AsArray().Select(item => (string)item!["id"]!).ToList();
        Assert.Distinct(sources);
        var entries = bibtex.Output.Split('\n').Where(line => line.StartsWith('@')).ToList();
        Assert.Distinct(entries);
        Assert.Equal(sources.Count, entries.Count);
        var graph = XDocument.Parse(graphml.Output).Root!;
        var ids = graph.Descendants().Where(element => element.Name.LocalName is "node" or "edge").Select(element => (string)element.Attribute("id")!).ToList();
        Assert.Distinct(ids);
        Assert.Contains("arms:arms-osc-64-voyages", ids);
        Assert.Contains("shipment:osc-43-trips-2024", ids);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("--max-hops is 9; allowed is 1 to 8.", "--max-hops", "9")]
    [InlineData("--first is 11; allowed is 1 to 10.", "--first", "11")]
    [InlineData("LIMIT_HOPS", "--max-hops", "0")]
    [InlineData("UNKNOWN_ID", "--via", "shipment:nothing")]
    [InlineData("contradict", "--format", "csv", "--json")]
    [InlineData("'pdf'", "--format", "pdf")]
    [InlineData("--max-hops", "--max-hops", "many")]
    public async Task Wrong_wish_is_wrong_usage(string expected, params string[] options)
    {
        var run = await CommandRun.OfAsync([.. _flagship, .. options], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
