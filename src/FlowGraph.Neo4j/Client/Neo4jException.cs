namespace FlowGraph.Neo4j.Client;

public enum Neo4jFault
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>The connection broke while a commit was under way.</summary>
    CommitUnknown,

    /// <summary>Wrong user or password, or no right to do this.</summary>
    Unauthorized,

    UnknownDatabase,

    /// <summary>Too old, or no Neo4j at all.</summary>
    UnsupportedServer,

    ReadOnly,

    /// <summary>A deadline passed.</summary>
    TimedOut,

    /// <summary>May pass: a deadlock, a server that is starting.</summary>
    Transient,

    /// <summary>Memory or disk.</summary>
    Exhausted,

    /// <summary>The server does not do this: the statement or the data are wrong for it.</summary>
    Refused,

    /// <summary>The database holds something that no release put there.</summary>
    ForeignContent,
}

/// <summary>What went wrong, as one sentence without secrets, and what to do.</summary>
/// <param name="code">The server's own code; null when the server did not speak.</param>
public sealed class Neo4jException(Neo4jFault fault, string message, string? code = null, Exception? inner = null) : Exception(message, inner)
{
    public Neo4jFault Fault { get; } = fault;

    public string? Code { get; } = code;
}
