using System.Collections.Immutable;
using FlowGraph.Import;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.TestKit;
using FlowGraph.Tests.Dataset;
using Xunit;

namespace FlowGraph.Tests.Import;

/// <summary>A dataset that is too large to be kept in memory is read anew for every pass, to the same end.</summary>
public sealed class LargeDatasetTests
{
    private const long Nothing = 0;

    [Fact]
    public void Records_read_one_by_one_are_those_of_the_release()
    {
        var release = TestApplication.Shared.Release;
        var records = Open(ShippedDataset.Directory);

        List<CitedNode> nodes = [.. records.Nodes(TestContext.Current.CancellationToken)];
        List<CitedEdge> edges = [.. records.Edges(TestContext.Current.CancellationToken)];

        Assert.Equal(
            release.Nodes.Select(Line),
            nodes.SelectMany(node => node.Citations.Prepend(node.Node)).Concat(edges.SelectMany(edge => edge.Citations)).OrderBy(node => node.Id, StringComparer.Ordinal).Select(Line));
        Assert.Equal(
            release.Edges.Select(Line).Order(StringComparer.Ordinal),
            edges.SelectMany(edge => edge.Links.Prepend(edge.Edge)).Concat(nodes.SelectMany(node => node.Links)).Select(Line).Order(StringComparer.Ordinal));
        Assert.Equal(release.Info.Sha256, records.Info.Sha256);
        Assert.Equal(release.Info.Counts, records.Info.Counts);
        Assert.Equal(release.Info.Caveats, records.Info.Caveats);
        Assert.Equal(release.Nodes.Length, records.NodeCount);
        Assert.Equal(
            release.Edges.Length + release.Nodes.Count(node => node.Type.Name == "Claim") + nodes.Sum(node => node.Citations.Length), records.EdgeCount);
    }

    [Fact]
    public void Summaries_speak_of_the_nodes()
    {
        var release = TestApplication.Shared.Release;
        var records = Open(ShippedDataset.Directory);

        Assert.All(release.Nodes.Where(node => node.Type.Name != "Citation"), node =>
        {
            var summary = records.Find(node.Id)!;
            Assert.Equal(node.Type, summary.Type);
            Assert.Equal(node["name"] as string, summary.Name);
            Assert.Equal(
                release.Edges.Count(edge => edge.Relationship.Edge.Class == EdgeClass.Fact && edge.From == node.Id)
                + release.Edges.Count(edge => edge.Relationship.Edge.Class == EdgeClass.Fact && edge.To == node.Id),
                summary.Degree);
        });
        Assert.Null(records.Find("vessel:none"));
    }

    [Theory]
    [MemberData(nameof(DamagedDatasetTests.Cases), MemberType = typeof(DamagedDatasetTests))]
    public void Faults_are_the_same(string name)
    {
        using var dataset = TestDataset.Damaged(name);

        var small = DatasetImport.Read(dataset.Folder, ShippedModel.Instance, TestContext.Current.CancellationToken);
        var large = DatasetImport.Open(dataset.Folder, ShippedModel.Instance, TestContext.Current.CancellationToken, Nothing);

        Assert.Null(large.Records);
        Assert.Equal(small.Diagnostics.AsEnumerable(), large.Diagnostics);
    }

    [Fact]
    public void File_that_is_written_meanwhile_is_a_fault()
    {
        using var dataset = TestDataset.Base();
        dataset.Write();
        var records = Open(dataset.Folder);
        File.SetLastWriteTimeUtc(Path.Combine(dataset.Folder, "edges.jsonl"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var fault = Assert.Throws<FlowGraphException>(() => records.Edges(TestContext.Current.CancellationToken).Count());

        Assert.Equal(ErrorCodes.ImportFileChanged, Assert.Single(fault.Diagnostics).Code);
    }

    private static IReleaseRecords Open(string folder)
    {
        var (records, diagnostics) = DatasetImport.Open(folder, ShippedModel.Instance, TestContext.Current.CancellationToken, Nothing);
        Assert.True(records is not null, string.Join('\n', diagnostics));
        return records;
    }

    private static string Line(NodeRecord node) => $"{node.Type} {node.Id} {string.Join('|', node.Values.Select(Text))}";

    private static string Line(EdgeRecord edge) => $"{edge.Relationship} {edge.Id} {edge.From} {edge.To} {string.Join('|', edge.Values.Select(Text))}";

    private static string? Text(object? value) => value is ImmutableArray<string> texts ? string.Join(';', texts) : value?.ToString();
}
