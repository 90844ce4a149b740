using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary>A proxy that keeps answers, as a content delivery network does, before the API.</summary>
public sealed class CachingProxyTests
{
    private const string Document = "query Vessels($n: Int!) { vessels(first: $n) { nodes { id name } } }";

    [Fact]
    public async Task A_document_that_was_asked_once_never_reaches_the_api_again()
    {
        Assert.SkipWhen(CachingProxy.Missing is not null, CachingProxy.Missing ?? "");
        var folder = Directory.CreateTempSubdirectory("flowgraph-manifests-");
        try
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "documents.json"), new JsonObject { [hash] = Document }.ToJsonString(), TestContext.Current.CancellationToken);
            var api = new TestServer { Options = new FlowGraphOptions { PersistedDocuments = { Folder = folder.FullName, Only = true } } };
            await api.InitializeAsync();
            await using var proxy = await CachingProxy.StartAsync(api.Client.BaseAddress!, TestContext.Current.CancellationToken);
            string At(int n) => $"graphql?documentId=sha256:{hash}&variables=%7B%22n%22:{n}%7D";

            var first = await AskAsync(proxy, At(3));
            var other = await AskAsync(proxy, At(4));
            var media = await AskAsync(proxy, At(3), "application/graphql-response+json");
            var bad = await AskAsync(proxy, At(-1));
            await AskAsync(proxy, At(-1));
            // Nothing that is asked from here on can come from the API.
            await api.DisposeAsync();
            var second = await AskAsync(proxy, At(3));
            var known = await AskAsync(proxy, At(3), known: first.Tag);

            Assert.Equal((HttpStatusCode.OK, "MISS"), (first.Status, first.Cache));
            Assert.Equal((HttpStatusCode.OK, "HIT", first.Text, first.Tag), (second.Status, second.Cache, second.Text, second.Tag));
            Assert.Equal(HttpStatusCode.NotModified, known.Status);
            Assert.Equal((await AskAsync(proxy, At(4))).Text, other.Text);
            Assert.Equal("application/graphql-response+json", (await AskAsync(proxy, At(3), "application/graphql-response+json")).MediaType);
            Assert.Equal((HttpStatusCode.OK, "MISS"), (media.Status, media.Cache));
            Assert.Contains("BAD_USER_INPUT", bad.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.BadGateway, (await AskAsync(proxy, At(-1))).Status);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(HttpStatusCode Status, string? Cache, string Text, string? Tag, string? MediaType)> AskAsync(CachingProxy proxy, string path, string accept = "application/json", string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        if (known is not null)
            request.Headers.Add("If-None-Match", known);
        using var response = await proxy.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.TryGetValues("X-Cache-Status", out var cache) ? cache.Single() : null,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers.ETag?.ToString(), response.Content.Headers.ContentType?.MediaType);
    }
}
