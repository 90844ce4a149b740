using System.Text.Json.Nodes;
using FlowGraph.Query.Api;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>What a client gets when the request is right.</summary>
public sealed class AnswerTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("{ vessel(id: \"vessel:nobody\") { id } }", "vessel")]
    [InlineData("{ vessel(imo: \"9999993\") { id } }", "vessel")]
    [InlineData("{ vessel(id: \"port:rajin\") { id } }", "vessel")]
    [InlineData("{ vessel(id: \"vessel:chon-ma-san\", imo: \"9161003\") { id } }", "vessel")]
    [InlineData("{ node(id: \"carried-by:nothing--nobody\") { id } }", "node")]
    [InlineData("{ node(id: \"chain:aaaaaaaaaa-aaaaaaaaaa\") { id } }", "node")]
    [InlineData("{ fact(id: \"vessel:chon-ma-san\") { id } }", "fact")]
    public async Task Unknown_id_is_null(string query, string field)
    {
        var response = await server.PostAsync(query);

        Assert.Equal(200, response.Status);
        Assert.Equal($$$"""{"data":{"{{{field}}}":null}}""", response.Text);
    }

    [Fact]
    public async Task Operation_is_chosen_by_name()
    {
        const string query = "query A { a: __typename } query B { b: __typename }";

        Assert.Equal("""{"data":{"a":"Query"}}""", (await server.PostAsync(query, operationName: "A")).Text);
        Assert.Equal("""{"data":{"b":"Query"}}""", (await server.PostAsync(query, operationName: "B")).Text);
        Assert.Equal("BAD_USER_INPUT", (await server.PostAsync(query, operationName: "C")).Code);
        Assert.Equal("""{"data":{"a":"Query"}}""", (await server.PostAsync("{ a: __typename }", operationName: "")).Text);
    }

    [Fact]
    public async Task Null_and_unknown_parts_of_a_request_are_passed_over()
    {
        var response = await server.PostBytesAsync(
            """{"id":1,"query":"{ __typename }","variables":null,"operationName":null,"extensions":{"a":[1,{}]},"more":{"b":[]}}"""u8.ToArray(), "application/json", null);

        Assert.Equal("""{"data":{"__typename":"Query"}}""", response.Text);
    }

    [Fact]
    public async Task Everything_may_be_left_out()
    {
        var response = await server.PostAsync("query($no: Boolean = false) { release @include(if: $no) { id } }");

        Assert.Equal("""{"data":{}}""", response.Text);
    }

    [Theory]
    [InlineData("ID!", "node(id: $a) { __typename }", "\"vessel:nobody\"")]
    [InlineData("ID = \"vessel:nobody\"", "node(id: $a) { __typename }", null)]
    [InlineData("[ID!]!", "nodes(ids: $a) { __typename }", "[]")]
    [InlineData("ID!", "nodes(ids: [$a]) { __typename }", "\"vessel:nobody\"")]
    [InlineData("Int", "vessels(first: $a) { nodes { __typename } }", "0")]
    [InlineData("Int!", "vessels(first: $a) { nodes { __typename } }", "0")]
    [InlineData("[VesselSortInput!]!", "vessels(first: 0, order: $a) { nodes { __typename } }", "[]")]
    [InlineData("VesselSortInput!", "vessels(first: 0, order: [$a]) { nodes { __typename } }", "{\"id\":\"ASC\"}")]
    [InlineData("[String!]", "vessels(first: 0, where: { name: { in: $a } }) { nodes { __typename } }", "[]")]
    [InlineData("Int", "chains(from: \"port:rajin\", to: \"port:vostochny-port\", first: $a) { __typename }", "1")]
    [InlineData("Boolean = true", "vessels(first: 0) { nodes { __typename @skip(if: $a) } }", "false")]
    public async Task Variables_stand_where_their_type_fits(string type, string selection, string? value)
    {
        var variables = value is null ? [] : new JsonObject { ["a"] = JsonNode.Parse(value) };

        var response = await server.PostAsync($"query($a: {type}) {{ {selection} }}", variables);

        Assert.Equal((200, null), (response.Status, response.Code));
    }

    [Fact]
    public async Task Introspection_tells_the_types_of_the_schema()
    {
        var response = await server.PostAsync(StandardIntrospection.Query);

        var api = TestApplication.Shared.Application.Api;
        var types = response.Json["data"]!["__schema"]!["types"]!.AsArray().ToDictionary(type => (string)type!["name"]!, type => type!);
        Assert.Equal("Query", (string?)response.Json["data"]!["__schema"]!["queryType"]!["name"]);
        Assert.All(api.InOrder, type => Assert.Contains(type.Name, types.Keys));
        Assert.All(types.Keys.Where(name => !name.StartsWith("__", StringComparison.Ordinal)), name => Assert.Contains(name, api.Types.Keys));
        var fields = types["Vessel"]["fields"]!.AsArray().Select(field => (string)field!["name"]!);
        Assert.Equal(((ApiObject)api.Types["Vessel"]).Fields.Select(field => field.Name).Order(), fields.Order());
    }

    [Theory]
    [InlineData("{ __type(name: \"Vessel\") { kind name } vessel(id: \"vessel:chon-ma-san\") { name } t: __typename }", null,
        """{"data":{"__type":{"kind":"OBJECT","name":"Vessel"},"vessel":{"name":"Chon Ma San"},"t":"Query"}}""")]
    [InlineData("{ ...F } fragment F on Query { a: __type(name: \"Vessel\") { name } b: __type(name: \"Nothing\") { name } }", null,
        """{"data":{"a":{"name":"Vessel"},"b":null}}""")]
    [InlineData("{ ... { __schema { queryType { name } } } }", null, """{"data":{"__schema":{"queryType":{"name":"Query"}}}}""")]
    [InlineData("query A { __typename } query B { __schema { queryType { name } } }", "B", """{"data":{"__schema":{"queryType":{"name":"Query"}}}}""")]
    [InlineData("{ __schema @skip(if: true) { queryType { name } } __typename }", null, """{"data":{"__typename":"Query"}}""")]
    [InlineData("{ a: __type(name: \"State\") { name } a: __type(name: \"State\") { kind } }", null, """{"data":{"a":{"name":"State","kind":"OBJECT"}}}""")]
    public async Task Introspection_goes_with_data_fragments_and_names(string query, string? operationName, string expected)
    {
        var response = await server.PostAsync(query, operationName: operationName);

        Assert.Equal(expected, response.Text);
    }

    [Theory]
    [InlineData("Vessel", """{"data":{"__type":{"name":"Vessel"}}}""")]
    [InlineData("Nothing", """{"data":{"__type":null}}""")]
    public async Task Introspection_takes_variables(string name, string expected)
    {
        var variables = new JsonObject { ["name"] = name, ["all"] = true };

        var response = await server.PostAsync("query($name: String!, $all: Boolean!) { __type(name: $name) { name fields(includeDeprecated: true) @skip(if: $all) { name } } }", variables);

        Assert.Equal(expected, response.Text);
    }

    [Fact]
    public async Task Introspection_does_not_mind_the_variables_of_other_fields()
    {
        const string query = "query($first: Int!, $ids: [ID!]!, $where: VesselFilterInput!, $name: String!) "
            + "{ vessels(first: $first, where: $where) { nodes { id } } nodes(ids: $ids) { id } __type(name: $name) { name } }";

        var response = await server.PostAsync(query, new() { ["first"] = 0, ["ids"] = new JsonArray(), ["where"] = new JsonObject(), ["name"] = "State" });

        Assert.Equal("""{"data":{"vessels":{"nodes":[]},"nodes":[],"__type":{"name":"State"}}}""", response.Text);
    }

    [Fact]
    public async Task Introspection_takes_the_defaults_of_variables()
    {
        var response = await server.PostAsync("query($name: String! = \"State\", $when: Boolean = true) { __type(name: $name) @include(if: $when) { name } }");

        Assert.Equal("""{"data":{"__type":{"name":"State"}}}""", response.Text);
    }

    [Fact]
    public async Task Texts_come_out_as_they_are_stored()
    {
        var response = await server.PostAsync("{ state(id: \"state:dprk\") { nativeNames name } }");

        Assert.Equal(200, response.Status);
        Assert.Equal(TestApplication.Shared.Release.Nodes.Single(node => node.Id == "state:dprk")["name"], (string?)response.Json["data"]!["state"]!["name"]);
    }

    [Fact]
    public async Task Many_requests_at_once_are_answered_alike()
    {
        const string query = "{ shipments(order: [{ when: ASC }]) { totalCount nodes { name carriedBy { nodes { name flag { name } } } citations { source { title } } } } }";
        var first = await server.PostAsync(query);

        var all = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => server.PostAsync(query)));

        Assert.All(all, response => Assert.Equal(first, response));
        Assert.Empty(server.Errors);
    }
}
