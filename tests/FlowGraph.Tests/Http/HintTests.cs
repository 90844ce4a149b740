using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>A name that does not exist is answered with the nearest one that does, and what the API leaves out on purpose with a sentence.</summary>
public sealed class HintTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("{ vesel(id: \"vessel:chon-ma-san\") { id } }", "vessel")]
    [InlineData("{ vessels { nodes { nmae } } }", "name")]
    [InlineData("{ vessels(frist: 3) { totalCount } }", "first")]
    [InlineData("{ vessels(where: { nam: { eq: \"x\" } }) { totalCount } }", "name")]
    [InlineData("{ vessels(where: { name: { contians: \"x\" } }) { totalCount } }", "contains")]
    [InlineData("{ vessels(where: { or: [{ name: { eq: \"x\" } }, { name: { startWith: \"x\" } }] }) { totalCount } }", "startsWith")]
    [InlineData("{ vessels(unrelated: 1) { totalCount } }", null)]
    [InlineData("{ facts: shipments(where: { confidence: { eq: HIG } }) { totalCount } }", "HIGH")]
    [InlineData("{ vessels(order: [{ name: DESK }]) { totalCount } }", "DESC")]
    [InlineData("{ vessels { totalCount @incldue(if: true) } }", "include")]
    [InlineData("query($a: VesselFilterInpt) { vessels(where: $a) { totalCount } }", "VesselFilterInput")]
    [InlineData("{ node(id: \"vessel:chon-ma-san\") { ... on Vesel { name } } }", "Vessel")]
    [InlineData("{ ...Nowher } fragment Nowhere on Query { __typename }", "Nowhere")]
    [InlineData("query($first: Int) { a: vessels(first: $first) { totalCount } b: vessels(first: $frist) { totalCount } }", "first")]
    public async Task A_near_name_is_hinted_at(string query, string? meant)
    {
        var response = await server.PostAsync(query);

        Assert.Equal((400, "GRAPHQL_VALIDATION_FAILED"), (response.Status, response.Code));
        var hints = response.Json["errors"]!.AsArray().Select(error => (string?)error!["extensions"]!["hint"]).Where(hint => hint is not null).ToList();
        if (meant is null)
            Assert.Empty(hints);
        else
            Assert.Contains(hints, hint => hint!.StartsWith("Did you mean ", StringComparison.Ordinal) && hint.EndsWith('?') && hint.Contains($"'{meant}'", StringComparison.Ordinal));
        Assert.All(response.Json["errors"]!.AsArray(), error => Assert.EndsWith(".", (string)error!["message"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_in_a_literal_is_told_with_its_path()
    {
        var response = await server.PostAsync("{ vessels(where: { or: [{ name: { eq: \"x\" } }, { nmae: { eq: \"x\" } }] }) { totalCount } }");

        Assert.Equal("where.or[1].nmae: VesselFilterInput has no field 'nmae'.", response.Message);
    }

    [Fact]
    public async Task A_fault_has_its_line_and_column()
    {
        var response = await server.PostAsync("{ vessels { nodes { nmae } } }");

        Assert.Equal("""[{"line":1,"column":21}]""", response.Json["errors"]![0]!["locations"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{ ... @defer { vessels { totalCount } } }", "@defer")]
    [InlineData("{ vessels { nodes @stream(initialCount: 1) { id } } }", "@stream")]
    public async Task Answers_in_parts_are_refused_with_a_sentence(string query, string directive)
    {
        var response = await server.PostAsync(query);

        Assert.Equal((400, "GRAPHQL_VALIDATION_FAILED"), (response.Status, response.Code));
        Assert.StartsWith($"Found {directive}, expected none: this API answers an operation as a whole", response.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batches_are_refused_with_a_sentence()
    {
        var response = await server.PostBytesAsync("[{\"query\":\"{ __typename }\"}]"u8.ToArray(), "application/json", null);

        Assert.Equal((400, "BAD_USER_INPUT"), (response.Status, response.Code));
        Assert.Contains("takes no batches", response.Message, StringComparison.Ordinal);
    }
}
