using FlowGraph.Server.Configuration;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FlowGraph.Server.Hosting;

/// <summary>What one connection may send, hold and keep waiting. The defaults of the web server are made for pages and uploads; here a request is small and an answer is not.</summary>
internal static class ConnectionLimits
{
    public static void Apply(KestrelServerOptions kestrel, LimitOptions limits)
    {
        // Its name and version help only who looks for its faults.
        kestrel.AddServerHeader = false;
        // Without TLS a client cannot ask for HTTP/2 but by surprise; the proxy that ends TLS speaks it with clients.
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);

        // A connection that is not used costs some kilobytes; one more than that is closed as soon as it is there.
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        // Nothing here becomes a web socket.
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
        // Pages ask again within seconds; proxies that keep connections for longer open them anew.
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);

        // A client sends its headers in one packet or two. Who sends them byte by byte holds a connection for no more than this.
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        // Browsers behind two proxies send some thirty.
        kestrel.Limits.MaxRequestHeaderCount = 64;
        // Room for the cookies of a large site that this is a part of.
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        // A GET carries its document and its variables in the line; longer ones are posted.
        kestrel.Limits.MaxRequestLineSize = 16 * 1024;

        // The endpoint itself refuses a body over the limit, with a code; the server's own limit cuts off what is sent after that.
        kestrel.Limits.MaxRequestBodySize = limits.Body + 64L * 1024;
        // A hundred kilobytes come within half a minute at the slowest; a usual request within the grace.
        kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 4 * 1024, gracePeriod: TimeSpan.FromSeconds(5));
        // A telephone at the edge of its network takes more. Who takes nothing at all is cut off sooner: see ReaderPatience.
        kestrel.Limits.MinResponseDataRate = new(bytesPerSecond: 8 * 1024, gracePeriod: TimeSpan.FromSeconds(5));
        // What an answer may lie ahead of its reader.
        kestrel.Limits.MaxResponseBufferSize = 64 * 1024;
    }
}
