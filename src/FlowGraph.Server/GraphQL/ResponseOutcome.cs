namespace FlowGraph.Server.GraphQL;

/// <summary>What became of a request.</summary>
/// <param name="Code">Of its first error; null where there is none.</param>
public readonly record struct ResponseOutcome(ResponseStatus Status, string? Code = null);

public enum ResponseStatus
{
    /// <summary>There is data and no error.</summary>
    Executed,

    /// <summary>There is data, or null in its place, and errors of single fields.</summary>
    Partial,

    /// <summary>Refused before execution: no data.</summary>
    RequestError,

    TimedOut,

    /// <summary>The store does not answer now.</summary>
    StoreAbsent,
}
