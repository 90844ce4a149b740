using FlowGraph.Query.Chains;
using Xunit;

namespace FlowGraph.Tests.Chains;

public sealed class WalkRulesTests
{
    //  port:east <- shipment:oil -> state:buyer <- agreement:cap ; and nothing else joins them
    private const string OverState =
        """
        shipment:oil -LOADED_AT-> port:east
        shipment:oil -RECEIVED_BY-> state:buyer
        cap:ceiling -CAPS_IMPORTS_OF-> state:buyer
        cap:ceiling -SET_BY-> agreement:resolution
        """;

    [Fact]
    public async Task A_state_is_never_passed()
    {
        var result = await ChainQuestion.AskAsync(OverState, "port:east", "agreement:resolution");

        Assert.Empty(result.Chains);
        Assert.Contains("Only paths through hubs exist, such as one over buyer", result.None, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_is_passed_when_hubs_are_allowed_and_the_answer_says_so()
    {
        var result = await ChainQuestion.AskAsync(OverState, new ChainRequest { From = "port:east", To = "agreement:resolution", AllowHubs = true });

        Assert.Equal("port:east shipment:oil state:buyer cap:ceiling agreement:resolution", Assert.Single(result.Chains).Stops());
        Assert.Equal(["Hubs were allowed: chain 1 passes buyer."], result.Warnings);
    }

    [Fact]
    public async Task A_state_may_be_an_end()
    {
        var result = await ChainQuestion.AskAsync(OverState, "port:east", "state:buyer");

        Assert.Equal("port:east shipment:oil state:buyer", Assert.Single(result.Chains).Stops());
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 0)]
    public async Task A_node_with_more_facts_than_the_limit_is_a_hub(int hubDegree, int chains)
    {
        var result = await ChainQuestion.AskAsync(
            OneShipment(), new ChainRequest { From = "port:east", To = "port:north", HubDegree = hubDegree });

        Assert.Equal(chains, result.Chains.Length);
    }

    [Theory]
    [InlineData("PLANNED")]
    [InlineData("ANNOUNCED")]
    public async Task What_did_not_take_place_is_passed_only_when_asked_for(string modality)
    {
        var graph = OneShipment(modality);

        var without = await ChainQuestion.AskAsync(graph, "port:east", "port:north");
        var with = await ChainQuestion.AskAsync(graph, new ChainRequest { From = "port:east", To = "port:north", Modalities = ["ACTUAL", modality] });

        Assert.Empty(without.Chains);
        Assert.Contains(
            $"“oil” is {modality.ToLowerInvariant()}; nothing here says that it took place.", Assert.Single(with.Chains).Caveats.Select(caveat => caveat.Text));
    }

    [Theory]
    [InlineData("RATE")]
    [InlineData("USE_EVIDENCE")]
    public async Task Rates_and_uses_are_passed_only_through_types(string form)
    {
        var graph =
            $"""
            arms:guns form={form}
            arms:guns -LOADED_AT-> port:east
            arms:guns -DISCHARGED_AT-> port:north
            """;

        var without = await ChainQuestion.AskAsync(graph, "port:east", "port:north");
        var with = await ChainQuestion.AskAsync(graph, new ChainRequest { From = "port:east", To = "port:north", Types = ["ARMS_TRANSFER"] });

        Assert.Empty(without.Chains);
        Assert.Single(with.Chains);
    }

    [Fact]
    public async Task An_end_may_be_of_any_form_and_modality()
    {
        var result = await ChainQuestion.AskAsync("arms:guns form=RATE PLANNED\narms:guns -LOADED_AT-> port:east", "arms:guns", "port:east");

        Assert.Single(result.Chains);
    }

    [Fact]
    public async Task What_was_retracted_is_never_passed()
    {
        var @event = await ChainQuestion.AskAsync(OneShipment("RETRACTED"), "port:east", "port:north");
        var edge = await ChainQuestion.AskAsync("shipment:oil -LOADED_AT-> port:east RETRACTED\nshipment:oil -BOUND_FOR-> port:north", "port:east", "port:north");

        Assert.Empty(@event.Chains);
        Assert.Empty(edge.Chains);
    }

    [Fact]
    public async Task Context_is_walked_only_through_types_and_the_answer_says_so()
    {
        const string graph =
            """
            vessel:ship -OWNED_BY-> org:owner
            vessel:other -OWNED_BY-> org:owner
            """;

        var without = await ChainQuestion.AskAsync(graph, "vessel:ship", "vessel:other");
        var with = await ChainQuestion.AskAsync(graph, new ChainRequest { From = "vessel:ship", To = "vessel:other", Types = ["OWNED_BY"] });

        Assert.Equal("No chain within 6 hops; 0 nodes explored, not truncated. No path of that length joins the two.", without.None);
        Assert.Single(with.Chains);
        Assert.Equal(["Context was walked (OWNED_BY): such edges are background, not movements."], with.Warnings);
    }

    [Fact]
    public async Task Types_with_edges_replace_the_facts_walked_otherwise()
    {
        var result = await ChainQuestion.AskAsync(
            OneShipment(), new ChainRequest { From = "port:east", To = "port:north", Types = ["LOADED_AT"] });

        Assert.Empty(result.Chains);
    }

    [Theory]
    [InlineData("BOUND_FOR")]
    [InlineData("SHIPMENT")]
    public async Task Excluded_types_are_not_passed(string type)
    {
        var result = await ChainQuestion.AskAsync(
            OneShipment(), new ChainRequest { From = "port:east", To = "port:north", ExcludeTypes = [type] });

        Assert.Empty(result.Chains);
    }

    [Theory]
    [InlineData("shipment:oil")]
    [InlineData("bound-for:oil--north")]
    public async Task What_is_to_be_avoided_is_not_passed(string id)
    {
        var result = await ChainQuestion.AskAsync(
            OneShipment(), new ChainRequest { From = "port:east", To = "port:north", Avoid = [id] });

        Assert.Empty(result.Chains);
    }

    [Theory]
    [InlineData("shipment:second")]
    [InlineData("bound-for:second--north")]
    [InlineData("port:north")]
    public async Task Via_keeps_the_chains_that_pass_it(string id)
    {
        var graph = OneShipment() + "\nshipment:second -LOADED_AT-> port:east\nshipment:second -BOUND_FOR-> port:north";

        var result = await ChainQuestion.AskAsync(graph, new ChainRequest { From = "port:east", To = "port:north", Via = [id] });

        Assert.Contains(result.Chains, chain => chain.Stops() == "port:east shipment:second port:north");
        Assert.Equal(id == "port:north" ? 0 : 1, result.Rejected.Via);
    }

    [Fact]
    public async Task All_of_via_must_be_passed()
    {
        var graph = OneShipment() + "\nshipment:oil -CARRIED_BY-> vessel:ship";

        var result = await ChainQuestion.AskAsync(graph, new ChainRequest { From = "port:east", To = "port:north", Via = ["shipment:oil", "vessel:ship"] });

        Assert.Empty(result.Chains);
        Assert.Contains("1 path does not pass oil and ship.", result.None, StringComparison.Ordinal);
    }

    //  port:east <- shipment:oil -> port:north
    private static string OneShipment(string attribute = "REPORTED") =>
        $"""
        shipment:oil {attribute}
        shipment:oil -LOADED_AT-> port:east
        shipment:oil -BOUND_FOR-> port:north
        """;
}
