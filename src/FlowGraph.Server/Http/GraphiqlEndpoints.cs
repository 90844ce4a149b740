using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace FlowGraph.Server.Http;

/// <summary>GraphiQL with ready questions: files inside the assembly, so that it works without a network.</summary>
internal static class GraphiqlEndpoints
{
    public const string Page = "/graphiql";

    private const string Questions = "questions/";

    // The page runs the script and the style that come with it and speaks to this server; nothing else.
    // React sets styles of elements by way of the object model, which style-src does not concern.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly ImmutableArray<ServedFile> _files =
    [
        Read("index.html", "", "text/html; charset=utf-8") with { ContentSecurityPolicy = Policy },
        Read("page.js", "/page.js", "text/javascript; charset=utf-8"),
        Read("page.css", "/page.css", "text/css; charset=utf-8"),
        Read("LICENCES.txt", "/LICENCES.txt", "text/plain; charset=utf-8"),
        ServedFile.Of($"{Page}/questions.json", "application/json", ReadyQuestions()),
    ];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var file in _files)
            file.Map(endpoints);
    }

    private static ServedFile Read(string resource, string path, string mediaType) => ServedFile.Read($"graphiql/{resource}", Page + path, mediaType);

    /// <summary>The operations of schema/questions in the order of their names; the comment in the first line is the question.</summary>
    private static string ReadyQuestions() => JsonSerializer.Serialize(
        typeof(GraphiqlEndpoints).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Questions, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Encoding.UTF8.GetString(ServedFile.Read(name, "", "").Content))
            .Select(query => new { title = query[..query.IndexOf('\n', StringComparison.Ordinal)].TrimStart('#', ' '), query }));
}
