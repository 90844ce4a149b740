using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace FlowGraph.Server.Http;

/// <summary>Bytes that stay the same as long as the program runs. A copy that a client has is found by its tag.</summary>
internal sealed record ServedFile(string Path, string MediaType, byte[] Content, string? SavedAs = null)
{
    private readonly EntityTagHeaderValue _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 16))}\"");

    // A new version of the program may bring new files at the old address: keep them, but ask.
    public string CacheControl { get; init; } = "no-cache";

    /// <summary>For what has to load or run something.</summary>
    public string? ContentSecurityPolicy { get; init; }

    public static ServedFile Of(string path, string mediaType, string text) => new(path, mediaType, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));

    /// <summary>What lies inside the assembly under this name.</summary>
    public static ServedFile Read(string resource, string path, string mediaType, string? savedAs = null)
    {
        using var stream = typeof(ServedFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new UnreachableException($"The assembly was built without {resource}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new(path, mediaType, content, savedAs);
    }

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], Answer);

    public Task Answer(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = CacheControl;
        headers.Vary = AnswerHeaders.VaryByEncodingAndOrigin;
        if (ContentSecurityPolicy is not null)
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        context.Response.OnStarting(AnswerHeaders.WeakenTagOfCompressed, context.Response);
        ReaderPatience.Guard(context);
        return TypedResults.Stream(new MemoryStream(Content, writable: false), MediaType, SavedAs, entityTag: _tag).ExecuteAsync(context);
    }
}
