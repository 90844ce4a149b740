using FlowGraph.Neo4j.Loading;
using FlowGraph.Neo4j.Watching;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlowGraph.Server.Health;

/// <summary>What has to be well before requests are welcome. Each check reads what is kept already and asks no store.</summary>
public static class StoreChecks
{
    /// <summary>A release is in memory, checked as a whole before it got there.</summary>
    public static IHealthChecksBuilder AddEmbedded(this IHealthChecksBuilder checks, StoreHolder stores)
    {
        ArgumentNullException.ThrowIfNull(stores);
        return checks.AddCheck("release", () => HealthCheckResult.Healthy($"{stores.Current.Release.Label} is in memory."));
    }

    public static IHealthChecksBuilder AddNeo4j(this IHealthChecksBuilder checks, StoreWatcher watcher)
    {
        ArgumentNullException.ThrowIfNull(watcher);
        return checks.AddCheck("store", () => Store(watcher)).AddCheck("release", () => Release(watcher.State)).AddCheck("audit", () => Audit(watcher));
    }

    private static HealthCheckResult Store(StoreWatcher watcher) => watcher.State is StoreState.Unavailable
        ? HealthCheckResult.Unhealthy(watcher.State.Sentence)
        : HealthCheckResult.Healthy($"The {watcher.Address} answers.");

    private static HealthCheckResult Release(StoreState state) => state switch
    {
        StoreState.Ready => HealthCheckResult.Healthy(state.Sentence),
        StoreState.Unavailable => HealthCheckResult.Unhealthy("Unknown while the store does not answer."),
        _ => HealthCheckResult.Unhealthy(state.Sentence),
    };

    private static HealthCheckResult Audit(StoreWatcher watcher)
    {
        if (watcher.State is not StoreState.Ready ready)
            return HealthCheckResult.Unhealthy("There is no release to audit.");
        return watcher.Audit.Of(ready) switch
        {
            null => HealthCheckResult.Unhealthy("It is under way."),
            { Report: { IsClean: true } report } => HealthCheckResult.Healthy(FormattableString.Invariant($"No row in {report.Findings.Length} questions.")),
            { Report: { } report } => HealthCheckResult.Unhealthy($"{Faults(report)}. The command audit shows them; import --replace repairs what was loaded."),
            { Fault: var fault } => HealthCheckResult.Unhealthy(fault),
        };
    }

    private static string Faults(AuditReport report) =>
        string.Join(", ", report.Findings.Where(finding => !finding.Rows.IsEmpty).Select(finding => FormattableString.Invariant($"{finding.Question.Title}: {finding.Rows.Length}")));
}
