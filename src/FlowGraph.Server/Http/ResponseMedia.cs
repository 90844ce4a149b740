using Microsoft.Net.Http.Headers;

namespace FlowGraph.Server.Http;

/// <summary>Which of the two response media types a client accepts, and whether what it sends is JSON.</summary>
internal static class ResponseMedia
{
    public const string Json = "application/json; charset=utf-8";

    public const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";

    /// <summary>Null when the client accepts neither.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        switch (accept.Count == 1 ? accept[0] : accept.Count == 0 ? "" : null)
        {
            case "" or "*/*" or "application/json":
                return Json;
            case "application/graphql-response+json":
                return GraphQLResponse;
        }
        if (!MediaTypeHeaderValue.TryParseList([.. accept.Where(value => value is not null).Select(value => value!)], out var ranges))
            return Json;
        foreach (var range in ranges.Where(range => range.Quality is null or > 0).OrderByDescending(range => range.Quality ?? 1))
        {
            if (range.MediaType.Equals("application/graphql-response+json", StringComparison.OrdinalIgnoreCase))
                return GraphQLResponse;
            if (range.MatchesAllTypes || range.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || range.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase))
                return Json;
        }
        return null;
    }

    public static bool IsJson(string? contentType) => contentType switch
    {
        "application/json" or "application/json; charset=utf-8" => true,
        null => false,
        _ => MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)),
    };
}
