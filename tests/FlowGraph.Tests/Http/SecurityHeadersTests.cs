using System.Text;
using FlowGraph.Server;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>What every answer tells a browser, whatever it is an answer to.</summary>
public sealed class SecurityHeadersTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("GET", "/graphql?query=%7B__typename%7D", 200)]
    [InlineData("GET", "/graphql?query=%7Bvesel%7Bid%7D%7D", 200)]
    [InlineData("GET", "/graphql", 400)]
    [InlineData("POST", "/graphql", 415)]
    [InlineData("DELETE", "/graphql", 405)]
    [InlineData("OPTIONS", "/graphql", 204)]
    [InlineData("GET", "/graphql/schema.graphql", 200)]
    [InlineData("HEAD", "/graphql/schema.graphql", 200)]
    [InlineData("GET", "/graphiql/page.js", 200)]
    [InlineData("GET", "/graphiql/page.css", 200)]
    [InlineData("GET", "/graphiql/questions.json", 200)]
    [InlineData("GET", "/browser", 200)]
    [InlineData("GET", "/browser/style.grass", 200)]
    [InlineData("GET", "/browser/guide.html", 200)]
    [InlineData("GET", "/export/fact/exchange:oil-for-arms-and-troops.md", 200)]
    [InlineData("GET", "/export/dataset.jsonl.gz", 200)]
    [InlineData("GET", "/export/nothing", 400)]
    [InlineData("GET", "/export/fact/none:such.md", 404)]
    [InlineData("POST", "/export/dataset.jsonl.gz", 405)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/health/ready", 200)]
    [InlineData("GET", "/nowhere", 404)]
    public async Task Answer_is_data_and_nothing_else(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (method == "OPTIONS")
        {
            request.Headers.Add("Origin", "http://localhost:3000");
            request.Headers.Add("Access-Control-Request-Method", "POST");
        }

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(Nothing, Header(response, "Content-Security-Policy"));
        AssertCommon(response);
    }

    [Fact]
    public async Task Unchanged_copy_is_told_the_same()
    {
        using var first = await server.Client.GetAsync("/graphql/schema.graphql", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!); // it has one: other tests hold it to that

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(304, (int)response.StatusCode);
        AssertCommon(response);
    }

    [Fact]
    public async Task Page_says_what_it_needs_in_place_of_nothing()
    {
        using var response = await server.Client.GetAsync("/graphiql", TestContext.Current.CancellationToken);

        var policy = Header(response, "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; script-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.EndsWith("; frame-ancestors 'none'", policy, StringComparison.Ordinal);
        AssertCommon(response);
    }

    [Fact]
    public async Task Fault_of_ours_carries_them_too()
    {
        await using var other = new TestServer { Stores = new StoreHolder() };
        await other.InitializeAsync();
        using var body = new StringContent("""{"query":"{ release { id } }"}""", Encoding.UTF8, "application/json");

        using var response = await other.Client.PostAsync("/graphql", body, TestContext.Current.CancellationToken);

        Assert.Contains("INTERNAL", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(Nothing, Header(response, "Content-Security-Policy"));
        AssertCommon(response);
    }

    private static void AssertCommon(HttpResponseMessage response)
    {
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("cross-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Equal("camera=(), geolocation=(), microphone=()", Header(response, "Permissions-Policy"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
