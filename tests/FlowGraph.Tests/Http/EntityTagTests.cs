using System.Net;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>What browsers and proxies need to keep an answer and to ask whether it still holds.</summary>
public sealed class EntityTagTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Small = "{ node(id: \"port:rajin\") { id } }";
    private const string Large = "{ shipments(first: 100) { nodes { id name caption } } }";

    [Theory]
    [InlineData("GET", Small)]
    [InlineData("GET", Large)]
    [InlineData("POST", Small)]
    [InlineData("POST", Large)]
    public async Task An_answer_without_errors_has_a_strong_tag_and_may_be_kept_for_a_minute(string method, string query)
    {
        using var first = await SendAsync(method, query);
        using var second = await SendAsync(method, query);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Matches("^\"[A-Za-z0-9_-]{43}\"$", TagOf(first));
        Assert.Equal(TagOf(first), TagOf(second));
        Assert.Equal("public, max-age=60", $"{first.Headers.CacheControl}");
    }

    [Theory]
    [InlineData("GET", "{0}")]
    [InlineData("POST", "{0}")]
    [InlineData("GET", "W/{0}")]
    [InlineData("GET", "\"other\", {0}")]
    [InlineData("GET", ",,\"a\" , W/\"b\"\t,W/{0},\"c\"")]
    public async Task A_client_that_has_it_is_told_so_without_a_body(string method, string header)
    {
        using var first = await SendAsync(method, Large);

        using var again = await SendAsync(method, Large, string.Format(null, header, TagOf(first)));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(TagOf(first), TagOf(again).Replace("W/", "", StringComparison.Ordinal));
        Assert.Equal(first.Headers.Vary, again.Headers.Vary);
        Assert.Equal("public, max-age=60", $"{again.Headers.CacheControl}");
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("{0}x")]
    [InlineData("\"x, {0}")]
    [InlineData("nothing, {0}")]
    [InlineData("\"")]
    [InlineData("W/")]
    [InlineData("W/W/{0}")]
    public async Task Any_other_header_is_answered_whole(string header)
    {
        using var first = await SendAsync("GET", Small);
        var tag = TagOf(first);

        using var again = await SendAsync("GET", Small, header.Replace("{0}", header.EndsWith('x') ? tag[..^2] : tag, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_star_holds_for_whatever_can_be_answered()
    {
        using var good = await SendAsync("GET", Small, "*");
        using var bad = await SendAsync("GET", "{ nothing }", "*");

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.BadRequest), (good.StatusCode, bad.StatusCode));
    }

    [Fact]
    public async Task A_flood_of_tags_is_looked_through_and_one_beyond_the_limit_of_headers_refused()
    {
        using var first = await SendAsync("GET", Small);
        var flood = string.Join(',', Enumerable.Range(0, 3000).Select(i => $"\"{i}\""));

        using var found = await SendAsync("GET", Small, $"{flood},{TagOf(first)}");
        using var refused = await SendAsync("GET", Small, string.Concat(Enumerable.Repeat(flood, 3)));

        Assert.Equal(HttpStatusCode.NotModified, found.StatusCode);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, refused.StatusCode);
    }

    [Theory]
    [InlineData("{ nothing }")]
    [InlineData("{ chains(from: \"port:nowhere\", to: \"port:rajin\") { none } }")]
    [InlineData("{ vessel(imo: \"1\") { id } }")]
    public async Task An_answer_with_errors_has_no_tag_and_is_not_kept(string query)
    {
        using var response = await SendAsync("GET", query);

        Assert.Null(response.Headers.ETag);
        Assert.Equal("no-store", $"{response.Headers.CacheControl}");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_tag_is_weak_when_the_answer_is_compressed(string encoding)
    {
        using var plain = await SendAsync("GET", Large);
        using var packed = await SendAsync("GET", Large, encoding: encoding);
        using var again = await SendAsync("GET", Large, TagOf(packed), encoding);

        Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
        Assert.Equal("W/" + TagOf(plain), TagOf(packed));
        Assert.Equal((HttpStatusCode.NotModified, TagOf(packed)), (again.StatusCode, TagOf(again)));
    }

    private static string TagOf(HttpResponseMessage response) => response.Headers.ETag?.ToString() ?? "none";

    private async Task<HttpResponseMessage> SendAsync(string method, string query, string? known = null, string? encoding = null)
    {
        using var request = method == "GET"
            ? new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query))
            : new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(new JsonObject { ["query"] = query }.ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("Accept", "application/graphql-response+json");
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        if (encoding is not null)
            request.Headers.Add("Accept-Encoding", encoding);
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
