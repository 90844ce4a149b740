using FlowGraph.Query.Chains;
using Xunit;

namespace FlowGraph.Tests.Chains;

/// <summary>Two shipments from east to north that differ in one respect: the better one must come first.</summary>
public sealed class ChainRankingTests
{
    private static readonly ChainRequest _request = new() { From = "port:east", To = "port:north", Diversity = Diversity.None, First = 10 };

    [Theory]
    [InlineData("LOW sources=0 ASSESSED", "CONTESTED")] // 1 no contested hop, before everything else
    [InlineData("MODERATE sources=0 ASSESSED", "LOW")] // 2 confidence of the weakest hop
    [InlineData("sources=2 ASSESSED", "sources=1")] // 3 fewer hops on one origin
    [InlineData("REPORTED", "ASSESSED")] // 5 fewer judged hops
    [InlineData("OBSERVED", "DERIVED")]
    public async Task The_stronger_loading_wins(string better, string worse)
    {
        foreach (var (first, second) in new[] { ("a", "b"), ("b", "a") })
        {
            var graph =
                $"""
                shipment:{first} -LOADED_AT-> port:east {better}
                shipment:{first} -BOUND_FOR-> port:north
                shipment:{second} -LOADED_AT-> port:east {worse}
                shipment:{second} -BOUND_FOR-> port:north
                """;

            var result = await ChainQuestion.AskAsync(graph, _request);

            Assert.Equal([$"shipment:{first}", $"shipment:{second}"], result.Chains.Select(chain => chain.Hops[0].To.Id));
        }
    }

    [Theory]
    [InlineData(ChronologyMode.Prefer, "a")]
    [InlineData(ChronologyMode.None, "b")]
    public async Task Coherent_order_in_time_wins_unless_chronology_is_switched_off(ChronologyMode mode, string first)
    {
        // 4 before 5: a is judged but dated, b is undated.
        const string graph =
            """
            shipment:a -LOADED_AT-> port:east ASSESSED when=2024-03-01
            shipment:a -BOUND_FOR-> port:north when=2024-03-09
            shipment:b -LOADED_AT-> port:east
            shipment:b -BOUND_FOR-> port:north
            """;

        var result = await ChainQuestion.AskAsync(graph, _request with { Chronology = mode });

        Assert.Equal($"shipment:{first}", result.Chains[0].Hops[0].To.Id);
    }

    [Fact]
    public async Task Fewer_hops_win_then_less_connected_nodes()
    {
        const string graph =
            """
            shipment:long -LOADED_AT-> port:east
            shipment:long -PART_OF-> shipment:whole
            shipment:whole -BOUND_FOR-> port:north
            shipment:busy -LOADED_AT-> port:east
            shipment:busy -BOUND_FOR-> port:north
            shipment:busy -CARRIED_BY-> vessel:ship
            shipment:quiet -LOADED_AT-> port:east
            shipment:quiet -BOUND_FOR-> port:north
            """;

        var result = await ChainQuestion.AskAsync(graph, _request with { Chronology = ChronologyMode.None });

        Assert.Equal(["shipment:quiet", "shipment:busy", "shipment:long"], result.Chains.Select(chain => chain.Hops[0].To.Id));
    }

    [Fact]
    public async Task Equal_chains_are_ordered_by_id()
    {
        var graph = string.Join('\n', Enumerable.Range(1, 5).Select(i => $"shipment:s{i} -LOADED_AT-> port:east\nshipment:s{i} -BOUND_FOR-> port:north"));

        var result = await ChainQuestion.AskAsync(graph, _request);

        Assert.Equal(5, result.Chains.Length);
        Assert.Equal(result.Chains.Select(chain => chain.Id).Order(StringComparer.Ordinal), result.Chains.Select(chain => chain.Id));
    }

    [Theory]
    [InlineData("LOW", "MODERATE CONTESTED sources=0", 1)] // confidence first
    [InlineData("LOW CONTESTED sources=5", "LOW sources=0", 1)] // then contested
    [InlineData("LOW sources=1 citations=9", "LOW sources=2 citations=1", 1)] // then independent sources
    [InlineData("LOW citations=2", "LOW citations=3", 1)] // then supporting citations
    [InlineData("LOW", "LOW", 2)] // then the later hop
    public async Task The_weakest_hop_is_found(string loading, string destination, int weakest)
    {
        var graph = $"shipment:a sources=9\nshipment:a -LOADED_AT-> port:east {loading}\nshipment:a -BOUND_FOR-> port:north {destination}";

        var result = await ChainQuestion.AskAsync(graph, _request);

        Assert.Equal(weakest, Assert.Single(result.Chains).WeakestHop.Index);
    }

    [Fact]
    public async Task Why_gives_the_tuple_in_words()
    {
        const string graph =
            """
            shipment:a -LOADED_AT-> port:east LOW CONTESTED ASSESSED sources=1 when=2024-03-01
            shipment:a -BOUND_FOR-> port:north when=2024-03-09
            """;

        var chain = Assert.Single((await ChainQuestion.AskAsync(graph, _request)).Chains);

        Assert.Equal(
            "1 of 2 steps is contested; weakest is step 1, a · loaded at · east (LOW, contested, 1 independent origin, 1 supporting citation); "
            + "1 step with at most one independent origin; order in time coherent; 1 step assessed or derived; 2 steps; inner nodes with 2 incident facts together.",
            chain.Why);
        Assert.Equal("east ← loaded at – a – bound for → north (weakest: step 1, LOW, contested, 1 independent origin)", chain.Text);
    }
}
