using System.Diagnostics;
using FlowGraph.Server.Http;

namespace FlowGraph.Server.Telemetry;

/// <summary>How logs, metrics and traces call what the cache did.</summary>
internal static class CacheWords
{
    public static string Of(CacheOutcome outcome) => outcome switch
    {
        CacheOutcome.Bypass => "bypass",
        CacheOutcome.Miss => "miss",
        CacheOutcome.Hit => "hit",
        CacheOutcome.Shared => "shared",
        CacheOutcome.NotModified => "not_modified",
        _ => throw new UnreachableException(),
    };
}
