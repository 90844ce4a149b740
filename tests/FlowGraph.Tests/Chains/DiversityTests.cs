using FlowGraph.Query.Chains;
using Xunit;

namespace FlowGraph.Tests.Chains;

public sealed class DiversityTests
{
    //            .- shipment:voyage -> shipment:series <-.
    //  port:east <---------------------------' |          exchange:swap -> deployment:troops -> area:front
    //            `- arms:guns <-------------------------'
    private const string TwoStories =
        """
        shipment:series -LOADED_AT-> port:east
        shipment:voyage -LOADED_AT-> port:east
        shipment:voyage -PART_OF-> shipment:series
        arms:guns -DISCHARGED_AT-> port:east
        exchange:swap -HAS_OIL_LEG-> shipment:series
        exchange:swap -HAS_ARMS_LEG-> arms:guns
        exchange:swap -HAS_TROOPS_LEG-> deployment:troops
        deployment:troops -DEPLOYED_TO-> area:front
        """;

    private static readonly ChainRequest _request = new() { From = "port:east", To = "area:front" };

    [Fact]
    public async Task Kept_chains_share_no_cargo()
    {
        var result = await ChainQuestion.AskAsync(TwoStories, _request);

        Assert.Equal(["shipment:series", "arms:guns"], result.Chains.Select(chain => chain.Hops[0].To.Id).OrderDescending());
        Assert.Equal(1, result.Rejected.Diversity);
    }

    [Fact]
    public async Task What_kept_chains_share_is_named()
    {
        var result = await ChainQuestion.AskAsync(TwoStories, _request);

        var overlap = Assert.Single(result.Overlaps);
        Assert.Equal(result.Chains.Select(chain => chain.Id), [overlap.A, overlap.B]);
        Assert.Equal(["exchange:swap", "deployment:troops"], overlap.Shared);
    }

    [Fact]
    public async Task Without_diversity_every_chain_is_kept()
    {
        var result = await ChainQuestion.AskAsync(TwoStories, _request with { Diversity = Diversity.None });

        Assert.Equal(3, result.Chains.Length);
        Assert.Equal(0, result.Rejected.Diversity);
    }

    [Fact]
    public async Task The_count_of_those_left_out_does_not_depend_on_how_many_are_asked_for()
    {
        var result = await ChainQuestion.AskAsync(TwoStories, _request with { First = 1 });

        Assert.Single(result.Chains);
        Assert.Equal(1, result.Rejected.Diversity);
    }

    [Fact]
    public async Task A_cargo_that_is_an_end_may_be_shared()
    {
        var graph = TwoStories + "\nshipment:other -PART_OF-> shipment:series\nshipment:other -LOADED_AT-> port:east";

        var result = await ChainQuestion.AskAsync(graph, new ChainRequest { From = "port:east", To = "shipment:series" });

        Assert.Equal(3, result.Chains.Length);
    }
}
