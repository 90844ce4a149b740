using FlowGraph.Query.Input;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Server.Http;

/// <summary>Writes what a client is told by /graphql: headers and bytes.</summary>
internal static class GraphQLResponses
{
    // Shared caches keep answers to GET: a copy for a page of another origin carries leave to read it.
    private const string VaryOfGet = AnswerHeaders.VaryByMedia + ", Origin";

    private const string Public = "public, max-age=60";

    private const string NoStore = "no-store";

    /// <summary>An answer without errors.</summary>
    public static Task AnswerAsync(HttpContext context, string mediaType, ReadOnlyMemory<byte> body, string tag)
    {
        var response = context.Response;
        Head(context, tag);
        if (body.Length >= AnswerHeaders.LeastCompressed && context.Request.Headers.AcceptEncoding.Count > 0)
            response.OnStarting(AnswerHeaders.WeakenTagOfCompressed, response);
        return WriteAsync(context, mediaType, body);
    }

    /// <param name="tag">As the client has it.</param>
    public static void NotModified(HttpContext context, string tag)
    {
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        Head(context, tag);
    }

    /// <summary>An answer that has errors.</summary>
    public static Task FaultyAsync(HttpContext context, string mediaType, ResponseStatus status, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        if (status is ResponseStatus.StoreAbsent or ResponseStatus.TimedOut)
            response.Headers.RetryAfter = StoreRefusal.RetryAfter;
        response.StatusCode = status switch
        {
            ResponseStatus.TimedOut => StatusCodes.Status504GatewayTimeout,
            ResponseStatus.StoreAbsent => StatusCodes.Status503ServiceUnavailable,
            ResponseStatus.RequestError => OfRequestError(mediaType),
            _ => StatusCodes.Status200OK,
        };
        return FaultyAsync(context, mediaType, body);
    }

    /// <summary>400, but for those who know nothing of GraphQL's own media type.</summary>
    public static int OfRequestError(string mediaType) => mediaType == ResponseMedia.GraphQLResponse ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;

    public static Task ErrorAsync(HttpContext context, string mediaType, int status, string code, string message, string? id = null) =>
        RefuseAsync(context, mediaType, status, new(code, message), id);

    public static Task RefuseAsync(HttpContext context, string mediaType, int status, RequestException fault, string? id = null)
    {
        context.Response.StatusCode = status;
        RequestFacts.Of(context).Code = fault.Diagnostics[0].Code;
        return FaultyAsync(context, mediaType, (byte[])[.. "{\"errors\":"u8, .. ErrorWriter.Write(fault, id), (byte)'}']);
    }

    private static Task FaultyAsync(HttpContext context, string mediaType, ReadOnlyMemory<byte> body)
    {
        context.Response.Headers.CacheControl = NoStore;
        context.Response.Headers.Vary = AnswerHeaders.VaryByMedia;
        return WriteAsync(context, mediaType, body);
    }

    private static void Head(HttpContext context, string tag)
    {
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = Public;
        headers.Vary = HttpMethods.IsGet(context.Request.Method) ? VaryOfGet : AnswerHeaders.VaryByMedia;
    }

    private static Task WriteAsync(HttpContext context, string mediaType, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.ContentType = mediaType;
        response.ContentLength = body.Length;
        return ReaderPatience.WriteAsync(context, body);
    }
}
