namespace FlowGraph.Neo4j.Http;

/// <summary>Whether a failure may pass, by its code. Whether the statement may be sent again is the caller's knowledge.</summary>
public static class RetryRule
{
    public const int Attempts = 4;

    // Who waited that long for a connection already wants to know now.
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(3);

    /// <param name="attempt">1 after the first failure.</param>
    public static bool Allows(Neo4jException failure, int attempt, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return attempt < Attempts && elapsed < _window
            && (failure.Fault is Neo4jFault.Transient or Neo4jFault.Unreachable || failure.Code == "Neo.ClientError.Security.AuthorizationExpired");
    }

    public static TimeSpan Pause(int attempt) => TimeSpan.FromMilliseconds(100 * Math.Pow(3, attempt - 1));
}
