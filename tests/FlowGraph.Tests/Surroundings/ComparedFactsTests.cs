using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Values;
using FlowGraph.Query.Comparing;
using FlowGraph.TestKit.Records;
using Xunit;

namespace FlowGraph.Tests.Surroundings;

public sealed class ComparedFactsTests
{
    private const string Facts =
        """
        shipment:march when=2024-03-07
        shipment:undated
        shipment:march -CARRIED_BY-> vessel:one when=2024-03-09
        shipment:undated -CARRIED_BY-> vessel:one
        unit:corps
        claim of unit:corps property=casualties asOf=2024-12 low=40 unit=PERSONS bound=AT_LEAST
        """;

    [Fact]
    public async Task An_edge_has_its_own_date()
    {
        var found = await AskAsync("carried-by:march--one", "shipment:march");

        Assert.Equal((TemporalOrder.Follows, 2, 2), (found.Comparison.Order, found.Comparison.GapDays, found.Comparison.GapDaysMax));
    }

    [Fact]
    public async Task A_claim_is_of_the_day_for_which_it_claims_its_value()
    {
        var claim = GraphSketch.Draw(Facts).Nodes.Single(node => node.Type.Name == "Claim").Id;

        Assert.Equal((TemporalOrder.Precedes, 269), ((await AskAsync("shipment:march", claim)).Comparison.Order, (await AskAsync("shipment:march", claim)).Comparison.GapDays));
    }

    [Theory]
    [InlineData("shipment:undated", "shipment:march", "The first is undated.")]
    [InlineData("shipment:undated", "carried-by:undated--one", "Both are undated.")]
    public async Task What_is_undated_has_no_order_and_a_reason(string a, string b, string reason)
    {
        var found = await AskAsync(a, b);

        Assert.Equal((TemporalOrder.Unknown, null, reason), (found.Comparison.Order, found.Comparison.GapDays, found.Comparison.Reason));
    }

    [Fact]
    public async Task Names_what_is_not_there_and_what_is_no_fact()
    {
        var fault = await Assert.ThrowsAsync<FlowGraphException>(async () => await AskAsync("shipment:nothing", "vessel:one"));

        Assert.Equal([ErrorCodes.UnknownId, ErrorCodes.BadUserInput], fault.Diagnostics.Select(found => found.Code));
        Assert.Contains("'vessel:one' in 'b' is of type Vessel, expected an event, an edge or a claim", fault.Diagnostics[1].Message, StringComparison.Ordinal);
    }

    private static ValueTask<ComparedFacts> AskAsync(string a, string b) =>
        ComparedFacts.OfAsync(new RecordsChainStore(GraphSketch.Draw(Facts)), new(a, b), TestContext.Current.CancellationToken);
}
