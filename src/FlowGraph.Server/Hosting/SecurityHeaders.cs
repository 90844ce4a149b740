using Microsoft.Extensions.Primitives;

namespace FlowGraph.Server.Hosting;

/// <summary>What a browser is told with every answer: to take it for nothing but what it says it is, and to let it do nothing.</summary>
internal static class SecurityHeaders
{
    // Data, not documents: opened as a page, an answer loads nothing, runs nothing and is framed by nobody. A page that needs more says so itself.
    private static readonly StringValues _nothing = "default-src 'none'; frame-ancestors 'none'";

    private static readonly StringValues _noSniffing = "nosniff";

    private static readonly StringValues _noReferrer = "no-referrer";

    // What a page of another origin may read is a matter of CORS. The data are public, and Neo4j Browser takes its style from here.
    private static readonly StringValues _anyOrigin = "cross-origin";

    private static readonly StringValues _noDevices = "camera=(), geolocation=(), microphone=()";

    /// <summary>Before anything answers, so that refusals carry them too.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(With);

    /// <summary>A fault throws away what was set before it.</summary>
    public static RequestDelegate With(RequestDelegate next) => context =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = _noSniffing;
        headers.ContentSecurityPolicy = _nothing;
        headers["Referrer-Policy"] = _noReferrer;
        headers["Cross-Origin-Resource-Policy"] = _anyOrigin;
        headers["Permissions-Policy"] = _noDevices;
        return next(context);
    };
}
