using FlowGraph.Model.Records;
using FlowGraph.Query.Chains;
using FlowGraph.TestKit.Records;
using Xunit;

namespace FlowGraph.Tests.Chains;

public sealed class ChainBudgetTests
{
    private static readonly ChainRequest _request = new() { From = "port:east", To = "port:north", HubDegree = 100_000 };

    [Fact]
    public async Task The_corridor_holds_twenty_thousand_edges()
    {
        var release = GraphSketch.Draw(Fan(10_001));

        var result = await FindAsync(release, _request);

        Assert.True(result.Truncated);
        Assert.Equal(10_003, result.ExploredCount);
        Assert.Contains("More than 20,000 edges lie between the ends; only those nearest to both were walked.", result.Warnings);
        Assert.Equal(3, result.Chains.Length);
    }

    [Fact]
    public async Task Twenty_thousand_edges_are_not_too_many()
    {
        var result = await FindAsync(GraphSketch.Draw(Fan(10_000)), _request);

        Assert.False(result.Truncated);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public async Task Fifty_thousand_paths_are_walked()
    {
        //  port:east <- 230 shipments -> vessel:ship <- 230 shipments -> port:north
        var release = GraphSketch.Draw(string.Join('\n', Enumerable.Range(0, 230).Select(i =>
            $"shipment:a{i} -LOADED_AT-> port:east\nshipment:a{i} -CARRIED_BY-> vessel:ship\nshipment:b{i} -CARRIED_BY-> vessel:ship\nshipment:b{i} -BOUND_FOR-> port:north")));

        var result = await FindAsync(release, _request);

        Assert.True(result.Truncated);
        Assert.Equal(50_000, result.Rejected.SharedPlace);
        Assert.Equal(["The budget of 50,000 paths was spent; the shortest were ranked."], result.Warnings);
        Assert.Contains("truncated. 50,000 paths meet", result.None, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_search_ends()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await ChainFinder.FindAsync(new RecordsChainStore(GraphSketch.Draw(Fan(1))), _request, source.Token));
    }

    private static async Task<ChainResult> FindAsync(GraphRelease release, ChainRequest request) =>
        await ChainFinder.FindAsync(new RecordsChainStore(release), request, TestContext.Current.CancellationToken);

    private static string Fan(int count) =>
        string.Join('\n', Enumerable.Range(0, count).Select(i => $"shipment:s{i} -LOADED_AT-> port:east citations=0\nshipment:s{i} -BOUND_FOR-> port:north citations=0"));
}
