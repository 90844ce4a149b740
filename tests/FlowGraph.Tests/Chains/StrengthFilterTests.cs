using FlowGraph.Query.Chains;
using Xunit;

namespace FlowGraph.Tests.Chains;

public sealed class StrengthFilterTests
{
    //  port:east <- shipment:oil <- exchange:swap -> arms:guns -> port:north ; the arms leg is the weak one
    private const string WeakLeg =
        """
        exchange:swap MODERATE sources=3
        shipment:oil -LOADED_AT-> port:east
        exchange:swap -HAS_OIL_LEG-> shipment:oil MODERATE
        exchange:swap -HAS_ARMS_LEG-> arms:guns LOW CONTESTED ASSESSED sources=1
        arms:guns -DISCHARGED_AT-> port:north
        """;

    private static readonly ChainRequest _request = new() { From = "port:east", To = "port:north" };

    [Fact]
    public async Task A_hop_is_as_strong_as_the_weaker_of_edge_and_event_entered()
    {
        var chain = Assert.Single((await ChainQuestion.AskAsync(WeakLeg, _request)).Chains);

        Assert.Equal([Confidence.High, Confidence.Moderate, Confidence.Low, Confidence.High], chain.Hops.Select(hop => hop.Confidence));
        Assert.Equal([2, 2, 1, 2], chain.Hops.Select(hop => hop.IndependentSources));
        Assert.Equal([FactKind.Reported, FactKind.Reported, FactKind.Assessed, FactKind.Reported], chain.Hops.Select(hop => hop.Kind));
        Assert.Equal([true, true, false, false], chain.Hops.Select(hop => hop.Reversed));
        Assert.Equal(["shipment:oil", "exchange:swap", "arms:guns", null], chain.Hops.Select(hop => hop.Event?.Id));
        Assert.Equal(3, chain.WeakestHop.Index);
        Assert.Equal(Confidence.Low, chain.Confidence);
        Assert.Equal(1, chain.IndependentSources);
    }

    [Fact]
    public async Task The_end_of_a_chain_does_not_weaken_its_last_hop()
    {
        var result = await ChainQuestion.AskAsync("shipment:oil LOW CONTESTED sources=0\nshipment:oil -LOADED_AT-> port:east", "port:east", "shipment:oil");

        Assert.Equal(Confidence.High, Assert.Single(result.Chains).Confidence);
    }

    [Fact]
    public async Task A_minimum_that_nothing_meets_names_the_weakest_step_without_it()
    {
        var result = await ChainQuestion.AskAsync(WeakLeg, _request with { MinConfidence = Confidence.Moderate });

        Assert.Empty(result.Chains);
        Assert.Equal(3, result.WeakestStep?.Index);
        Assert.Equal(0, result.ExploredCount);
        Assert.Equal(
            "No chain within 6 hops at MODERATE or better; 0 nodes explored, not truncated. "
            + "Without that limit the best chain is weakest at step 3, the arms leg of the alleged exchange (LOW, contested).",
            result.None);
    }

    [Fact]
    public async Task Several_limits_are_named_together()
    {
        var result = await ChainQuestion.AskAsync(WeakLeg, _request with { MinConfidence = Confidence.High, MinIndependentSources = 2, Kinds = [FactKind.Reported, FactKind.Observed] });

        Assert.StartsWith("No chain within 6 hops with every step OBSERVED or REPORTED, at HIGH and with at least 2 independent origins at every step; ", result.None, StringComparison.Ordinal);
        Assert.Contains("Without those limits the best chain", result.None, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_strength_filter_there_is_no_weakest_step()
    {
        var result = await ChainQuestion.AskAsync(WeakLeg, _request with { MaxHops = 3 });

        Assert.Null(result.WeakestStep);
        Assert.Equal("No chain within 3 hops; 0 nodes explored, not truncated. No path of that length joins the two.", result.None);
    }

    [Fact]
    public async Task Contested_steps_are_shown_unless_unwanted_and_then_counted()
    {
        var shown = await ChainQuestion.AskAsync(WeakLeg, _request);
        var hidden = await ChainQuestion.AskAsync(WeakLeg, _request with { IncludeContested = false });

        Assert.Equal(FactStatus.Contested, Assert.Single(shown.Chains).Hops[2].Status);
        Assert.Equal(0, shown.Rejected.Contested);
        Assert.Empty(hidden.Chains);
        Assert.Equal(1, hidden.Rejected.Contested);
        Assert.Contains("1 path has a contested step.", hidden.None, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contested_coincidence_is_counted_as_neither()
    {
        //  the only path breaks the Exchange rule, so it is not the wish for uncontested steps that removed it
        const string graph =
            """
            shipment:oil -LOADED_AT-> port:east CONTESTED
            shipment:oil -BOUND_FOR-> port:north
            arms:guns -LOADED_AT-> port:north
            """;

        var result = await ChainQuestion.AskAsync(graph, new ChainRequest { From = "port:east", To = "arms:guns", IncludeContested = false });

        Assert.Equal(0, result.Rejected.Contested);
    }

    [Theory]
    [InlineData("2024-01-01", "2024-02-29", 0)]
    [InlineData("2024-03-31", null, 1)]
    [InlineData(null, "2024-03-01", 1)]
    [InlineData("2024-04-01", "2024-12-31", 0)]
    public async Task During_keeps_hops_that_share_a_day(string? from, string? to, int chains)
    {
        const string graph =
            """
            shipment:oil when=2024-03
            shipment:oil -LOADED_AT-> port:east
            shipment:oil -BOUND_FOR-> port:north
            """;
        var during = new DayRange(from is null ? null : DateOnly.Parse(from, null), to is null ? null : DateOnly.Parse(to, null));

        var result = await ChainQuestion.AskAsync(graph, _request with { During = during });

        Assert.Equal(chains, result.Chains.Length);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public async Task Undated_hops_pass_and_the_answer_says_so()
    {
        var result = await ChainQuestion.AskAsync(
            "shipment:oil -LOADED_AT-> port:east when=2024-03-05\nshipment:oil -BOUND_FOR-> port:north",
            _request with { During = new DayRange(new DateOnly(2024, 3, 1), null) });

        Assert.Single(result.Chains);
        Assert.Equal(["1 step of these chains is undated and passed the limit of time unchecked."], result.Warnings);
    }

    [Fact]
    public async Task A_hops_time_is_the_edges_then_that_of_the_event_entered_then_of_the_event_left()
    {
        const string graph =
            """
            shipment:oil when=2024-03
            exchange:swap
            arms:guns when=2024-05
            shipment:oil -LOADED_AT-> port:east when=2024-02
            exchange:swap -HAS_OIL_LEG-> shipment:oil
            exchange:swap -HAS_ARMS_LEG-> arms:guns
            arms:guns -DISCHARGED_AT-> port:north
            """;

        var chain = Assert.Single((await ChainQuestion.AskAsync(graph, _request)).Chains);

        Assert.Equal(["2024-02", "2024-03", "2024-05", "2024-05"], chain.Hops.Select(hop => hop.When?.Edtf));
    }
}
