using FlowGraph.Import;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;
using FlowGraph.TestKit.Records;
using FlowGraph.Tests.Dataset;
using Xunit;

namespace FlowGraph.Tests.Chains;

/// <summary>What the shipped dataset answers to the questions that chains were made for.</summary>
public sealed class DossierChainTests
{
    private const string Vostochny = "port:vostochny-port";
    private const string Kursk = "area:kursk-oblast";
    private const string OilSeries = "shipment:osc-43-trips-2024";
    private const string ArmsSeries = "arms:arms-osc-64-voyages";

    private static readonly Lazy<GraphRelease> _release = new(Load);
    private static readonly ChainRequest _request = new() { From = Vostochny, To = Kursk };

    [Fact]
    public async Task Vostochny_and_Kursk_are_joined_by_the_oil_and_by_the_arms()
    {
        var result = await AskAsync(_request);

        Assert.Equal(
            [
                $"{Vostochny} {ArmsSeries} exchange:oil-for-arms-and-troops deployment:dep-cumulative-2024 {Kursk}",
                $"{Vostochny} {OilSeries} exchange:oil-for-arms-and-troops deployment:dep-cumulative-2024 {Kursk}",
            ],
            result.Chains.Select(chain => chain.Stops()).Order(StringComparer.Ordinal));
        Assert.Equal(["exchange:oil-for-arms-and-troops", "deployment:dep-cumulative-2024"], Assert.Single(result.Overlaps).Shared);
        Assert.All(result.Chains, chain => Assert.Equal("HAS_TROOPS_LEG", chain.WeakestHop.Fact.Type.Name));
    }

    [Fact]
    public async Task Of_all_the_paths_between_them_most_are_no_chains()
    {
        var result = await AskAsync(_request with { First = 1 });

        Assert.Equal(62, result.Rejected.Coincidence);
        Assert.Equal(30, result.Rejected.SharedPlace);
        Assert.InRange(result.Rejected.Coincidence + result.Rejected.SharedPlace + result.Rejected.Diversity + 2, 140, 160);
        Assert.False(result.Truncated);
    }

    [Fact]
    public async Task Via_chooses_the_oil()
    {
        var result = await AskAsync(_request with { Via = [OilSeries] });

        Assert.Contains(OilSeries, Assert.Single(result.Chains).Stops(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_moderate_the_troops_leg_is_what_is_missing()
    {
        var result = await AskAsync(_request with { MinConfidence = Confidence.Moderate });

        Assert.Empty(result.Chains);
        Assert.Equal("HAS_TROOPS_LEG", result.WeakestStep?.Fact.Type.Name);
        Assert.Contains("step 3, the troops leg of the alleged exchange (LOW, contested)", result.None, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_exchange_there_are_only_coincidences()
    {
        var release = _release.Value;
        var bridges = release.Nodes.Where(node => node.Type.IsBridge).Select(node => node.Id).ToHashSet();
        var without = new GraphRelease
        {
            Model = release.Model,
            Info = release.Info,
            Nodes = [.. release.Nodes.Where(node => !bridges.Contains(node.Id))],
            Edges = [.. release.Edges.Where(edge => !bridges.Contains(edge.From) && !bridges.Contains(edge.To))],
        };

        var result = await ChainFinder.FindAsync(new RecordsChainStore(without), _request, TestContext.Current.CancellationToken);

        Assert.Empty(result.Chains);
        Assert.Contains("62 paths join ", result.None, StringComparison.Ordinal);
        Assert.Contains("and no source connects them", result.None, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rajin_reaches_Tikhoretsk_over_one_transfer()
    {
        var result = await AskAsync(new ChainRequest { From = "port:rajin", To = "facility:tikhoretsk-depot" });

        Assert.Equal("port:rajin arms:arms-2023-09-07-angara-300-containers facility:tikhoretsk-depot", result.Chains[0].Stops());
    }

    [Fact]
    public async Task Every_hop_has_a_footnote_and_resolves_again()
    {
        var store = new RecordsChainStore(_release.Value);

        foreach (var chain in (await AskAsync(_request with { Diversity = Diversity.None, First = 10 })).Chains)
        {
            var markdown = ChainNarrative.Write(chain, NarrativeFormat.Markdown, "");
            var rows = markdown.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2).ToList();
            var again = await ChainResolver.ResolveAsync(store, chain.Id, TestContext.Current.CancellationToken);

            Assert.Equal(chain.Hops.Length, rows.Count);
            Assert.All(rows, row => Assert.Contains("[^", row, StringComparison.Ordinal));
            Assert.Equal(markdown, ChainNarrative.Write(again!, NarrativeFormat.Markdown, ""));
        }
    }

    [Fact]
    public async Task The_flagship_reads_as_approved()
    {
        var chain = Assert.Single((await AskAsync(_request with { Via = [OilSeries] })).Chains);

        // The hash changes with every correction of the data, and says nothing about how a chain is told.
        Approved("oil-to-kursk.golden.md", ChainNarrative.Write(chain, NarrativeFormat.Markdown, "").Replace(_release.Value.Info.Sha256, "<sha256>", StringComparison.Ordinal));
    }

    private static async Task<ChainResult> AskAsync(ChainRequest request) =>
        await ChainFinder.FindAsync(new RecordsChainStore(_release.Value), request, TestContext.Current.CancellationToken);

    private static void Approved(string file, string text)
    {
        var path = Path.Combine(ShippedDataset.Directory, "..", "..", "tests", "FlowGraph.Tests", "Chains", file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1" && Environment.GetEnvironmentVariable("CI") is null)
            File.WriteAllText(path, text);

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "(no such file; UPDATE_GOLDEN=1 writes it)", text);
    }

    private static GraphRelease Load()
    {
        var result = DatasetImport.Read(ShippedDataset.Directory, ShippedModel.Instance, CancellationToken.None);
        return result.Release ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
