using FlowGraph.Model.Records;
using FlowGraph.Model.Values;
using FlowGraph.Query.Chains;
using FlowGraph.TestKit.Records;
using Xunit;

namespace FlowGraph.Tests.Chains;

public sealed class ChainResolverTests
{
    private const string Graph =
        """
        shipment:oil when=2024-03
        shipment:oil -LOADED_AT-> port:east LOW CONTESTED
        shipment:oil -BOUND_FOR-> port:north
        arms:guns -LOADED_AT-> port:north
        shipment:oil -POSSIBLY_CARRIED_BY-> vessel:ship
        """;

    [Fact]
    public async Task An_id_gives_the_chain_it_was_taken_from()
    {
        var found = Assert.Single((await ChainQuestion.AskAsync(Graph, "port:east", "port:north")).Chains);

        var resolved = await ResolveAsync(found.Id);

        Assert.NotNull(resolved);
        Assert.Equal(ChainExport.Write(found, ChainFormat.Json, ""), ChainExport.Write(resolved, ChainFormat.Json, ""));
        Assert.Equal(ChainExport.Write(found, ChainFormat.Markdown, ""), ChainExport.Write(resolved, ChainFormat.Markdown, ""));
    }

    [Fact]
    public async Task An_id_is_made_of_directions_and_keys()
    {
        var found = Assert.Single((await ChainQuestion.AskAsync(Graph, "port:east", "port:north")).Chains);

        Assert.Equal($"chain:r{FactKey.Of("loaded-at:oil--east")}-f{FactKey.Of("bound-for:oil--north")}", found.Id);
        Assert.Equal($"/chain/{found.Id}", found.Permalink);
        Assert.True(ChainId.TryParse(found.Id, out var id));
        Assert.Equal(found.Id, id.ToString());
        Assert.Equal([new ChainId.Hop(true, FactKey.Of("loaded-at:oil--east")), new ChainId.Hop(false, FactKey.Of("bound-for:oil--north"))], id.Hops);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("chain:")]
    [InlineData("chain:-")]
    [InlineData("chain:f")]
    [InlineData("chain:x234567abcd")]
    [InlineData("chain:f234567abc")]
    [InlineData("chain:f234567abcde")]
    [InlineData("chain:f234567abc1")]
    [InlineData("chain:f234567ABCD")]
    [InlineData("chain:f234567abcd-")]
    [InlineData("port:east")]
    [InlineData("chain:f234567abcd-f234567abcd-f234567abcd-f234567abcd-f234567abcd-f234567abcd-f234567abcd-f234567abcd-f234567abcd")]
    public async Task A_malformed_id_is_no_chain(string? text)
    {
        Assert.False(ChainId.TryParse(text, out _));
        Assert.Null(await ResolveAsync(text!));
    }

    [Fact]
    public async Task A_key_that_is_not_there_gives_null() => Assert.Null(await ResolveAsync("chain:f2222222222"));

    [Fact]
    public async Task The_key_of_an_event_gives_null() => Assert.Null(await ResolveAsync($"chain:f{FactKey.Of("shipment:oil")}"));

    [Fact]
    public async Task Facts_that_do_not_join_give_null() => Assert.Null(await ResolveAsync(Id("f loaded-at:oil--east", "f bound-for:oil--north")));

    [Fact]
    public async Task A_way_back_over_a_node_gives_null() => Assert.Null(await ResolveAsync(Id("f loaded-at:oil--east", "r loaded-at:oil--east")));

    [Fact]
    public async Task A_coincidence_gives_null_even_when_its_id_is_written_by_hand() =>
        Assert.Null(await ResolveAsync(Id("r loaded-at:oil--east", "f bound-for:oil--north", "r loaded-at:guns--north")));

    [Fact]
    public async Task Context_that_was_asked_for_resolves() =>
        Assert.NotNull(await ResolveAsync(Id("r loaded-at:oil--east", "f possibly-carried-by:oil--ship")));

    [Fact]
    public async Task A_hop_retracted_since_stays_with_its_reason()
    {
        var id = Id("r loaded-at:oil--east", "f bound-for:oil--north");
        var later = Graph.Replace("LOW CONTESTED", "RETRACTED statusReason=The_port_was_mistaken", StringComparison.Ordinal);

        var chain = await ResolveAsync(id, later);

        Assert.Equal(FactStatus.Retracted, chain?.Hops[0].Status);
        Assert.Contains(new ChainCaveat(1, "Step 1: oil · loaded at · east has been retracted: The port was mistaken."), chain!.Caveats);
    }

    [Fact]
    public async Task Renaming_everything_renames_the_answer()
    {
        var names = new[] { ("port:east", "port:q"), ("port:north", "port:a"), ("shipment:oil", "shipment:z"), ("arms:guns", "arms:k") };
        var renamed = names.Aggregate(Graph, (graph, name) => graph.Replace(name.Item1, name.Item2, StringComparison.Ordinal));

        var before = Assert.Single((await ChainQuestion.AskAsync(Graph, "port:east", "port:north")).Chains);
        var after = Assert.Single((await ChainQuestion.AskAsync(renamed, "port:q", "port:a")).Chains);

        Assert.Equal(names.Aggregate(before.Stops(), (stops, name) => stops.Replace(name.Item1, name.Item2, StringComparison.Ordinal)), after.Stops());
        Assert.Equal(before.Caveats.Length, after.Caveats.Length);
    }

    private static string Id(params string[] hops) => ChainId.Of(hops.Select(hop => new ChainId.Hop(hop[0] == 'r', FactKey.Of(hop[2..])))).Text;

    private static async Task<Chain?> ResolveAsync(string id, string graph = Graph)
    {
        GraphRelease release = GraphSketch.Draw(graph);
        return await ChainResolver.ResolveAsync(new RecordsChainStore(release), id, TestContext.Current.CancellationToken);
    }
}
