using System.Diagnostics;
using System.Diagnostics.Metrics;
using FlowGraph.Query.Plan;
using FlowGraph.Server.Http;

namespace FlowGraph.Server.Telemetry;

/// <summary>What is counted beside what the web server and the runtime count of themselves.</summary>
internal sealed class FlowGraphMetrics
{
    public const string MeterName = "FlowGraph";

    public const string Answered = "OK";

    private const string NoCache = "none";

    private static readonly double[] _boundaries = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    // A number becomes an object once, not with every request.
    private static readonly object[] _statuses = [.. Enumerable.Range(0, 600).Select(status => (object)status)];

    private readonly Histogram<double> _requests;
    private readonly Histogram<double> _store;

    // The web server's own histogram of this name has other labels, which cost each request a tenth of its time, and says neither code nor cache.
    public FlowGraphMetrics(IMeterFactory meters, RequestQueue queue, StoreHolder stores)
    {
        var meter = meters.Create(MeterName);
        var advice = new InstrumentAdvice<double> { HistogramBucketBoundaries = _boundaries };
        _requests = meter.CreateHistogram("http.server.request.duration", "s", "Time from a request to the end of its answer, by route, status, code of the first error or OK, and by what the cache had to do with it.", advice: advice);
        _store = meter.CreateHistogram("flowgraph.store.duration", "s", "Time that a request spent in the store; none for what came from a cache.", advice: advice);
        meter.CreateObservableGauge("flowgraph.queue.running", () => queue.Running, "{request}", "Requests that are being answered by the store.");
        meter.CreateObservableGauge("flowgraph.queue.waiting", () => queue.Waiting, "{request}", "Requests that wait for their turn.");
        meter.CreateObservableCounter("flowgraph.queue.refused", () => queue.Refused, "{request}", "Requests that were turned away with 429.");
        meter.CreateObservableGauge("flowgraph.release.info", () => Release(stores), description: "1 for the release that is served; nothing while there is none.");
    }

    public void Count(HttpContext context, RequestFacts? facts, TimeSpan duration)
    {
        if (!_requests.Enabled)
            return;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var status = context.Response.StatusCode;
        _requests.Record(duration.TotalSeconds,
        [
            new("http.route", route), new("http.response.status_code", status < _statuses.Length ? _statuses[status] : status),
            new("code", facts is null ? "" : facts.Code ?? Answered), new("cache", facts is null ? NoCache : CacheWords.Of(facts.Cache)),
        ]);
        if (facts?.StoreTicks > 0)
            _store.Record((double)facts.StoreTicks / Stopwatch.Frequency);
    }

    private static IEnumerable<Measurement<int>> Release(StoreHolder stores)
    {
        try
        {
            var release = stores.Current.Release;
            return [new(1, new KeyValuePair<string, object?>("id", release.Id), new KeyValuePair<string, object?>("version", release.Version), new KeyValuePair<string, object?>("sha256", release.Sha256))];
        }
        catch (StoreException)
        {
            return [];
        }
    }
}
