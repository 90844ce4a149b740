using FlowGraph.Query.Chains;
using FlowGraph.Query.Plan;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Server.Configuration;

/// <summary>The limits that are guarded; each has its LIMIT_ code in docs/errors.md.</summary>
public sealed class LimitOptions
{
    /// <summary>Bytes of a request's body.</summary>
    [WithinLimit(1024, 64 * 1024 * 1024)]
    public int Body { get; set; } = 100 * 1024;

    /// <summary>Tokens of a document.</summary>
    [WithinLimit(1, 1_000_000)]
    public int Tokens { get; set; } = 4000;

    [WithinLimit(1, 100_000)]
    public int Selections { get; set; } = 1000;

    /// <summary>One response key in one selection set.</summary>
    [WithinLimit(1, 100_000)]
    public int Repeats { get; set; } = 50;

    /// <summary>Names that one root field is asked for under.</summary>
    [WithinLimit(1, 100_000)]
    public int Aliases { get; set; } = 20;

    [WithinLimit(1, 100)]
    public int Depth { get; set; } = 15;

    /// <summary>Objects within objects of a filter.</summary>
    [WithinLimit(1, 60)]
    public int WhereDepth { get; set; } = 8;

    /// <summary>Objects within objects of an order.</summary>
    [WithinLimit(1, 60)]
    public int OrderDepth { get; set; } = 2;

    /// <summary>Rows times plain values, over the whole tree.</summary>
    [WithinLimit(1, int.MaxValue)]
    public int Cost { get; set; } = 5000;

    [WithinLimit(1, 10_000)]
    public int Page { get; set; } = 200;

    [WithinLimit(1, 10_000)]
    public int Ids { get; set; } = 100;

    /// <summary>Values in one list of a filter.</summary>
    [WithinLimit(1, 100_000)]
    public int In { get; set; } = 500;

    [WithinLimit(1, ChainRequest.GreatestMaxHops)]
    public int Hops { get; set; } = ChainRequest.GreatestMaxHops;

    [WithinLimit(1, ChainRequest.GreatestFirst)]
    public int Chains { get; set; } = ChainRequest.GreatestFirst;

    /// <summary>Hops of a subgraph.</summary>
    [WithinLimit(0, 10)]
    public int SubgraphHops { get; set; } = 3;

    /// <summary>Nodes, and facts, of a subgraph.</summary>
    [WithinLimit(1, 100_000)]
    public int Subgraph { get; set; } = 1000;

    /// <summary>Characters of a text to search for.</summary>
    [WithinLimit(1, 10_000)]
    public int Text { get; set; } = 200;

    /// <summary>A node with more FACT edges than this is a hub.</summary>
    [WithinLimit(1, int.MaxValue)]
    public int HubDegree { get; set; } = 500;

    /// <summary>Bytes of a response.</summary>
    [WithinLimit(1024, 1024 * 1024 * 1024)]
    public int Response { get; set; } = 16 * 1024 * 1024;

    /// <summary>Of execution.</summary>
    [WithinLimit(1, 3600)]
    public int Seconds { get; set; } = 10;

    /// <summary>Requests that are answered at once.</summary>
    [WithinLimit(1, 10_000)]
    public int Concurrency { get; set; } = 64;

    /// <summary>Requests that wait for that.</summary>
    [WithinLimit(0, 100_000)]
    public int Queue { get; set; } = 256;

    /// <summary>Seconds that one of them waits at most.</summary>
    [WithinLimit(0, 3600)]
    public int Wait { get; set; } = 2;

    /// <summary>Connections that are open at once.</summary>
    [WithinLimit(1, 1_000_000)]
    public int Connections { get; set; } = 4096;

    public DocumentLimits ToDocumentLimits() => new()
    {
        Tokens = Tokens,
        Repeats = Repeats,
        Aliases = Aliases,
        WhereDepth = WhereDepth,
        OrderDepth = OrderDepth,
        In = In,
        Cost = Cost,
    };

    public QueryLimits ToQueryLimits() => new()
    {
        Selections = Selections,
        Depth = Depth,
        Page = Page,
        Ids = Ids,
        Hops = Hops,
        Chains = Chains,
        SubgraphHops = SubgraphHops,
        Subgraph = Subgraph,
        Text = Text,
        HubDegree = HubDegree,
        Response = Response,
        Seconds = Seconds,
    };
}
