using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

public sealed class ExportEndpointsTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Chain = "chains(from: \"port:vostochny-port\", to: \"area:kursk-oblast\", first: 1)";

    [Theory]
    [InlineData("fact/exchange:oil-for-arms-and-troops.md", "text/markdown; charset=utf-8", "exchange_oil-for-arms-and-troops.md")]
    [InlineData("node/vessel:lady-r.csv", "text/csv; charset=utf-8; header=present", "vessel_lady-r.csv")]
    [InlineData("node/shipment:osc-43-trips-2024.json", "application/json", "shipment_osc-43-trips-2024.json")]
    [InlineData("source/source:osc-refined-tastes.csl.json", "application/vnd.citationstyles.csl+json", "source_osc-refined-tastes.csl.json")]
    [InlineData("source/source:osc-refined-tastes.bib", "application/x-bibtex; charset=utf-8", "source_osc-refined-tastes.bib")]
    [InlineData("node/port:vostochny-port.graphml", "application/graphml+xml", "port_vostochny-port.graphml")]
    [InlineData("node/port:vostochny-port.geojson", "application/geo+json", "port_vostochny-port.geojson")]
    [InlineData("dataset.jsonl.gz", "application/gzip", "release_oil-for-troops.jsonl.gz")]
    [InlineData("dataset.csv.zip", "application/zip", "release_oil-for-troops.csv.zip")]
    [InlineData("dataset.graphml", "application/graphml+xml", "release_oil-for-troops.graphml")]
    [InlineData("dataset.geojson", "application/geo+json", "release_oil-for-troops.geojson")]
    public async Task A_file_has_its_media_type_and_name_and_is_not_sent_twice(string path, string mediaType, string name)
    {
        using var response = await GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(name, response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var tag = response.Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        using var again = await GetAsync(path, tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        using var head = await SendAsync(HttpMethod.Head, path);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal((tag, mediaType), (head.Headers.ETag, head.Content.Headers.ContentType!.ToString()));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_texts_are_those_of_the_api()
    {
        var response = await server.PostAsync(
            $$"""
            {
              fact(id: "exchange:oil-for-arms-and-troops") { md: cite bib: cite(format: BIBTEX) csl: cite(format: CSL_JSON) }
              {{Chain}} { chains { id md: narrative csv: export(format: CSV) json: export(format: JSON) csl: export(format: CSL_JSON) bib: export(format: BIBTEX) graphml: export(format: GRAPHML) } }
            }
            """);
        var fact = response.Json["data"]!["fact"]!;
        var chain = response.Json["data"]!["chains"]!["chains"]![0]!;

        foreach (var (ending, field) in new[] { ("md", "md"), ("bib", "bib"), ("csl.json", "csl") })
            Assert.Equal((string?)fact[field], await TextAsync($"fact/exchange:oil-for-arms-and-troops.{ending}"));
        foreach (var (ending, field) in new[] { ("md", "md"), ("csv", "csv"), ("json", "json"), ("csl.json", "csl"), ("bib", "bib"), ("graphml", "graphml") })
            Assert.Equal((string?)chain[field], await TextAsync($"chain/{chain["id"]}.{ending}"));
        var places = JsonNode.Parse(await TextAsync($"chain/{chain["id"]}.geojson"))!["features"]!.AsArray();
        Assert.Contains(places, place => (string?)place!["id"] == "port:vostochny-port" && place["properties"]!["facts"]!.AsArray().Count > 0);
    }

    [Fact]
    public async Task A_chain_resolves_on_a_second_server()
    {
        var id = (string?)(await server.PostAsync($"{{ {Chain} {{ chains {{ id }} }} }}")).Json["data"]!["chains"]!["chains"]![0]!["id"];
        await using var second = new TestServer { Stores = new(TestApplication.Over(Repository.PathOf("data", "oil-for-troops")).Store) };
        await second.InitializeAsync();

        foreach (var ending in (string[])["md", "csv", "json", "csl.json", "bib", "graphml", "geojson"])
            Assert.Equal(await TextAsync($"chain/{id}.{ending}"), await second.Client.GetStringAsync($"/export/chain/{id}.{ending}", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("fact/shipment:nowhere.md", 404, ErrorCodes.UnknownId)]
    [InlineData("node/vessel:nowhere.json", 404, ErrorCodes.UnknownId)]
    [InlineData("source/vessel:lady-r.md", 404, ErrorCodes.UnknownId)]
    [InlineData("chain/chain:faaaaaaaaaa.md", 404, ErrorCodes.UnknownId)]
    [InlineData("fact/vessel:lady-r.md", 404, ErrorCodes.UnknownId)]
    [InlineData("fact/exchange:oil-for-arms-and-troops", 400, ErrorCodes.BadUserInput)]
    [InlineData("fact/exchange:oil-for-arms-and-troops.", 400, ErrorCodes.BadUserInput)]
    [InlineData("fact/exchange:oil-for-arms-and-troops.pdf", 400, ErrorCodes.BadUserInput)]
    [InlineData("fact/exchange:oil-for-arms-and-troops.MD", 400, ErrorCodes.BadUserInput)]
    [InlineData("fact/exchange:oil-for-arms-and-troops.md.md", 400, ErrorCodes.BadUserInput)]
    [InlineData("fact/exchange:oil-for-arms-and-troops.md/", 400, ErrorCodes.BadUserInput)]
    [InlineData("fact/exchange.md", 400, ErrorCodes.NotAValidId)]
    [InlineData("fact/.md", 400, ErrorCodes.NotAValidId)]
    [InlineData("fact/Exchange:Oil.md", 400, ErrorCodes.NotAValidId)]
    [InlineData("fact/..%2f..%2fetc%2fpasswd", 400, ErrorCodes.NotAValidId)]
    [InlineData("fact/..%2fsecrets:x.md", 400, ErrorCodes.NotAValidId)]
    [InlineData("fact/%2e%2e%2fx:y.md", 400, ErrorCodes.NotAValidId)]
    [InlineData("fact/a%5cb:c.md", 400, ErrorCodes.NotAValidId)]
    [InlineData("fact/a:b%00.md", 400, null)]
    [InlineData("fact/a:b%0d%0aSet-Cookie:x.md", 400, ErrorCodes.NotAValidId)]
    [InlineData("fact/%ED%B2%B1%EA%B0%80.md", 400, ErrorCodes.NotAValidId)]
    [InlineData("chain/exchange:oil-for-arms-and-troops.md", 400, ErrorCodes.NotAValidId)]
    [InlineData("chain/chain:.md", 400, ErrorCodes.NotAValidId)]
    [InlineData("secrets/exchange:oil-for-arms-and-troops.md", 400, ErrorCodes.BadUserInput)]
    [InlineData("fact/a/b.md", 400, ErrorCodes.BadUserInput)]
    [InlineData("dataset.tar", 400, ErrorCodes.BadUserInput)]
    [InlineData("dataset", 400, ErrorCodes.BadUserInput)]
    [InlineData("dataset/x.jsonl.gz", 400, ErrorCodes.BadUserInput)]
    [InlineData("", 400, ErrorCodes.BadUserInput)]
    public async Task What_cannot_be_or_is_not_there_is_refused_with_a_code(string path, int status, string? code)
    {
        using var response = await GetAsync(path);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Null(response.Content.Headers.ContentDisposition);
        Assert.Null(response.Headers.ETag);
        // A zero byte is refused by the web server itself, before anybody is asked.
        if (code is not null)
            Assert.Equal(code, (string?)JsonNode.Parse(text)!["errors"]![0]!["extensions"]!["code"]);
        Assert.Empty(server.Errors);
    }

    [Theory]
    [InlineData("fact/")]
    [InlineData("fact/shipment:")]
    [InlineData("chain/chain:")]
    [InlineData("")]
    public async Task A_very_long_name_is_refused_in_few_words(string start)
    {
        using var response = await GetAsync($"{start}{new string('a', 10_000)}.md");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(start == "fact/shipment:" ? 404 : 400, (int)response.StatusCode);
        Assert.True(text.Length < 1000, text);
        Assert.NotNull((string?)JsonNode.Parse(text)!["errors"]![0]!["extensions"]!["code"]);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Files_are_only_fetched(string method)
    {
        using var response = await SendAsync(new HttpMethod(method), "fact/exchange:oil-for-arms-and-troops.md");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
        Assert.Contains(ErrorCodes.BadUserInput, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_file_has_a_weak_tag_and_the_same_text()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/export/fact/exchange:oil-for-arms-and-troops.md");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        using var text = new StreamReader(new GZipStream(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress));

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.True(response.Headers.ETag!.IsWeak);
        Assert.Equal(await TextAsync("fact/exchange:oil-for-arms-and-troops.md"), await text.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused()
    {
        await using var small = new TestServer { Options = new FlowGraphOptions { Limits = { Response = 1024 } } };
        await small.InitializeAsync();

        var response = await small.GetAsync("/export/fact/exchange:oil-for-arms-and-troops.md");

        Assert.Equal((400, ErrorCodes.LimitResponse), (response.Status, response.Code));
    }

    [Fact]
    public async Task Permalinks_start_with_the_public_address()
    {
        await using var known = new TestServer { Options = new FlowGraphOptions { PublicUrl = "https://flow.example" } };
        await known.InitializeAsync();

        var text = await known.Client.GetStringAsync("/export/fact/exchange:oil-for-arms-and-troops.md", TestContext.Current.CancellationToken);

        Assert.Contains("(<https://flow.example/fact/exchange:oil-for-arms-and-troops>)", text, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> GetAsync(string path, EntityTagHeaderValue? known = null) => SendAsync(HttpMethod.Get, path, known);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(method, $"/export/{path}");
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private Task<string> TextAsync(string path) => server.Client.GetStringAsync($"/export/{path}", TestContext.Current.CancellationToken);
}
