using System.Collections.Immutable;

namespace FlowGraph.Server.Http;

/// <summary>The explorer: files that lie inside the assembly, built from src/FlowGraph.Explorer.</summary>
internal static class ExplorerEndpoints
{
    private const string Folder = "explorer/";
    private const string Index = Folder + "index.html";

    // Its script and style come from here and it speaks to this server; nothing else.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // The name has the hash of the content, so the content of a name never changes.
    private const string Kept = "public, max-age=31536000, immutable";

    // One page has all views; which of them is shown stands in the address.
    private static readonly ImmutableArray<string> _views = ["/", "/chains", "/graph", "/timeline", "/ledger", "/sources"];

    /// <summary>Its operations, in Apollo's form.</summary>
    public static ServedFile Manifest { get; } = Read(Folder + "operations.json");

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var view in _views)
            (ServedFile.Read(Index, view, "text/html; charset=utf-8") with { ContentSecurityPolicy = Policy }).Map(endpoints);
        foreach (var name in typeof(ExplorerEndpoints).Assembly.GetManifestResourceNames())
            if (name.StartsWith(Folder, StringComparison.Ordinal) && name != Index)
                Read(name).Map(endpoints);
    }

    private static ServedFile Read(string name) => Path.GetExtension(name) switch
    {
        ".js" => ServedFile.Read(name, "/" + name, "text/javascript; charset=utf-8") with { CacheControl = Kept },
        ".css" => ServedFile.Read(name, "/" + name, "text/css; charset=utf-8") with { CacheControl = Kept },
        ".json" => ServedFile.Read(name, "/" + name, "application/json"),
        _ => ServedFile.Read(name, "/" + name, "text/plain; charset=utf-8"),
    };
}
