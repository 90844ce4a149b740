using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Surroundings;
using FlowGraph.TestKit.Records;
using Xunit;

namespace FlowGraph.Tests.Surroundings;

public sealed class NeighborhoodTests
{
    //  shipment:a, shipment:b and shipment:c were loaded at port:east; a has three facts, b two, c one
    private const string East =
        """
        port:east -LOCATED_IN-> state:north
        shipment:a -LOADED_AT-> port:east
        shipment:b -LOADED_AT-> port:east  LOW
        shipment:c -LOADED_AT-> port:east  MODERATE
        shipment:a -CARRIED_BY-> vessel:one
        shipment:b -CARRIED_BY-> vessel:one
        shipment:a -DISCHARGED_AT-> port:east
        """;

    [Fact]
    public async Task Shows_the_least_connected_first_in_groups_by_type_and_direction()
    {
        var around = await AskAsync(East, "port:east");

        Assert.Equal(5, around!.TotalCount);
        Assert.Equal(["LOCATED_IN Out 1: located-in:east--north", "LOADED_AT In 3: loaded-at:c--east loaded-at:b--east loaded-at:a--east", "DISCHARGED_AT In 1: discharged-at:a--east"], Groups(around));
    }

    [Fact]
    public async Task Says_on_one_line_what_there_is()
    {
        var around = await AskAsync(East + "\nport:east name=East\tby\u2028the_sea", "port:east", perType: 2);

        Assert.Equal("East by the sea: 5 links; located in → 1: north; loaded at ← 3: c · b · 1 more; discharged at ← 1: a", around!.Text);
    }

    [Fact]
    public async Task Counts_where_no_links_are_asked_for()
    {
        var around = await AskAsync(East, "port:east", perType: 0);

        Assert.Equal(["LOCATED_IN Out 1: ", "LOADED_AT In 3: ", "DISCHARGED_AT In 1: "], Groups(around!));
        Assert.Equal("east: 5 links; located in → 1; loaded at ← 3; discharged at ← 1", around!.Text);
    }

    [Theory]
    [InlineData("", Direction.Out, null, "LOCATED_IN Out 1: located-in:east--north")]
    [InlineData("DISCHARGED_AT", null, null, "DISCHARGED_AT In 1: discharged-at:a--east")]
    [InlineData("STATE", null, null, "LOCATED_IN Out 1: located-in:east--north")]
    [InlineData("LOADED_AT", null, Confidence.Moderate, "LOADED_AT In 2: loaded-at:c--east loaded-at:a--east")]
    [InlineData("CLAIM", null, null, "")]
    public async Task Leaves_out_what_was_not_asked_for(string types, Direction? direction, Confidence? least, string expected)
    {
        var around = await AskAsync(East, "port:east", types: types.Split(' ', StringSplitOptions.RemoveEmptyEntries), direction: direction, least: least);

        Assert.Equal(expected, string.Join("; ", Groups(around!)));
    }

    [Fact]
    public async Task Does_not_show_what_is_retracted()
    {
        var around = await AskAsync(East.Replace("a -DISCHARGED_AT-> port:east", "a -DISCHARGED_AT-> port:east RETRACTED", StringComparison.Ordinal) + "\nshipment:b RETRACTED", "port:east");

        Assert.Equal(["LOCATED_IN Out 1: located-in:east--north", "LOADED_AT In 2: loaded-at:c--east loaded-at:a--east"], Groups(around!));
    }

    [Fact]
    public async Task Shows_what_is_around_a_retracted_node_that_was_asked_for() =>
        Assert.Equal(["LOADED_AT Out 1: loaded-at:c--east"], Groups((await AskAsync(East + "\nshipment:c RETRACTED", "shipment:c"))!));

    [Fact]
    public async Task Sees_an_edge_to_the_node_itself_from_both_ends() =>
        Assert.Equal(["PART_OF Out 1: part-of:a--a", "PART_OF In 1: part-of:a--a"], Groups((await AskAsync("shipment:a -PART_OF-> shipment:a", "shipment:a"))!));

    [Theory]
    [InlineData("port:west")]
    [InlineData("loaded-at:a--east")]
    public async Task Is_null_for_what_is_no_node(string id) => Assert.Null(await AskAsync(East, id));

    private static ValueTask<Neighborhood?> AskAsync(string graph, string id, int perType = 10, string[]? types = null, Direction? direction = null, Confidence? least = null) =>
        NeighborhoodFinder.FindAsync(new RecordsChainStore(GraphSketch.Draw(graph)), new(id, perType, new StepTypes(types ?? []), direction, least), TestContext.Current.CancellationToken);

    private static IEnumerable<string> Groups(Neighborhood around) =>
        around.Groups.Select(group => FormattableString.Invariant($"{group.Type.Name} {group.Direction} {group.TotalCount}: {string.Join(' ', group.Links.Select(link => link.FactId))}"));
}
