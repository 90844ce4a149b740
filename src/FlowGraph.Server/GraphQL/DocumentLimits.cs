namespace FlowGraph.Server.GraphQL;

/// <summary>What one document may hold, beside what a plan may ask for.</summary>
public sealed record DocumentLimits
{
    public int Tokens { get; init; } = 4000;

    /// <summary>One response key in one selection set.</summary>
    public int Repeats { get; init; } = 50;

    /// <summary>Response keys of one root field.</summary>
    public int Aliases { get; init; } = 20;

    /// <summary>Objects within objects of a filter.</summary>
    public int WhereDepth { get; init; } = 8;

    /// <summary>Objects within objects of an order.</summary>
    public int OrderDepth { get; init; } = 2;

    /// <summary>Values in one list of an argument.</summary>
    public int In { get; init; } = 500;

    public int Cost { get; init; } = 5000;
}
