using System.Text;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>What a client can get wrong: each has a code and a sentence, none is a fault of ours.</summary>
public sealed class BadRequestTests(TestServer server) : IClassFixture<TestServer>
{
    private const string GraphQL = "application/graphql-response+json";

    /// <summary>A declared type and a place that it does not fit.</summary>
    public static TheoryData<string, string> Misfits => new()
    {
        { "Boolean!", "node(id: $a) { id }" },
        { "Int!", "node(id: $a) { id }" },
        { "ID", "node(id: $a) { id }" },
        { "ID = null", "node(id: $a) { id }" },
        { "[ID!]!", "node(id: $a) { id }" },
        { "ID!", "nodes(ids: $a) { id }" },
        { "[ID]!", "nodes(ids: $a) { id }" },
        { "[Int!]!", "nodes(ids: $a) { id }" },
        { "[[ID!]!]!", "nodes(ids: $a) { id }" },
        { "String", "vessels(first: $a) { totalCount }" },
        { "[PortSortInput!]", "vessels(order: $a) { totalCount }" },
        { "[VesselSortInput]", "vessels(order: $a) { totalCount }" },
        { "PortSortInput!", "vessels(order: [$a]) { totalCount }" },
        { "PortFilterInput", "vessels(where: $a) { totalCount }" },
        { "[Int]", "vessels(where: { id: { in: $a } }) { totalCount }" },
        { "[StringOperationFilterInput]", "vessels(where: { name: { and: $a } }) { totalCount }" },
        { "String!", "vessels { totalCount @skip(if: $a) }" },
        { "Boolean", "vessels { totalCount @include(if: $a) }" },
        { "Int!", "__type(name: $a) { name }" },
        { "ID!", "__type(name: \"Vessel\") { fields(includeDeprecated: $a) { name } }" },
    };

    public static TheoryData<string, string> Bodies => new()
    {
        { "", "BAD_USER_INPUT" },
        { " ", "BAD_USER_INPUT" },
        { "{", "BAD_USER_INPUT" },
        { "null", "BAD_USER_INPUT" },
        { "42", "BAD_USER_INPUT" },
        { "\"{ __typename }\"", "BAD_USER_INPUT" },
        { "[{\"query\":\"{ __typename }\"}]", "BAD_USER_INPUT" },
        { "{}", "BAD_USER_INPUT" },
        { "{\"query\":null}", "BAD_USER_INPUT" },
        { "{\"query\":1}", "BAD_USER_INPUT" },
        { "{\"query\":{}}", "BAD_USER_INPUT" },
        { "{\"query\":\"{ __typename }\"} trailing", "BAD_USER_INPUT" },
        { "{\"query\":\"{ __typename }\",}", "BAD_USER_INPUT" },
        { "{\"query\":\"{ __typename }\",\"variables\":[]}", "BAD_USER_INPUT" },
        { "{\"query\":\"{ __typename }\",\"variables\":\"{}\"}", "BAD_USER_INPUT" },
        { "{\"query\":\"{ __typename }\",\"operationName\":1}", "BAD_USER_INPUT" },
        { "{\"query\":\"{ __typename }\",\"extensions\":1}", "BAD_USER_INPUT" },
        { "{\"query\":\"\"}", "GRAPHQL_VALIDATION_FAILED" },
        { "{\"query\":\"# only a comment\"}", "GRAPHQL_VALIDATION_FAILED" },
        { "{\"query\":\"{ vessel(id: \\\"\\ud800\\\") { id } }\"}", "GRAPHQL_PARSE_FAILED" },
        { "{\"query\":\"query($a: String) { vessels(after: $a) { totalCount } }\",\"variables\":{\"a\":\"\\udc00\"}}", "GRAPHQL_PARSE_FAILED" },
    };

    public static TheoryData<string, string> Queries => new()
    {
        { "{ vesel(id: \"vessel:chon-ma-san\") { id } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ vessels { totalCount { x } } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ vessels }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ vessels(size: 3) { totalCount } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ vessels(first: \"3\") { totalCount } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ vessels(where: { name: { equals: \"x\" } }) { totalCount } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ vessels(where: { category: { eq: SUBMARINE } }) { totalCount } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ vessels(first: 99999999999999999999) { totalCount } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ vessels(first: 1e400) { totalCount } }", "GRAPHQL_VALIDATION_FAILED" },
        { "query($a: Vessel) { vessels { totalCount } }", "GRAPHQL_VALIDATION_FAILED" },
        { "query($a: [Vessel!]! = 1) { vessels { totalCount } }", "GRAPHQL_VALIDATION_FAILED" },
        { "query($a: Nothing = 1) { vessels(first: $a) { totalCount } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ a: vessels(first: 1) { totalCount } a: vessels(first: 2) { totalCount } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ ...Nowhere }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ __typename } fragment F on Query { __typename }", "GRAPHQL_VALIDATION_FAILED" },
        { "fragment F on Query { __typename }", "GRAPHQL_VALIDATION_FAILED" },
        { "mutation { release { id } }", "GRAPHQL_VALIDATION_FAILED" },
        { "mutation { addVessel(name: \"x\") { id } }", "GRAPHQL_VALIDATION_FAILED" },
        { "subscription { release { id } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ ... @defer { vessels { totalCount } } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ vessels { nodes @stream(initialCount: 1) { id } } }", "GRAPHQL_VALIDATION_FAILED" },
        { "type Vessel { id: ID }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ __typename } type Vessel { id: ID }", "GRAPHQL_VALIDATION_FAILED" },
        { "query A { __typename } query B { __typename }", "BAD_USER_INPUT" },
        { "{ vessels(first: -1) { totalCount } }", "BAD_USER_INPUT" },
        { "{ vessels(first: 201) { totalCount } }", "LIMIT_PAGE" },
        { "{ vessels(last: 201) { totalCount } }", "LIMIT_PAGE" },
        { "{ vessels(last: -1) { totalCount } }", "BAD_USER_INPUT" },
        { "{ vessels(first: 1, last: 1) { totalCount } }", "BAD_USER_INPUT" },
        { "{ vessels(before: \"nothing\") { totalCount } }", "BAD_USER_INPUT" },
        { "{ vessels(where: { shipments: { some: null } }) { totalCount } }", "BAD_USER_INPUT" },
        { "{ vessels(where: { shipmentsEdges: { some: { node: null } } }) { totalCount } }", "BAD_USER_INPUT" },
        { "{ shipments(order: [{ loadedAt: {} }]) { totalCount } }", "BAD_USER_INPUT" },
        { "{ vessels(after: \"nothing\") { totalCount } }", "BAD_USER_INPUT" },
        { "{ vessels(after: \"\") { totalCount } }", "BAD_USER_INPUT" },
        { "{ vessels(order: [{ name: ASC, id: ASC }]) { totalCount } }", "BAD_USER_INPUT" },
        { "{ vessels(order: [{}]) { totalCount } }", "BAD_USER_INPUT" },
        { "{ vessels(where: { name: { contains: null } }) { totalCount } }", "BAD_USER_INPUT" },
        { "{ vessels(where: { name: null }) { totalCount } }", "BAD_USER_INPUT" },
        { "{ shipments(where: { when: { overlaps: { from: \"2024-02-01\", to: \"2024-01-01\" } } }) { totalCount } }", "BAD_USER_INPUT" },
        { "{ shipments(where: { when: { before: \"2024-13-01\" } }) { totalCount } }", "BAD_USER_INPUT" },
        { "{ shipments(where: { when: { eq: \"March\" } }) { totalCount } }", "NOT_A_VALID_EDTF" },
        { "{ vessel { id } }", "BAD_USER_INPUT" },
        { "{ vessel(id: \"Chon Ma San\") { id } }", "NOT_A_VALID_ID" },
        { "{ node(id: \"\") { id } }", "NOT_A_VALID_ID" },
        { "{ vessel(imo: \"9161004\") { id } }", "NOT_A_VALID_IMO" },
        { "{ vessel(imo: \"ninety\") { id } }", "NOT_A_VALID_IMO" },
        { "{ port(unlocode: \"RU VYP\") { id } }", "BAD_USER_INPUT" },
        { "{ state(iso2: \"russia\") { id } }", "BAD_USER_INPUT" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_that_is_no_request_is_refused(string body, string code)
    {
        var response = await server.PostBytesAsync(Encoding.UTF8.GetBytes(body), "application/json", GraphQL);

        AssertRefused(response, code);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Query_that_cannot_be_answered_is_refused(string query, string code)
    {
        var response = await server.PostAsync(query);

        AssertRefused(response, code);
    }

    [Theory]
    [MemberData(nameof(Misfits))]
    public async Task Variable_of_another_type_than_its_place_is_refused(string type, string selection) =>
        AssertRefused(await server.PostAsync($"query($a: {type}) {{ {selection} }}", new() { ["a"] = null }), "GRAPHQL_VALIDATION_FAILED");

    [Fact]
    public async Task Two_operations_of_one_name_are_refused() =>
        AssertRefused(await server.PostAsync("query A { __typename } query A { __typename }", operationName: "A"), "GRAPHQL_VALIDATION_FAILED");

    [Fact]
    public async Task Broken_utf_8_is_refused()
    {
        byte[] body = [.. "{\"query\":\"{ vessel(id: \\\""u8, 0xff, 0xc3, .. "\\\") { id } }\"}"u8];

        AssertRefused(await server.PostBytesAsync(body, "application/json", GraphQL), "GRAPHQL_PARSE_FAILED");
    }

    [Fact]
    public async Task Wrong_check_digit_of_an_imo_number_is_told()
    {
        var response = await server.PostAsync("{ vessel(imo: \"9161004\") { id } }");

        AssertRefused(response, "NOT_A_VALID_IMO");
        Assert.Contains("3", (string?)response.Extensions!["hint"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_is_told_with_what_was_found_and_what_is_allowed()
    {
        var response = await server.PostAsync("query($n: Int) { vessels(first: $n) { totalCount } }", new() { ["n"] = 201 });

        AssertRefused(response, "LIMIT_PAGE");
        Assert.Equal(("LIMIT_PAGE", 201, 200), ((string?)response.Extensions!["limit"], (int)response.Extensions["found"]!, (int)response.Extensions["allowed"]!));
    }

    [Fact]
    public async Task Wrong_variables_are_reported_all_at_once_by_their_names()
    {
        var response = await server.PostAsync(
            "query($id: ID!, $n: Int!, $day: Date) { vessel(id: $id) { shipments(first: $n, where: { when: { before: $day } }) { totalCount } } }",
            new() { ["id"] = "no id", ["day"] = 7 });

        AssertRefused(response, "NOT_A_VALID_ID");
        var messages = response.Json["errors"]!.AsArray().Select(error => (string)error!["message"]!).ToList();
        Assert.Equal(3, messages.Count);
        Assert.Contains("$id", messages[0], StringComparison.Ordinal);
        Assert.Contains("$n", messages[1], StringComparison.Ordinal);
        Assert.Contains("$day", messages[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(100)]
    [InlineData(5000)]
    public async Task Deep_nesting_is_refused(int depth)
    {
        var (open, close) = (string.Concat(Enumerable.Repeat("{ partOf { nodes ", depth)), string.Concat(Enumerable.Repeat("} }", depth)));
        var query = $"{{ shipments {{ nodes {open} {{ id }} {close} }} }}";

        var response = await server.PostAsync(query);

        Assert.Equal(400, response.Status);
        Assert.Contains(response.Code, (string[])["LIMIT_DEPTH", "LIMIT_TOKENS"]);
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public async Task Deeply_nested_values_are_refused(char open, char close)
    {
        var value = open == '[' ? new string(open, 20_000) + new string(close, 20_000) : $"{string.Concat(Enumerable.Repeat("{not:", 5_000))}{{}}{new string(close, 5_000)}";

        var response = await server.PostAsync($"{{ vessels(where: {value}) {{ totalCount }} }}");

        Assert.Equal(400, response.Status);
        Assert.NotEqual("INTERNAL", response.Code);
    }

    [Fact]
    public async Task Deeply_nested_variables_are_refused()
    {
        var body = $$$"""{"query":"query($w: VesselFilterInput) { vessels(where: $w) { totalCount } }","variables":{"w":{{{string.Concat(Enumerable.Repeat("{\"not\":", 5000))}}}{}{{{new string('}', 5000)}}}}}""";

        var response = await server.PostBytesAsync(Encoding.UTF8.GetBytes(body), "application/json", GraphQL);

        AssertRefused(response, "BAD_USER_INPUT");
    }

    [Fact]
    public async Task Selections_that_fragments_multiply_are_refused()
    {
        // Each fragment spreads the next one ten times: a thousand million selections in a few lines.
        var fragments = string.Concat(Enumerable.Range(0, 9).Select(i => $" fragment F{i} on Query {{ {string.Concat(Enumerable.Range(0, 10).Select(_ => $"...F{i + 1} "))} }}"));

        var response = await server.PostAsync($"{{ ...F0 }}{fragments} fragment F9 on Query {{ __typename }}");

        AssertRefused(response, "LIMIT_REPEATS");
    }

    private void AssertRefused(TestResponse response, string code)
    {
        Assert.Equal((400, code), (response.Status, response.Code));
        Assert.False(response.HasData);
        Assert.All(response.Json["errors"]!.AsArray(), error => Assert.NotEmpty((string)error!["message"]!));
        Assert.DoesNotContain("   at ", response.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", response.Text, StringComparison.Ordinal);
        Assert.Empty(server.Errors);
    }
}
