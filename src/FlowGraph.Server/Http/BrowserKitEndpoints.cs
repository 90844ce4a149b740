using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace FlowGraph.Server.Http;

/// <summary>What Neo4j Browser fetches from here: its style sheet, its guide, its favourites. The files of schema/browser, inside the assembly.</summary>
internal static class BrowserKitEndpoints
{
    public const string Folder = "/browser";
    public const string Style = Folder + "/style.grass";
    public const string Guide = Folder + "/guide.html";
    public const string Favourites = Folder + "/favourites.zip";

    private static readonly ImmutableArray<KitFile> _files =
    [
        // GraSS has no media type of its own.
        KitFile.Read(Style, "text/plain; charset=utf-8"),
        KitFile.Read(Guide, "text/html; charset=utf-8"),
        KitFile.Read(Favourites, "application/zip", "flowgraph-favourites.zip"),
        KitFile.Of(Folder, "text/plain; charset=utf-8", $"""
            For Neo4j Browser, with this server's address before each path:
              :style {Style}
              :play {Guide}
            Favourites to import: {Favourites}

            """),
    ];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var file in _files)
            endpoints.MapMethods(file.Path, [HttpMethods.Get, HttpMethods.Head], file.Answer);
    }

    private sealed record KitFile(string Path, string MediaType, byte[] Content, string? SavedAs)
    {
        private readonly EntityTagHeaderValue _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 16))}\"");

        public static KitFile Of(string path, string mediaType, string text) => new(path, mediaType, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), null);

        public static KitFile Read(string path, string mediaType, string? savedAs = null)
        {
            using var stream = typeof(BrowserKitEndpoints).Assembly.GetManifestResourceStream("schema" + path)
                ?? throw new UnreachableException($"The assembly was built without {path}.");
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new(path, mediaType, content, savedAs);
        }

        public Task Answer(HttpContext context)
        {
            // A new version of the program may bring new files at the old address: keep them, but ask.
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return TypedResults.File(Content, MediaType, SavedAs, entityTag: _tag).ExecuteAsync(context);
        }
    }
}
