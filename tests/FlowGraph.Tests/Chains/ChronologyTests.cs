using FlowGraph.Model.Values;
using FlowGraph.Query.Chains;
using Xunit;

namespace FlowGraph.Tests.Chains;

public sealed class ChronologyTests
{
    [Theory]
    [InlineData("2024-03-01", "2024-03-05", "2024-03-09", ChainChronology.Coherent)]
    [InlineData("2024-03-09", "2024-03-05", "2024-03-01", ChainChronology.Coherent)]
    [InlineData("2024-03-05", "2024-03-01/2024-03-31", "2024-03-05", ChainChronology.Coherent)]
    [InlineData("2024-03-05", "2024-03-01", "2024-03-09", ChainChronology.Mixed)]
    [InlineData("2024-03-05", "2024-03", "2024-04-09", ChainChronology.Unknown)]
    [InlineData("2024-03-05", null, "2024-04-09", ChainChronology.Unknown)]
    public async Task Orders_of_hops_make_the_chronology(string? first, string? second, string? third, ChainChronology chronology)
    {
        var chain = Assert.Single((await ChainQuestion.AskAsync(Graph(first, second, third), Request())).Chains);

        Assert.Equal(chronology, chain.Chronology);
    }

    [Fact]
    public async Task A_hop_is_compared_with_the_one_before_it()
    {
        var chain = Assert.Single((await ChainQuestion.AskAsync(Graph("2024-03-01", "2024-03-11", "2024-03-06"), Request())).Chains);

        Assert.Equal([null, TemporalOrder.Follows, TemporalOrder.Precedes], chain.Hops.Select(hop => hop.Order));
        Assert.Equal([null, 10, 5], chain.Hops.Select(hop => hop.GapDays));
    }

    [Fact]
    public async Task Required_coherence_rejects_the_rest()
    {
        var result = await ChainQuestion.AskAsync(Graph("2024-03-05", "2024-03-01", "2024-03-09"), Request() with { Chronology = ChronologyMode.Require });

        Assert.Empty(result.Chains);
        Assert.Equal(1, result.Rejected.Chronology);
        Assert.Equal(3, result.WeakestStep?.Index);
        Assert.StartsWith("No chain within 6 hops in coherent order of time; 4 nodes explored, not truncated. 1 path is not in coherent order of time. Without that limit", result.None, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_order_is_a_caveat_with_its_reason()
    {
        var chain = Assert.Single((await ChainQuestion.AskAsync(Graph("2024-03-05", null, "2024-04"), Request())).Chains);

        Assert.Contains("Whether step 2 came before or after step 1 is unknown: step 2 is undated.", chain.Caveats.Select(caveat => caveat.Text));
        Assert.Contains("Whether step 3 came before or after step 2 is unknown: step 2 is undated.", chain.Caveats.Select(caveat => caveat.Text));
    }

    private static ChainRequest Request() => new() { From = "port:east", To = "port:north" };

    //  port:east <- shipment:part -> shipment:whole -> port:north
    private static string Graph(string? first, string? second, string? third) =>
        $"""
        shipment:part -LOADED_AT-> port:east {When(first)}
        shipment:part -PART_OF-> shipment:whole {When(second)}
        shipment:whole -BOUND_FOR-> port:north {When(third)}
        """;

    private static string When(string? date) => date is null ? "" : $"when={date}";
}
