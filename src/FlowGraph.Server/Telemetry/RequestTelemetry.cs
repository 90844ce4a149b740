using System.Diagnostics;
using FlowGraph.Server.Http;

namespace FlowGraph.Server.Telemetry;

/// <summary>Stands around all that answers requests and tells of each when it is over: metrics, a line of log, spans, Server-Timing.</summary>
internal sealed class RequestTelemetry(FlowGraphMetrics metrics, RequestLog? log, bool serverTiming)
{
    public Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (IsOfTheWatch(context.Request.Path))
            return next(context);
        var start = Stopwatch.GetTimestamp();
        if (serverTiming)
            context.Response.OnStarting(static state => Timing((HttpContext)state), context);
        var answered = next(context);
        if (!answered.IsCompletedSuccessfully)
            return AwaitAsync(answered, context, start);
        Tell(context, start);
        return Task.CompletedTask;
    }

    // Who looks after the server asks so often that his requests would hide the others.
    private static bool IsOfTheWatch(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments(TelemetryExport.Path);

    private async Task AwaitAsync(Task answered, HttpContext context, long start)
    {
        try
        {
            await answered;
        }
        finally
        {
            Tell(context, start);
        }
    }

    private void Tell(HttpContext context, long start)
    {
        var facts = context.Features.Get<RequestFacts>();
        var duration = Stopwatch.GetElapsedTime(start);
        metrics.Count(context, facts, duration);
        if (facts is not null && GraphQLSpans.AreWanted)
            GraphQLSpans.Tell(facts, context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpActivityFeature>()?.Activity);
        log?.Write(context, facts, duration);
    }

    private static Task Timing(HttpContext context)
    {
        if (context.Features.Get<RequestFacts>() is { ReadAt: > 0, AnsweredAt: > 0 } facts)
            context.Response.Headers["Server-Timing"] = ServerTiming.Of(facts);
        return Task.CompletedTask;
    }
}
