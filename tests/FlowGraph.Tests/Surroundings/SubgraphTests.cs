using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Surroundings;
using FlowGraph.TestKit.Records;
using Xunit;

namespace FlowGraph.Tests.Surroundings;

public sealed class SubgraphTests
{
    //  port:east <- shipment:a -> vessel:one <- shipment:b -> port:west ; a is part of b
    private const string TwoPorts =
        """
        shipment:a -LOADED_AT-> port:east  MODERATE
        shipment:c -LOADED_AT-> port:east
        shipment:a -CARRIED_BY-> vessel:one
        shipment:b -CARRIED_BY-> vessel:one
        shipment:b -LOADED_AT-> port:west
        shipment:a -PART_OF-> shipment:b
        """;

    [Theory]
    [InlineData(0, "port:east", "")]
    [InlineData(1, "port:east shipment:c shipment:a", "loaded-at:c--east loaded-at:a--east")]
    [InlineData(2, "port:east shipment:c shipment:a vessel:one shipment:b", "loaded-at:c--east loaded-at:a--east carried-by:a--one part-of:a--b")]
    [InlineData(3, "port:east shipment:c shipment:a vessel:one shipment:b port:west", "loaded-at:c--east loaded-at:a--east carried-by:a--one part-of:a--b carried-by:b--one loaded-at:b--west")]
    public async Task Goes_hop_by_hop_and_takes_the_surer_facts_first(int hops, string nodes, string facts)
    {
        var found = await AskAsync(TwoPorts, ["port:east"], hops);

        Assert.Equal((nodes, facts, false), (string.Join(' ', found.Nodes), string.Join(' ', found.Facts), found.Truncated));
    }

    [Theory]
    [InlineData(3, "port:east shipment:c shipment:a", "loaded-at:c--east loaded-at:a--east")]
    [InlineData(4, "port:east shipment:c shipment:a vessel:one", "loaded-at:c--east loaded-at:a--east carried-by:a--one")]
    public async Task Says_that_it_was_cut_off_and_leaves_no_fact_without_its_ends(int limit, string nodes, string facts)
    {
        var found = await AskAsync(TwoPorts, ["port:east"], 3, limit: limit);

        Assert.Equal((nodes, facts, true), (string.Join(' ', found.Nodes), string.Join(' ', found.Facts), found.Truncated));
    }

    [Fact]
    public async Task Is_whole_where_all_of_it_just_fits() => Assert.False((await AskAsync(TwoPorts, ["port:east"], 3, limit: 6)).Truncated);

    [Fact]
    public async Task Follows_named_types_and_goes_to_events_of_named_types()
    {
        Assert.Equal(["carried-by:a--one", "carried-by:b--one"], (await AskAsync(TwoPorts, ["vessel:one"], 3, types: ["CARRIED_BY"])).Facts);
        Assert.Equal(["carried-by:a--one", "carried-by:b--one", "part-of:a--b"], (await AskAsync(TwoPorts, ["vessel:one"], 3, types: ["SHIPMENT"])).Facts);
    }

    [Fact]
    public async Task Shows_what_is_retracted_only_where_it_was_asked_for()
    {
        const string graph = TwoPorts + "\nshipment:c RETRACTED";

        Assert.Equal(["loaded-at:a--east"], (await AskAsync(graph, ["port:east"])).Facts);
        Assert.Equal(["loaded-at:c--east", "loaded-at:a--east"], (await AskAsync(graph, ["port:east", "shipment:c"])).Facts);
        Assert.Equal(["loaded-at:c--east"], (await AskAsync(TwoPorts.Replace("MODERATE", "RETRACTED", StringComparison.Ordinal), ["port:east"])).Facts);
    }

    [Fact]
    public async Task Says_on_one_line_what_there_is()
    {
        Assert.Equal("3 nodes and 2 facts within 1 hop of east: c – loaded at → east; a – loaded at → east", (await AskAsync(TwoPorts, ["port:east"])).Text);
        Assert.Equal(
            "6 nodes and 6 facts within 2 hops of east · west: b – loaded at → west; c – loaded at → east; a – loaded at → east; a – carried by → one; b – carried by → one; and 1 more",
            (await AskAsync(TwoPorts, ["port:east", "port:west"], 2)).Text);
        Assert.Equal("2 nodes and 1 fact within 1 hop of east, cut off: c – loaded at → east", (await AskAsync(TwoPorts, ["port:east"], limit: 2)).Text);
    }

    [Fact]
    public async Task Names_every_id_that_is_no_node()
    {
        var fault = await Assert.ThrowsAsync<FlowGraphException>(async () => await AskAsync(TwoPorts, ["port:east", "port:south", "vessel:two", "carried-by:a--one"]));

        Assert.Equal([ErrorCodes.UnknownId, ErrorCodes.UnknownId, ErrorCodes.BadUserInput], fault.Diagnostics.Select(found => found.Code));
        Assert.Contains("ids: found 'vessel:two', which is not in", fault.Diagnostics[1].Message, StringComparison.Ordinal);
    }

    private static ValueTask<Subgraph> AskAsync(string graph, string[] ids, int hops = 1, string[]? types = null, int limit = 100) =>
        SubgraphFinder.FindAsync(new RecordsChainStore(GraphSketch.Draw(graph)), new([.. ids], hops, new StepTypes(types ?? []), limit), TestContext.Current.CancellationToken);
}
