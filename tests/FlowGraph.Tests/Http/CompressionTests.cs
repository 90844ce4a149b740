using System.IO.Compression;
using System.Net;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>What caches and the wire see of an answer.</summary>
public sealed class CompressionTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Large = "/graphql?query=%7Bshipments(first:100)%7Bnodes%7Bid%20name%20caption%7D%7D%7D";
    private const string Schema = "/graphql/schema.graphql";

    [Theory]
    [InlineData(Large, "gzip")]
    [InlineData(Large, "br")]
    [InlineData(Schema, "gzip")]
    [InlineData(Schema, "br")]
    public async Task A_large_answer_is_compressed_and_the_same_when_unpacked(string path, string encoding)
    {
        using var plain = await SendAsync(path, null);
        using var packed = await SendAsync(path, encoding);

        var expected = await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var sent = await packed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, packed.StatusCode);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
        Assert.True(sent.Length < expected.Length / 2, $"{sent.Length} bytes of {expected.Length}.");
        Assert.Equal(expected, Unpacked(sent, encoding));
    }

    [Theory]
    [InlineData("/graphql?query=%7B__typename%7D", "br")]
    [InlineData(Large, "gzip;q=0")]
    [InlineData(Large, "zstd")]
    [InlineData("/browser/favourites.zip", "gzip")]
    public async Task What_gains_nothing_or_is_not_asked_for_is_sent_as_it_is(string path, string encoding)
    {
        using var response = await SendAsync(path, encoding);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.NotNull(response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/graphql?query=%7B__typename%7D", null, "Accept, Accept-Encoding, Origin")]
    [InlineData("/graphql?query=%7B__typename%7D", "br", "Accept, Accept-Encoding, Origin")]
    [InlineData(Large, "gzip", "Accept, Accept-Encoding, Origin")]
    [InlineData("/graphql?query=%7Bnothing%7D", null, "Accept, Accept-Encoding")]
    public async Task Answers_vary_by_what_was_accepted_and_those_that_caches_keep_by_who_asked(string path, string? encoding, string vary)
    {
        using var response = await SendAsync(path, encoding);

        Assert.Equal(vary.Split(", "), response.Headers.Vary);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    public async Task A_copy_of_the_schema_that_is_still_right_is_not_sent_again(string? encoding)
    {
        using var first = await SendAsync(Schema, encoding);
        using var again = await SendAsync(Schema, encoding, first.Headers.ETag!.ToString());

        Assert.Equal("public, max-age=60", first.Headers.CacheControl!.ToString());
        Assert.Equal(encoding is not null, first.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? encoding, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null)
            request.Headers.Add("Accept-Encoding", encoding);
        if (tag is not null)
            request.Headers.Add("If-None-Match", tag);
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static byte[] Unpacked(byte[] packed, string encoding)
    {
        using var source = new MemoryStream(packed);
        using Stream unpacking = encoding == "br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var all = new MemoryStream();
        unpacking.CopyTo(all);
        return all.ToArray();
    }
}
