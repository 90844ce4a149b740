using System.Collections.Immutable;

namespace FlowGraph.Server.Http;

/// <summary>What Neo4j Browser fetches from here: its style sheet, its guide, its favourites. The files of schema/browser, inside the assembly.</summary>
internal static class BrowserKitEndpoints
{
    public const string Folder = "/browser";
    public const string Style = Folder + "/style.grass";
    public const string Guide = Folder + "/guide.html";
    public const string Favourites = Folder + "/favourites.zip";

    private static readonly ImmutableArray<ServedFile> _files =
    [
        // GraSS has no media type of its own.
        Read(Style, "text/plain; charset=utf-8"),
        Read(Guide, "text/html; charset=utf-8"),
        Read(Favourites, "application/zip", "flowgraph-favourites.zip"),
        ServedFile.Of(Folder, "text/plain; charset=utf-8", $"""
            For Neo4j Browser, with this server's address before each path:
              :style {Style}
              :play {Guide}
            Favourites to import: {Favourites}

            """),
    ];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var file in _files)
            file.Map(endpoints);
    }

    private static ServedFile Read(string path, string mediaType, string? savedAs = null) => ServedFile.Read("schema" + path, path, mediaType, savedAs);
}
