using FlowGraph.Query.Chains;
using FlowGraph.Query.Exports;
using Xunit;

namespace FlowGraph.IntegrationTests.Answering;

/// <summary>Both stores export the same bytes.</summary>
[Collection("Neo4j")]
public sealed class ExportConformanceTests(Neo4jFixture neo4j)
{
    [Fact]
    public async Task Records_and_chains_are_exported_alike()
    {
        using var served = await ServedRelease.ShippedAsync(neo4j);
        var chain = (await ChainFinder.FindAsync(served.Embedded, new ChainRequest { From = "port:vostochny-port", To = "area:kursk-oblast", First = 1 }, TestContext.Current.CancellationToken)).Chains[0];
        // Of every type of node and edge the first and the last, and what this is all about.
        var ids = served.Release.Nodes.GroupBy(node => node.Type.Name).SelectMany(type => new[] { type.First().Id, type.Last().Id })
            .Concat(served.Release.Edges.Where(edge => edge.Id.Length > 0).GroupBy(edge => edge.Relationship.Edge.Name).Select(type => type.First().Id))
            .Concat(["exchange:oil-for-arms-and-troops", "shipment:osc-43-trips-2024", "source:osc-refined-tastes", "vessel:lady-r", "state:russia", chain.Id]).Distinct();
        foreach (var id in ids)
        {
            if (RecordExport.KindOf(served.Embedded, id) is not { } kind)
                continue;
            foreach (var format in Enum.GetValues<ExportFormat>())
                Assert.Equal(await ExportAsync(served.Embedded, kind, id, format), await ExportAsync(served.Neo4j, kind, id, format));
            if (kind == ExportKind.Fact && served.Embedded.Model.NodeTypeOfId(id) is { Name: not "Claim" })
                Assert.Equal(await ExportAsync(served.Embedded, ExportKind.Node, id, ExportFormat.Json), await ExportAsync(served.Neo4j, ExportKind.Node, id, ExportFormat.Json));
        }
    }

    [Theory]
    [InlineData(DatasetFormat.JsonLines)]
    [InlineData(DatasetFormat.Csv)]
    [InlineData(DatasetFormat.Graphml)]
    [InlineData(DatasetFormat.Geojson)]
    public async Task The_whole_release_is_exported_alike(DatasetFormat format)
    {
        using var served = await ServedRelease.ShippedAsync(neo4j);

        Assert.Equal(await DatasetAsync(served.Embedded, format), await DatasetAsync(served.Neo4j, format));
    }

    private static async Task<string?> ExportAsync(IRecordStore store, ExportKind kind, string id, ExportFormat format) =>
        await RecordExport.WriteAsync(store, kind, id, format, "", TestContext.Current.CancellationToken);

    private static async Task<byte[]> DatasetAsync(IRecordStore store, DatasetFormat format)
    {
        using var output = new MemoryStream();
        await DatasetExport.WriteAsync(store, format, output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }
}
