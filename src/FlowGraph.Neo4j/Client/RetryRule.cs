namespace FlowGraph.Neo4j.Client;

/// <summary>Whether a failure may pass, by its code. Whether the statement may be sent again is the caller's knowledge.</summary>
public static class RetryRule
{
    public const int Attempts = 4;

    // Who waited that long for a connection already wants to know now.
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(3);

    /// <param name="mayRepeat">Doing it twice does the same.</param>
    public static async Task<T> RunAsync<T>(Func<Task<T>> act, bool mayRepeat, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(time);
        var start = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (Neo4jException failure) when (mayRepeat && Allows(failure, attempt, time.GetElapsedTime(start)))
            {
                await Task.Delay(Pause(attempt), time, cancellationToken);
            }
        }
    }

    /// <param name="attempt">1 after the first failure.</param>
    public static bool Allows(Neo4jException failure, int attempt, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return attempt < Attempts && elapsed < _window
            && (failure.Fault is Neo4jFault.Transient or Neo4jFault.Unreachable || failure.Code == "Neo.ClientError.Security.AuthorizationExpired");
    }

    private static TimeSpan Pause(int attempt) => TimeSpan.FromMilliseconds(100 * Math.Pow(3, attempt - 1));
}
