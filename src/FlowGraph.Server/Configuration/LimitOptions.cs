using FlowGraph.Query.Chains;
using FlowGraph.Query.Plan;

namespace FlowGraph.Server.Configuration;

/// <summary>The limits that are guarded; each has its LIMIT_ code in docs/errors.md.</summary>
public sealed class LimitOptions
{
    /// <summary>Bytes of a request's body.</summary>
    [WithinLimit(1024, 64 * 1024 * 1024)]
    public int Body { get; set; } = 100 * 1024;

    [WithinLimit(1, 100_000)]
    public int Selections { get; set; } = 1000;

    [WithinLimit(1, 100)]
    public int Depth { get; set; } = 15;

    [WithinLimit(1, 10_000)]
    public int Page { get; set; } = 200;

    [WithinLimit(1, 10_000)]
    public int Ids { get; set; } = 100;

    [WithinLimit(1, ChainRequest.GreatestMaxHops)]
    public int Hops { get; set; } = ChainRequest.GreatestMaxHops;

    [WithinLimit(1, ChainRequest.GreatestFirst)]
    public int Chains { get; set; } = ChainRequest.GreatestFirst;

    /// <summary>A node with more FACT edges than this is a hub.</summary>
    [WithinLimit(1, int.MaxValue)]
    public int HubDegree { get; set; } = 500;

    /// <summary>Bytes of a response.</summary>
    [WithinLimit(1024, 1024 * 1024 * 1024)]
    public int Response { get; set; } = 16 * 1024 * 1024;

    /// <summary>Of execution.</summary>
    [WithinLimit(1, 3600)]
    public int Seconds { get; set; } = 10;

    public QueryLimits ToQueryLimits() => new()
    {
        Selections = Selections,
        Depth = Depth,
        Page = Page,
        Ids = Ids,
        Hops = Hops,
        Chains = Chains,
        HubDegree = HubDegree,
        Response = Response,
        Seconds = Seconds,
    };
}
