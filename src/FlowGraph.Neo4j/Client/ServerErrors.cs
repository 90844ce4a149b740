using System.Net.Sockets;
using System.Security.Authentication;

namespace FlowGraph.Neo4j.Client;

/// <summary>The server's codes → what they mean for us.</summary>
internal static class ServerErrors
{
    private const int LongestMessage = 500;

    public static Neo4jException Unreachable(Neo4jAddress address, Exception inner) =>
        new(Neo4jFault.Unreachable, $"Neo4j at {Server(address)} cannot be reached ({Reason(inner)}); check that it runs and that the address is right.", inner: inner);

    /// <param name="message">As the server gave it.</param>
    public static Neo4jException Of(string code, string message, Neo4jAddress address) => OfShort(code, Shortened(message), address);

    private static Neo4jException OfShort(string code, string message, Neo4jAddress address) => code switch
    {
        _ when code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal) => Unauthorized(address, code),
        "Neo.ClientError.Database.DatabaseNotFound" =>
            new(Neo4jFault.UnknownDatabase, $"Neo4j at {Server(address)} has no database '{address.Database}'; Community has one only, 'neo4j' unless it was renamed.", code),
        "Neo.TransientError.Database.DatabaseUnavailable" or "Neo.TransientError.General.DatabaseUnavailable" =>
            new(Neo4jFault.Unreachable, $"The {address} is not available yet; try again when it has started.", code),
        "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or "Neo.ClientError.Statement.AccessMode" =>
            new(Neo4jFault.ReadOnly, $"The {address} can only be read; restart the server without server.databases.default_to_read_only to write to it.", code),
        "Neo.ClientError.Transaction.TransactionTimedOut" or "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration" =>
            new(Neo4jFault.TimedOut, $"The {address} ended the transaction at its time limit; nothing of it was kept.", code),
        "Neo.TransientError.Transaction.Terminated" or "Neo.ClientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped" =>
            new(Neo4jFault.Refused, $"The transaction in the {address} was ended from elsewhere; nothing of it was kept.", code),
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError" or "Neo.TransientError.General.OutOfMemoryError" or "Neo.TransientError.General.StackOverFlowError" =>
            new(Neo4jFault.Exhausted, $"The {address} has too little memory for this transaction; raise server.memory.heap.max_size, or lower Import__OneTransaction to load in batches.", code),
        _ when code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => new(Neo4jFault.Transient, $"The {address} cannot do this now: {message}", code),
        "Neo.DatabaseError.Transaction.TransactionLogError" or "Neo.DatabaseError.Transaction.TransactionCommitFailed" =>
            new(Neo4jFault.Exhausted, $"The {address} cannot write, its disk may be full; make room there, restart the server and try again.", code),
        _ when code.StartsWith("Neo.DatabaseError.Schema.", StringComparison.Ordinal) =>
            new(Neo4jFault.Exhausted, $"The {address} cannot build a constraint or an index, its disk may be full: {message}", code),
        _ when code.StartsWith("Neo.DatabaseError.", StringComparison.Ordinal) && message.Contains("needs to be restarted", StringComparison.Ordinal) =>
            new(Neo4jFault.Unreachable, $"The {address} stopped working after a fault, its disk may be full; look into the server's log, then restart it.", code),
        _ when code.StartsWith("Neo.DatabaseError.", StringComparison.Ordinal) && message.Contains("space", StringComparison.OrdinalIgnoreCase) =>
            new(Neo4jFault.Exhausted, $"The {address} cannot write, its disk may be full: {message}", code),
        "Neo.ClientError.Request.Invalid" when message.Contains("was not found", StringComparison.Ordinal) =>
            new(Neo4jFault.Unreachable, $"The transaction in the {address} is gone, the server may have been restarted; nothing of it was kept.", code),
        _ => new(Neo4jFault.Refused, $"The {address} refused a statement: {message}", code),
    };

    public static Neo4jException Unauthorized(Neo4jAddress address, string? code) => code switch
    {
        "Neo.ClientError.Security.Forbidden" => new(Neo4jFault.Unauthorized, $"User '{address.User}' may not do this in the {address}; use an account that may.", code),
        "Neo.ClientError.Security.AuthenticationRateLimit" =>
            new(Neo4jFault.Unauthorized, $"Neo4j at {Server(address)} takes no further log-in of user '{address.User}' after several wrong passwords; wait a little, then give the right one.", code),
        "Neo.ClientError.Security.CredentialsExpired" => new(Neo4jFault.Unauthorized, $"The password of user '{address.User}' at {Server(address)} has to be changed before its first use.", code),
        _ when address.Password is null =>
            new(Neo4jFault.Unauthorized, $"Neo4j at {Server(address)} asks for a password; give one with FLOWGRAPH_Neo4j__Password or FLOWGRAPH_Neo4j__PasswordFile.", code),
        _ => new(Neo4jFault.Unauthorized, $"Neo4j at {Server(address)} does not accept user '{address.User}' with the password given; check FLOWGRAPH_Neo4j__User and the password.", code),
    };

    public static string Server(Neo4jAddress address) => address.Url.GetLeftPart(UriPartial.Authority);

    private static string Reason(Exception fault) => fault switch
    {
        OperationCanceledException => "no answer in time",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is unknown",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no connection",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } or AuthenticationException => "no secure connection",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => "its name is unknown",
        SocketException => "no connection",
        _ => "the connection broke",
    };

    // A syntax error quotes the whole statement over several lines; the first says it all, unless it only announces the next.
    private static string Shortened(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var line = (lines is [var announcing, var announced, ..] && announcing.EndsWith(':') ? $"{announcing} {announced}" : lines.FirstOrDefault() ?? "").AsSpan();
        return line.Length > LongestMessage ? $"{line[..LongestMessage]}…" : line.ToString();
    }
}
