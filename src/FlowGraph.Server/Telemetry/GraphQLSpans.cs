using System.Diagnostics;
using FlowGraph.Server.Http;

namespace FlowGraph.Server.Telemetry;

/// <summary>The span of an operation within that of its HTTP request, named as OpenTelemetry's conventions for GraphQL have it. It holds no document and no value, only the document's hash.</summary>
internal static class GraphQLSpans
{
    public const string SourceName = "FlowGraph";

    // All that this API answers; the schema has nothing else.
    private const string Query = "query";

    private static readonly ActivitySource _source = new(SourceName);

    public static bool AreWanted => _source.HasListeners();

    /// <summary>Made when all is over: until then, what is worth telling is only kept as times.</summary>
    public static void Tell(RequestFacts facts, Activity? request)
    {
        if (facts.ReadAt == 0 || request is null)
            return;
        var (now, time) = (Stopwatch.GetTimestamp(), TimeProvider.System.GetUtcNow());
        using var span = _source.StartActivity(facts.Document is null ? "GraphQL Operation" : Query, ActivityKind.Internal, request.Context, startTime: At(facts.ReadAt));
        if (span is null)
            return;
        if (facts.Document is { } document)
        {
            span.SetTag("graphql.operation.type", Query);
            span.SetTag("graphql.document.hash", document.Id);
            if (document.Operation.Name is { } name)
                span.SetTag("graphql.operation.name", name);
            span.SetTag("flowgraph.cost", facts.Cost);
        }
        span.SetTag("flowgraph.rows", facts.Rows);
        span.SetTag("flowgraph.cache", CacheWords.Of(facts.Cache));
        span.SetTag("flowgraph.store.duration", Stopwatch.GetElapsedTime(0, facts.StoreTicks).TotalSeconds);
        if (facts.Code is { } code)
        {
            span.SetTag("error.type", code);
            span.SetStatus(ActivityStatusCode.Error, code);
        }
        span.SetEndTime(At(facts.AnsweredAt == 0 ? now : facts.AnsweredAt).UtcDateTime);

        DateTimeOffset At(long stamp) => time - Stopwatch.GetElapsedTime(stamp, now);
    }
}
