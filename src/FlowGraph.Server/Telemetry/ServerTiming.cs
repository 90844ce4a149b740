using System.Diagnostics;
using System.Globalization;
using FlowGraph.Server.Http;

namespace FlowGraph.Server.Telemetry;

/// <summary>The header that developer tools of browsers show as bars: the stages of one answer, in milliseconds.</summary>
internal static class ServerTiming
{
    public static string Of(RequestFacts facts)
    {
        var store = Milliseconds(facts.StoreTicks);
        // What is neither reading nor the store: the cache, and waiting for a turn or for another's execution.
        var rest = Math.Max(0, Milliseconds(facts.AnsweredAt - facts.PreparedAt) - store);
        return string.Create(CultureInfo.InvariantCulture,
            $"prepare;dur={Milliseconds(facts.PreparedAt - facts.ReadAt):F3}, cache;desc={CacheWords.Of(facts.Cache)};dur={rest:F3}, store;dur={store:F3}");
    }

    private static double Milliseconds(long ticks) => ticks * 1000d / Stopwatch.Frequency;
}
