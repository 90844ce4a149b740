using System.Text.Json.Nodes;
using FlowGraph.Query.Input;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Query;

/// <summary>Over all objects selected, rows times plain values of a row; rows multiply down the tree.</summary>
public sealed class PlanCostTests
{
    [Theory]
    [InlineData("{ __typename }", 1)]
    [InlineData("{ release { id title } }", 2)]
    [InlineData("{ vessel(id: \"vessel:angara\") { id name } }", 2)]
    [InlineData("{ a: vessel(id: \"vessel:angara\") { id } b: vessel(id: \"vessel:maria\") { id } }", 2)]
    [InlineData("{ vessel(id: \"vessel:angara\") { id id a: id } }", 2)]
    [InlineData("{ vessels { totalCount } }", 20)]
    [InlineData("{ vessels(first: 0) { totalCount } }", 0)]
    [InlineData("{ vessels(first: 7) { nodes { id name } } }", 14)]
    [InlineData("{ vessels(first: 7) { edges { cursor node { id name } } pageInfo { hasNextPage } } }", 28)]
    [InlineData("{ vessels(first: 5) { nodes { id shipments(first: 3) { nodes { id name } } } } }", 5 + 5 * 3 * 2)]
    [InlineData("{ vessels { nodes { citations { id source { id } } } } }", 20 * 4 * 2)]
    [InlineData("{ shipment(id: \"shipment:osc-43-trips-2024\") { barrels { low claims { id } } claims { id } when { edtf } } }", 1 + 6 + 6 + 1)]
    [InlineData("{ nodes(ids: [\"vessel:angara\", \"vessel:maria\", \"state:russia\"]) { id } }", 3)]
    [InlineData("{ chains(from: \"port:rajin\", to: \"area:kursk-oblast\") { none chains { id hops { index } } } }", 1 + 3 * (1 + 6))]
    [InlineData("{ chains(from: \"port:rajin\", to: \"area:kursk-oblast\", first: 2, maxHops: 5) { chains { id hops { index } } } }", 2 * (1 + 5))]
    [InlineData("{ chain(id: \"chain:x\") { id hops { index } } }", 1 + 8)]
    [InlineData("{ release { counts { type count } } }", 20 * 2)]
    [InlineData("{ __schema { types { name fields { name } } } }", 0)]
    // Of the types that can stand there, the most expensive one.
    [InlineData("{ node(id: \"vessel:angara\") { id ... on Vessel { name imo } ... on Port { name } } }", 3)]
    [InlineData("{ node(id: \"vessel:angara\") { ... on Vessel { shipments(first: 10) { nodes { id } } } ... on Entity { citations { id } } } }", 14)]
    public async Task Counts_rows_times_plain_values(string query, long cost) =>
        Assert.Equal(cost, await CostAsync(query, []));

    [Fact]
    public async Task Variables_are_counted_with_the_values_they_have()
    {
        const string Query = "query($n: Int = 4, $m: Int, $ids: [ID!]!) { vessels(first: $n) { nodes { id shipments(first: $m) { nodes { id } } } } nodes(ids: $ids) { id } }";

        Assert.Equal(4 + 4 * 20 + 2, await CostAsync(Query, new() { ["ids"] = new JsonArray("vessel:angara", "state:russia") }));
        Assert.Equal(10 + 10 * 200 + 1, await CostAsync(Query, new() { ["n"] = 10, ["m"] = 200, ["ids"] = "state:russia" }));
        Assert.Equal(20 + 20 * 20, await CostAsync(Query, new() { ["n"] = null, ["m"] = null, ["ids"] = new JsonArray() }));
    }

    [Fact]
    public async Task Only_what_is_included_is_counted()
    {
        const string Query = "query($a: Boolean!) { vessels(first: 10) { totalCount nodes @include(if: $a) { id name } } }";

        Assert.Equal(10, await CostAsync(Query, new() { ["a"] = false }));
        Assert.Equal(30, await CostAsync(Query, new() { ["a"] = true }));
    }

    [Fact]
    public async Task Deep_lists_of_any_type_are_added_up_in_no_time_and_never_overflow()
    {
        var query = "{ id }";
        for (var i = 0; i < 4; i++)
        {
            query = $"{{ id ... on Fact {{ type citations {{ subject {query} }} }} ... on Entity {{ name citations {{ fact {{ id }} subject {query} }} }} "
                + $"... on Source {{ supports(first: $n) {{ edges {{ citations {{ subject {query} }} }} }} }} ... on Shipment {{ claims {{ subject {query} }} }} }}";
        }

        var cost = await CostAsync($"query($n: Int) {{ node(id: \"vessel:angara\") {query} }}", new() { ["n"] = 200 }, new() { Selections = 100_000, Depth = 100 });

        Assert.InRange(cost, 1_000_000, long.MaxValue);
    }

    private static async Task<long> CostAsync(string query, JsonObject variables, FlowGraph.Query.Plan.QueryLimits? limits = null)
    {
        using var other = limits is null ? null : Server.Application.Shipped(limits, new() { Tokens = 100_000 });
        var application = other ?? TestApplication.Shared.Application;
        using var request = TestApplication.Request(query, variables);
        var document = await application.Executor.PrepareAsync(request, TestContext.Current.CancellationToken);
        var values = new InputCoercion(application.Api).Variables(document.Operation.Variables, request.Variables);
        return document.Plan(values).Cost.Of(values);
    }
}
