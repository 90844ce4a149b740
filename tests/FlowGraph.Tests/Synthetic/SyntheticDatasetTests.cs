using System.Collections.Immutable;
using FlowGraph.Import;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.TestKit.Synthetic;
using Xunit;

namespace FlowGraph.Tests.Synthetic;

public sealed class SyntheticDatasetTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "flowgraph-synthetic-" + Guid.NewGuid().ToString("N"));

    public SyntheticDatasetTests() => Directory.CreateDirectory(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(200, 1_000, 1)]
    [InlineData(500, 6_000, 2)]
    [InlineData(2_000, 9_000, 3)]
    [InlineData(2_000, 6_100, 4)]
    [InlineData(3_000, 60_000, 5)]
    public void Is_valid_and_has_the_size_that_was_asked_for(int nodes, long edges, ulong seed)
    {
        var counts = SyntheticDataset.Write(Folder("a"), new(nodes, edges, seed), null, TestContext.Current.CancellationToken);

        var release = Read("a");

        var citations = release.Nodes.Where(node => node.Type.Name == "Citation").ToList();
        var ofNodes = citations.Count(citation => release.Model.NodeTypeOfId((string)citation["factId"]!) is not null);
        Assert.Equal(nodes, release.Nodes.Length - citations.Count);
        Assert.Equal(edges, release.Edges.Length + ofNodes + release.Nodes.Count(node => node.Type.Name == "Claim"));
        Assert.Equal(new(nodes, citations.Count, release.Edges.Count(edge => edge.Id.Length > 0), edges), counts);
    }

    [Fact]
    public void Same_size_and_seed_give_the_same_bytes_and_another_seed_does_not()
    {
        foreach (var (folder, seed) in (ReadOnlySpan<(string, ulong)>)[("a", 1), ("b", 1), ("c", 2)])
            SyntheticDataset.Write(Folder(folder), new(1_000, 5_000, seed), null, TestContext.Current.CancellationToken);

        var files = Directory.GetFiles(Folder("a")).Select(file => Path.GetFileName(file)).ToList();

        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(Folder("a"), file)), File.ReadAllBytes(Path.Combine(Folder("b"), file))));
        Assert.All(files, file => Assert.NotEqual(File.ReadAllBytes(Path.Combine(Folder("a"), file)), File.ReadAllBytes(Path.Combine(Folder("c"), file))));
    }

    [Fact]
    public void Has_every_type_of_node_and_edge_and_their_records_in_the_order_of_ids()
    {
        SyntheticDataset.Write(Folder("a"), new(10_000, 50_000, 11), null, TestContext.Current.CancellationToken);

        var release = Read("a");
        var ids = Directory.GetFiles(Folder("a"), "*.jsonl").Select(file => File.ReadLines(file).Select(line => line.Split('"')[3]).ToList());

        Assert.Empty(release.Model.NodeTypes.Except(release.Nodes.Select(node => node.Type)));
        Assert.Empty(release.Model.EdgeTypes.Except(release.Edges.Select(edge => edge.Relationship.Edge)));
        Assert.All(ids, file => Assert.Equal(file.Order(StringComparer.Ordinal), file));
    }

    [Fact]
    public void Has_hubs_gaps_contests_and_every_kind_of_value_in_shares_like_those_of_the_dataset()
    {
        SyntheticDataset.Write(Folder("a"), new(10_000, 50_000, 5), null, TestContext.Current.CancellationToken);

        var release = Read("a");
        var facts = release.Edges.Where(edge => edge.Id.Length > 0).ToList();
        var passages = release.Nodes.Where(node => node.Type.Name == "Citation").CountBy(node => (string)node["factId"]!).ToDictionary();
        var vessels = Of("Vessel");
        var claims = Of("Claim");
        var figures = claims.Select(claim => claim["bound"] as string).OfType<string>().ToHashSet();

        Between(0.01, 0.08, Share(facts, fact => fact["status"] is "CONTESTED"));
        Between(0.01, 0.12, Share(claims, claim => claim["status"] is "CONTESTED"));
        Between(0.60, 0.80, Share(vessels, vessel => vessel["imo"] is null));
        Between(0.15, 0.45, Share(facts, fact => passages[fact.Id] > 1));
        Between(0.02, 0.12, Share(Of("Source"), source => source["originBasis"] is "UNKNOWN"));
        Between(0.03, 0.10, release.Edges.Count(edge => edge.Relationship.Edge.Name == "DERIVED_FROM") / (double)Of("Source").Count);
        Between(0.05, 0.40, Share(Of("Shipment"), shipment => shipment["barrels"] is not null));
        Assert.Contains(Of("Shipment"), shipment => shipment["barrels"] is Quantity { Contested: true });
        Assert.Equal(6, figures.Count);
        Assert.Equal(3, Of("Shipment").Select(shipment => (shipment["when"] as FuzzyDate)?.Precision).OfType<DatePrecision>().Distinct().Count());
        Assert.All((string[])["Synthetic", "Синтетик", "합성"], script => Assert.Contains(vessels, vessel => ((string)vessel["name"]!).StartsWith(script, StringComparison.Ordinal)));
        Between(0.05, 0.30, LargestDegree("State"));
        Between(0.004, 0.10, LargestDegree("Port"));
        Between(0.0008, 0.03, LargestDegree("Vessel"));

        List<NodeRecord> Of(string type) => [.. release.Nodes.Where(node => node.Type.Name == type)];
        double LargestDegree(string type) => facts.SelectMany(fact => (string[])[fact.From, fact.To]).Where(id => release.Model.NodeTypeOfId(id)!.Name == type)
            .CountBy(id => id).Max(pair => pair.Value) / (double)facts.Count;
        static double Share<T>(List<T> records, Func<T, bool> has) => records.Count(has) / (double)records.Count;
        static void Between(double low, double high, double share) => Assert.InRange(share, low, high);
    }

    [Theory]
    [InlineData(199, 1_000, "from 200 to 10,000,000 nodes; 199 were asked for")]
    [InlineData(1_000, 1_000, "at least 2,9")]
    [InlineData(1_000, 1_000_000, "at most 38,")]
    public void Refuses_a_size_that_no_dataset_has(int nodes, long edges, string said)
    {
        var (counts, fault) = SyntheticDataset.Plan(new(nodes, edges, 1));

        Assert.Null(counts);
        Assert.Contains(said, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_nothing_behind_when_it_is_broken_off()
    {
        using var interrupt = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => SyntheticDataset.Write(Folder("a"), new(1_000, 5_000, 1), new Interrupting(interrupt), interrupt.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    private string Folder(string name) => Path.Combine(_folder, name);

    private GraphRelease Read(string name)
    {
        var (release, diagnostics) = DatasetImport.Read(Folder(name), ShippedModel.Instance, TestContext.Current.CancellationToken);
        Assert.Equal(ImmutableArray<string>.Empty, [.. diagnostics.Take(5).Select(fault => $"{fault.Location}: {fault.Message}")]);
        return release!;
    }

    private sealed class Interrupting(CancellationTokenSource source) : IProgress<SyntheticProgress>
    {
        public void Report(SyntheticProgress value)
        {
            if (value.File == "edges.jsonl")
                source.Cancel();
        }
    }
}
