using System.Net;
using System.Text;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>Which media type and which status a response has.</summary>
public sealed class MediaTypeTests(TestServer server) : IClassFixture<TestServer>
{
    private const string GraphQL = "application/graphql-response+json";

    private const string Json = "application/json";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/graphql-response+json", GraphQL)]
    [InlineData("application/graphql-response+json, application/json;q=0.9", GraphQL)]
    [InlineData("application/json, application/graphql-response+json;q=0.5", Json)]
    [InlineData("text/html, application/graphql-response+json;q=0.8, */*;q=0.1", GraphQL)]
    public async Task Follows_the_accept_header(string? accept, string expected)
    {
        var response = await server.PostBytesAsync("{\"query\":\"{ __typename }\"}"u8.ToArray(), "application/json", accept);

        Assert.Equal(200, response.Status);
        Assert.Equal(expected, response.MediaType);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", response.Text);
    }

    [Fact]
    public async Task Accepting_neither_is_406()
    {
        var response = await server.PostBytesAsync("{\"query\":\"{ __typename }\"}"u8.ToArray(), "application/json", "text/html");

        Assert.Equal(406, response.Status);
        Assert.Equal("BAD_USER_INPUT", response.Code);
    }

    [Theory]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ vessels(first: 201) { totalCount } }", "LIMIT_PAGE")]
    [InlineData("{ broken", "GRAPHQL_PARSE_FAILED")]
    public async Task A_request_error_is_400_for_graphql_and_200_for_json(string query, string code)
    {
        var modern = await server.PostAsync(query, accept: GraphQL);
        var legacy = await server.PostAsync(query, accept: Json);

        Assert.Equal((400, GraphQL, code), (modern.Status, modern.MediaType, modern.Code));
        Assert.Equal((200, Json, code), (legacy.Status, legacy.MediaType, legacy.Code));
        Assert.False(modern.HasData);
        Assert.False(legacy.HasData);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task A_body_that_is_not_declared_as_json_is_415(string? contentType)
    {
        var response = await server.PostBytesAsync("{\"query\":\"{ __typename }\"}"u8.ToArray(), contentType, GraphQL);

        Assert.Equal(415, response.Status);
        Assert.Equal("BAD_USER_INPUT", response.Code);
        Assert.Contains("application/json", response.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("Application/JSON")]
    public async Task Json_in_utf_8_is_read_however_it_is_declared(string contentType)
    {
        var response = await server.PostBytesAsync("{\"query\":\"{ __typename }\"}"u8.ToArray(), contentType, null);

        Assert.Equal(200, response.Status);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql");

        var response = await server.SendAsync(request, GraphQL);

        Assert.Equal(405, response.Status);
    }

    [Fact]
    public async Task Get_answers_with_variables_and_operation_name()
    {
        var query = WebUtility.UrlEncode("query A { __typename } query B($id: ID!) { vessel(id: $id) { name } }");
        var variables = WebUtility.UrlEncode("""{"id":"vessel:chon-ma-san"}""");

        var response = await server.GetAsync($"/graphql?query={query}&variables={variables}&operationName=B", GraphQL);

        Assert.Equal(200, response.Status);
        Assert.Equal("""{"data":{"vessel":{"name":"Chon Ma San"}}}""", response.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?query=")]
    [InlineData("?query=%7B__typename%7D&variables=%5B1%5D")]
    [InlineData("?query=%7B__typename%7D&variables=%7Bbroken")]
    [InlineData("?query=%7B__typename%7D&variables=%7B%7D%7B%7D")]
    [InlineData("?query=%7B__typename%7D&query=%7B__typename%7D")]
    public async Task A_get_that_is_no_request_is_400(string parameters)
    {
        var response = await server.GetAsync("/graphql" + parameters, GraphQL);

        Assert.Equal(400, response.Status);
        Assert.NotNull(response.Code);
    }

    [Fact]
    public async Task The_schema_is_served_as_text()
    {
        var response = await server.GetAsync("/graphql/schema.graphql");

        Assert.Equal(200, response.Status);
        Assert.Equal("text/plain", response.MediaType);
        Assert.Contains("type Query {", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413_whether_its_length_is_told_or_not()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"query":"{ __typename }","x":"{{new string('a', 110_000)}}"}""");
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StreamContent(new MemoryStream(body)) };
        chunked.Content.Headers.ContentType = new("application/json");
        chunked.Headers.TransferEncodingChunked = true;

        var told = await server.PostBytesAsync(body, "application/json", GraphQL);
        var untold = await server.SendAsync(chunked, GraphQL);

        Assert.Equal((413, "LIMIT_BODY"), (told.Status, told.Code));
        Assert.Equal((413, "LIMIT_BODY"), (untold.Status, untold.Code));
    }
}
