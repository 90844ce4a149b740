using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>What pages of other sites may do through a visitor's browser.</summary>
public sealed class CrossSiteTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Question = "/graphql?query=%7B__typename%7D";

    [Theory]
    [InlineData("cross-site", null, 403)]
    [InlineData("cross-site", "https://elsewhere.example.org", 403)]
    [InlineData("cross-site", "null", 403)]
    [InlineData("cross-site", "http://localhost:3000", 200)]
    [InlineData("same-origin", null, 200)]
    [InlineData("same-site", "http://localhost:3000", 200)]
    [InlineData("none", null, 200)]
    [InlineData(null, null, 200)]
    public async Task A_get_by_way_of_another_site_needs_its_leave(string? site, string? origin, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Question);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        var response = await server.SendAsync(request, "application/graphql-response+json");

        Assert.Equal(status, response.Status);
        Assert.Equal(status == 403 ? "BAD_USER_INPUT" : null, response.Code);
    }

    [Theory]
    [InlineData("http://localhost:3000", true)]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("https://localhost", false)]
    [InlineData("http://localhost.example.org:3000", false)]
    public async Task Leave_to_post_is_given_to_configured_origins_alone(string origin, bool allowed)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");

        using var response = await server.Client.SendAsync(preflight, TestContext.Current.CancellationToken);

        Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var found) && found.Single() == origin);
    }

    [Fact]
    public async Task A_page_of_an_allowed_origin_reads_the_answer_which_varies_by_origin()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Question);
        request.Headers.Add("Origin", "http://localhost:3000");

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("http://localhost:3000", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(["Accept", "Accept-Encoding", "Origin"], response.Headers.Vary.Distinct());
        Assert.Equal("ETag,Retry-After", response.Headers.GetValues("Access-Control-Expose-Headers").Single());
    }
}
