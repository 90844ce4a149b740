using System.Net;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Pages;

/// <summary>The pages over HTTP.</summary>
public sealed class PageEndpointsTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("/node/vessel:lady-r")]
    [InlineData("/fact/exchange:oil-for-arms-and-troops")]
    [InlineData("/source/source:osc-refined-tastes")]
    [InlineData("/search?text=lady")]
    [InlineData("/pages/theme.css")]
    public async Task A_page_is_not_sent_twice_and_sets_nothing(string path)
    {
        using var response = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var again = await SendAsync(HttpMethod.Get, path, response.Headers.ETag!.ToString());
        using var head = await SendAsync(HttpMethod.Head, path);

        Assert.Equal((HttpStatusCode.OK, false), (response.StatusCode, response.Headers.ETag.IsWeak));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal((HttpStatusCode.OK, response.Headers.ETag, (long?)body.Length), (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task A_page_may_run_nothing_and_load_only_from_here()
    {
        using var response = await server.Client.GetAsync("/node/vessel:lady-r", TestContext.Current.CancellationToken);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Equal("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", policy);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("public, max-age=60", response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/node/vessel:nobody", 404, "There is no node “vessel:nobody” in this release.")]
    [InlineData("/fact/vessel:lady-r", 404, "There is no fact “vessel:lady-r” in this release.")]
    [InlineData("/source/citation:x", 404, "There is no source “citation:x” in this release.")]
    [InlineData("/chain/chain:fq3k7aaaaaa", 404, "There is no chain “chain:fq3k7aaaaaa” in this release.")]
    [InlineData("/node/Vessel:Lady%20R", 404, "“Vessel:Lady R” is not an id.")]
    [InlineData("/node/부산", 404, "“부산” is not an id.")]
    [InlineData("/node/%3Cscript%3E", 404, "“<script>” is not an id.")]
    [InlineData("/node", 404, "“” is not an id.")]
    [InlineData("/node/nope", 404, "“nope” is not an id.")]
    [InlineData("/nonsense", 404, "Nothing is at “/nonsense”.")]
    [InlineData("/ports/vostochny-port", 404, "Nothing is at “/ports/vostochny-port”.")]
    [InlineData("/%3Cscript%3Ealert(1)%3C/script%3E", 404, "Nothing is at “/<script>alert(1)")]
    [InlineData("/graphql/nothing", 404, "Nothing is at “/graphql/nothing”.")]
    [InlineData("/node/vessel:lady-r/", 404, "“vessel:lady-r/” is not an id.")]
    [InlineData("/node/..%2F..%2Fetc", 404, "is not an id.")]
    [InlineData("/chain/vessel:lady-r", 404, "“vessel:lady-r” is not the id of a chain")]
    public async Task What_is_not_there_is_said_plainly_and_can_be_searched_for(string path, int status, string words)
    {
        using var response = await AsBrowserAsync(path);
        var page = await ShownPage.ReadAsync(response);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Contains(words, page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main form[action='/search'] input[name=text]"));
        Assert.Empty(page.Dangers());
    }

    [Theory]
    [InlineData("/nonsense")]
    [InlineData("/graphql/nothing")]
    public async Task A_program_gets_no_page_where_nothing_is(string path)
    {
        var answer = await server.GetAsync(path, "application/json");

        Assert.Equal((404, ""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task An_id_of_another_kind_leads_on()
    {
        var page = await ShownPage.GetAsync(server.Client, "/node/source:osc-refined-tastes");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("/source/source:osc-refined-tastes", page.Document.QuerySelector(".notice a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Only_reading_is_answered()
    {
        using var response = await SendAsync(HttpMethod.Post, "/node/vessel:lady-r");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_search_without_a_script_finds_names_in_any_script_and_turns_its_pages()
    {
        var form = await ShownPage.GetAsync(server.Client, "/search");
        var none = await ShownPage.GetAsync(server.Client, "/search?text=zzzzqqqq");
        var ship = await ShownPage.GetAsync(server.Client, "/search?text=%EC%B2%9C%EB%A7%88%EC%82%B0");
        var first = await ShownPage.GetAsync(server.Client, "/search?text=russia");
        var tooLong = await ShownPage.GetAsync(server.Client, $"/search?text={new string('a', 201)}");
        var foreign = await ShownPage.GetAsync(server.Client, "/search?text=russia&after=nonsense");

        Assert.Equal("Search", form.Heading);
        Assert.Equal("Nothing found for “zzzzqqqq”", none.Heading);
        Assert.Equal("/node/vessel:chon-ma-san", ship.Document.QuerySelector(".hits a")!.GetAttribute("href"));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (tooLong.Status, foreign.Status));
        if (first.Document.QuerySelector("a[rel=next]") is { } next)
        {
            var second = await ShownPage.GetAsync(server.Client, next.GetAttribute("href")!);
            Assert.Equal(first.Heading, second.Heading);
            Assert.Empty(second.Document.QuerySelectorAll(".hits a").Select(link => link.GetAttribute("href")).Intersect(first.Document.QuerySelectorAll(".hits a").Select(link => link.GetAttribute("href"))));
        }
    }

    [Fact]
    public async Task Addresses_are_whole_only_where_the_public_one_is_known()
    {
        await using var known = new TestServer { Options = new FlowGraphOptions { PublicUrl = "https://example.org" } };
        await known.InitializeAsync();

        var here = await ShownPage.GetAsync(server.Client, "/node/vessel:lady-r");
        var there = await ShownPage.GetAsync(known.Client, "/node/vessel:lady-r");

        Assert.Null(here.Document.QuerySelector("link[rel=canonical], meta[property='og:url']"));
        Assert.Equal("https://example.org/node/vessel:lady-r", there.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("https://example.org/node/vessel:lady-r", there.Document.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
        Assert.Equal("Lady R", there.Document.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Equal("https://example.org/export/dataset.jsonl.gz", (string?)there.StructuredData["@graph"]![0]!["distribution"]![0]!["contentUrl"]);
    }

    [Fact]
    public async Task A_new_release_is_shown_at_once()
    {
        using var changed = DatasetCopy.Of((file, record) =>
        {
            if (file == "vessels.jsonl" && (string)record["id"]! == "vessel:lady-r")
                record["name"] = "Lady R renamed";
            return record;
        });
        await using var other = new TestServer { Stores = new(TestApplication.Shared.Store) };
        await other.InitializeAsync();

        var before = await ShownPage.GetAsync(other.Client, "/node/vessel:lady-r");
        other.Stores.Swap(TestApplication.Over(changed.Folder).Store);
        var after = await ShownPage.GetAsync(other.Client, "/node/vessel:lady-r");

        Assert.Equal(("Lady R", "Lady R renamed"), (before.Heading, after.Heading));
    }

    private async Task<HttpResponseMessage> AsBrowserAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? tag = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
