using System.Net;
using System.Net.Http.Headers;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Browser;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>What Neo4j Browser fetches from the server.</summary>
public sealed class BrowserKitEndpointsTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("style.grass", "text/plain; charset=utf-8")]
    [InlineData("guide.html", "text/html; charset=utf-8")]
    [InlineData("favourites.zip", "application/zip")]
    public async Task Serves_the_files_of_the_repository(string file, string mediaType)
    {
        using var response = await server.Client.GetAsync($"/browser/{file}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.ToString());
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(BrowserKit.Folder, file), TestContext.Current.CancellationToken), await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.True(response.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task Says_how_to_use_them()
    {
        var text = await server.Client.GetStringAsync("/browser", TestContext.Current.CancellationToken);

        Assert.Contains(":style /browser/style.grass\n", text, StringComparison.Ordinal);
        Assert.Contains(":play /browser/guide.html\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_a_copy_that_is_still_right_without_a_body()
    {
        using var first = await server.Client.GetAsync("/browser/guide.html", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/browser/guide.html") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var other = new HttpRequestMessage(HttpMethod.Get, "/browser/guide.html") { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"other\"") } } };

        using var unchanged = await server.Client.SendAsync(again, TestContext.Current.CancellationToken);
        using var changed = await server.Client.SendAsync(other, TestContext.Current.CancellationToken);

        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (unchanged.StatusCode, unchanged.Headers.ETag));
        Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task Head_tells_the_length_and_sends_nothing()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "/browser/favourites.zip");

        using var response = await server.Client.SendAsync(head, TestContext.Current.CancellationToken);

        Assert.Equal(new FileInfo(FavouritesZip.PathOfFile).Length, response.Content.Headers.ContentLength);
        Assert.Equal("flowgraph-favourites.zip", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    // Browser asks for a guide past all caches, with headers for which its own browser first asks leave.
    [Theory]
    [InlineData("http://localhost:7474", true)]
    [InlineData("http://127.0.0.1:17474", true)]
    [InlineData("https://neo4j.example.org", false)]
    public async Task Pages_of_the_own_machine_may_fetch_them(string origin, bool allowed)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/browser/guide.html");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "cache-control,pragma");
        using var get = new HttpRequestMessage(HttpMethod.Get, "/browser/style.grass");
        get.Headers.Add("Origin", origin);

        using var leave = await server.Client.SendAsync(preflight, TestContext.Current.CancellationToken);
        using var file = await server.Client.SendAsync(get, TestContext.Current.CancellationToken);

        Assert.Equal(allowed, Header(leave, "Access-Control-Allow-Origin") == origin);
        Assert.Equal(allowed, Header(leave, "Access-Control-Allow-Headers") == "cache-control,pragma");
        Assert.Equal(allowed, Header(file, "Access-Control-Allow-Origin") == origin);
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
