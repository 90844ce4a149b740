using FlowGraph.Server.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlowGraph.Server.Health;

/// <summary>How the process itself fares.</summary>
internal static class ServerChecks
{
    public static IHealthChecksBuilder AddServer(this IHealthChecksBuilder checks, Draining draining) =>
        checks.AddCheck("server", () => draining.HasBegun ? HealthCheckResult.Unhealthy("It is being stopped.") : HealthCheckResult.Healthy("It takes requests."));
}
