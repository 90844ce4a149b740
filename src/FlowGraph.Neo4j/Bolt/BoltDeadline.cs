using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>Keeps a deadline here, whether or not the server keeps it too: what is under way then is broken off, and its connection is closed.</summary>
internal static class BoltDeadline
{
    public static Task KeepAsync(Neo4jAddress address, TimeSpan deadline, Func<CancellationToken, Task> act, CancellationToken cancellationToken) => KeepAsync<object?>(
        address, deadline,
        async stop =>
        {
            await act(stop);
            return null;
        },
        cancellationToken);

    /// <exception cref="Neo4jException">With <see cref="Neo4jFault.TimedOut"/> when the time was over.</exception>
    public static async Task<T> KeepAsync<T>(Neo4jAddress address, TimeSpan deadline, Func<CancellationToken, Task<T>> act, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(deadline);
        try
        {
            return await act(limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new Neo4jException(Neo4jFault.TimedOut, FormattableString.Invariant($"The {address} gave no answer within {deadline.TotalSeconds:0} s."));
        }
    }
}
