using FlowGraph.Query.Plan;

namespace FlowGraph.Server.Configuration;

/// <summary>What can be configured: appsettings.json, then environment (FLOWGRAPH_…), then options of the command.</summary>
public sealed class FlowGraphOptions
{
    public string Store { get; set; } = "embedded";

    public string Dataset { get; set; } = "data/oil-for-troops";

    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The address that permalinks start with; unset = root-relative.</summary>
    public string? PublicUrl { get; set; }

    public LimitOptions Limits { get; set; } = new();
}

/// <summary>The limits of api.md, section 8, as far as they are guarded.</summary>
public sealed class LimitOptions
{
    public int Body { get; set; } = 100 * 1024;

    public int Selections { get; set; } = 1000;

    public int Depth { get; set; } = 15;

    public int Page { get; set; } = 200;

    public int Ids { get; set; } = 100;

    public int Hops { get; set; } = 8;

    public int Chains { get; set; } = 10;

    public int HubDegree { get; set; } = 500;

    public int Response { get; set; } = 16 * 1024 * 1024;

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
