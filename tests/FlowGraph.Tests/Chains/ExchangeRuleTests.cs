using FlowGraph.Query.Chains;
using Xunit;

namespace FlowGraph.Tests.Chains;

public sealed class ExchangeRuleTests
{
    //  port:east <- shipment:oil -> port:north <- deployment:troops -> area:front
    private const string SharedPort =
        """
        shipment:oil -LOADED_AT-> port:east
        shipment:oil -BOUND_FOR-> port:north
        deployment:troops -EMBARKED_AT-> port:north
        deployment:troops -DEPLOYED_TO-> area:front
        """;

    //  port:east <- shipment:oil <- exchange:swap -> deployment:troops -> area:front
    private const string Exchange =
        """
        shipment:oil -LOADED_AT-> port:east
        exchange:swap -HAS_OIL_LEG-> shipment:oil
        exchange:swap -HAS_TROOPS_LEG-> deployment:troops
        deployment:troops -DEPLOYED_TO-> area:front
        """;

    //  port:east <- shipment:first -> vessel:ship <- shipment:second -> port:south
    private const string SharedShip =
        """
        shipment:first -LOADED_AT-> port:east
        shipment:first -CARRIED_BY-> vessel:ship
        shipment:second -CARRIED_BY-> vessel:ship
        shipment:second -DISCHARGED_AT-> port:south
        """;

    [Fact]
    public async Task A_port_shared_by_oil_and_troops_is_a_coincidence()
    {
        var result = await ChainQuestion.AskAsync(SharedPort, "port:east", "area:front");

        Assert.Empty(result.Chains);
        Assert.Equal(new ChainRejections(1, 0, 0, 0, 0, 0), result.Rejected);
        Assert.Equal("No chain within 6 hops; 5 nodes explored, not truncated. 1 path joins oil to troops only by a shared port, and no source connects them.", result.None);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_coincidence_stays_one_whatever_is_allowed(bool hubs, bool sharedPlaces)
    {
        var result = await ChainQuestion.AskAsync(
            SharedPort, new ChainRequest { From = "port:east", To = "area:front", AllowHubs = hubs, SharedPlaces = sharedPlaces });

        Assert.Empty(result.Chains);
        Assert.Equal(1, result.Rejected.Coincidence);
    }

    [Fact]
    public async Task The_exchange_joins_oil_to_troops()
    {
        var result = await ChainQuestion.AskAsync(SharedPort + "\n" + Exchange.Replace("shipment:oil -LOADED_AT-> port:east", "", StringComparison.Ordinal).Replace("deployment:troops -DEPLOYED_TO-> area:front", "", StringComparison.Ordinal), "port:east", "area:front");

        var chain = Assert.Single(result.Chains);
        Assert.Equal("port:east shipment:oil exchange:swap deployment:troops area:front", chain.Stops());
        Assert.Equal(1, result.Rejected.Coincidence);
        Assert.Null(result.None);
    }

    [Fact]
    public async Task Ends_count_as_movements()
    {
        var result = await ChainQuestion.AskAsync(SharedPort, "shipment:oil", "deployment:troops");

        Assert.Empty(result.Chains);
        Assert.Equal(1, result.Rejected.Coincidence);
    }

    [Fact]
    public async Task Two_cargoes_on_one_ship_are_no_chain_unless_shared_places_are_wanted()
    {
        var without = await ChainQuestion.AskAsync(SharedShip, "port:east", "port:south");
        var with = await ChainQuestion.AskAsync(SharedShip, new ChainRequest { From = "port:east", To = "port:south", SharedPlaces = true });

        Assert.Empty(without.Chains);
        Assert.Equal(1, without.Rejected.SharedPlace);
        Assert.Contains("a shared ship", without.None, StringComparison.Ordinal);
        Assert.Contains("first and second meet over ship: same ship, not the same cargo.", Assert.Single(with.Chains).Why, StringComparison.Ordinal);
        Assert.Equal(["Shared places were allowed: chain 1 shares ship."], with.Warnings);
    }

    [Fact]
    public async Task A_shared_port_is_the_same_place()
    {
        const string graph =
            """
            shipment:first -CARRIED_BY-> vessel:one
            shipment:first -LOADED_AT-> port:east
            shipment:second -LOADED_AT-> port:east
            shipment:second -CARRIED_BY-> vessel:two
            """;

        var result = await ChainQuestion.AskAsync(graph, new ChainRequest { From = "vessel:one", To = "vessel:two", SharedPlaces = true });

        Assert.Contains("same place, not the same cargo", Assert.Single(result.Chains).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_and_its_whole_are_joined_by_an_edge_of_their_own()
    {
        const string graph =
            """
            shipment:voyage -LOADED_AT-> port:east
            shipment:voyage -PART_OF-> shipment:series
            shipment:series -BOUND_FOR-> port:north
            """;

        var result = await ChainQuestion.AskAsync(graph, "port:east", "port:north");

        Assert.Equal("port:east shipment:voyage shipment:series port:north", Assert.Single(result.Chains).Stops());
    }

    [Fact]
    public async Task A_coincidence_outweighs_a_shared_place_earlier_on_the_path()
    {
        //  vessel:one <- shipment:a -> port:east <- shipment:b -> port:north <- arms:guns -> vessel:two
        const string graph =
            """
            shipment:a -CARRIED_BY-> vessel:one
            shipment:a -LOADED_AT-> port:east
            shipment:b -LOADED_AT-> port:east
            shipment:b -BOUND_FOR-> port:north
            arms:guns -LOADED_AT-> port:north
            arms:guns -CARRIED_BY-> vessel:two
            """;

        var result = await ChainQuestion.AskAsync(graph, "vessel:one", "vessel:two");

        Assert.Equal(new ChainRejections(1, 0, 0, 0, 0, 0), result.Rejected);
    }
}
