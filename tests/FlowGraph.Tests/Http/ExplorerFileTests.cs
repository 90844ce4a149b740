using System.IO.Compression;
using System.Text.RegularExpressions;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>The files of the explorer as a browser gets them.</summary>
public sealed partial class ExplorerFileTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/chains")]
    [InlineData("/graph")]
    [InlineData("/timeline")]
    [InlineData("/ledger")]
    [InlineData("/sources")]
    public async Task Every_view_has_one_page_that_allows_nothing_from_elsewhere_and_nothing_inline(string view)
    {
        using var response = await server.Client.GetAsync(view, TestContext.Current.CancellationToken);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal((200, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.NotNull(response.Headers.ETag);
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Without_script_the_page_leads_to_the_search_and_the_files()
    {
        var page = await server.GetAsync("/");

        Assert.Contains("<noscript>", page.Text, StringComparison.Ordinal);
        foreach (var address in (string[])["/search", "/export/dataset.csv.zip", "/graphql/schema.graphql"])
        {
            Assert.Contains($"\"{address}\"", page.Text, StringComparison.Ordinal);
            Assert.Equal(200, (await server.GetAsync(address)).Status);
        }
    }

    [Fact]
    public async Task Scripts_and_styles_are_kept_for_good_and_the_first_view_is_small()
    {
        var page = await server.GetAsync("/");
        var files = Assets().Matches(page.Text).Select(match => match.Value).ToList();
        long size = 0;

        foreach (var file in files)
        {
            using var response = await server.Client.GetAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            using var packed = new MemoryStream();
            await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                await gzip.WriteAsync(bytes, TestContext.Current.CancellationToken);
            size += packed.Length;
        }

        Assert.Equal(2, files.Count);
        Assert.InRange(size, 1, 200_000);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/chains/nothing")]
    [InlineData("/explorer")]
    [InlineData("/explorer/nothing.js")]
    [InlineData("/explorer/index.html")]
    public async Task What_is_no_page_is_not_found(string path)
    {
        Assert.Equal(404, (await server.GetAsync(path)).Status);
    }

    [Fact]
    public async Task The_server_knows_every_operation_by_its_hash()
    {
        var manifest = await server.GetAsync("/explorer/operations.json");
        var operations = manifest.Json["operations"]!.AsArray();

        foreach (var operation in operations)
        {
            var answer = await server.GetAsync($"/graphql?documentId=sha256:{operation!["id"]}&variables={Uri.EscapeDataString("""{"no":1}""")}", "application/graphql-response+json");
            Assert.NotEqual("PERSISTED_DOCUMENT_NOT_FOUND", answer.Code);
        }
        var release = operations.Single(operation => (string?)operation!["name"] == "Release")!;
        Assert.Equal("release:oil-for-troops", (string?)(await server.GetAsync($"/graphql?documentId=sha256:{release["id"]}")).Json["data"]!["release"]!["id"]);
    }

    [Fact]
    public async Task Its_operations_are_answered_where_no_other_text_is()
    {
        var folder = Directory.CreateTempSubdirectory("flowgraph-documents-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "own.json"), (await server.GetAsync("/explorer/operations.json")).Text, TestContext.Current.CancellationToken);
            await using var strict = new TestServer { Options = { PersistedDocuments = { Folder = folder.FullName, Only = true } } };
            await strict.InitializeAsync();
            var operation = (await strict.GetAsync("/explorer/operations.json")).Json["operations"]!.AsArray().Single(entry => (string?)entry!["name"] == "Release")!;

            Assert.Equal("PERSISTED_DOCUMENTS_ONLY", (await strict.PostAsync("{ release { id } }")).Code);
            Assert.True((await strict.GetAsync($"/graphql?documentId=sha256:{operation["id"]}")).HasData);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("/explorer/[^\"]+")]
    private static partial Regex Assets();
}
