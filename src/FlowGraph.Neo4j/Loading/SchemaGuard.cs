using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>Looks, while constraints and indexes are created, whether they can be built: where one cannot, as on a full disk, the server never answers.</summary>
internal static class SchemaGuard
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _question = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _retreat = TimeSpan.FromSeconds(10);
    private static readonly CypherStatement _failed = new($"SHOW INDEXES YIELD name, state WHERE state = 'FAILED' AND name STARTS WITH '{SchemaCypher.Prefix}' RETURN name LIMIT 1");

    /// <exception cref="Neo4jException">An index cannot be built, or what the work itself throws.</exception>
    public static async Task RunAsync(INeo4jClient client, Func<CancellationToken, Task> work, TimeProvider time, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var working = work(stop.Token);
        while (await Task.WhenAny(working, Task.Delay(_interval, time, CancellationToken.None)) != working)
        {
            if (await FailedAsync(client, cancellationToken) is not { } index || working.IsCompleted)
                continue;
            await stop.CancelAsync();
            // It may be in a commit, which nobody can call back; then it is left behind.
            await Task.WhenAny(working, Task.Delay(_retreat, time, CancellationToken.None));
            throw new Neo4jException(Neo4jFault.Exhausted,
                $"The {client.Address} cannot build the index {index}, its disk may be full; make room there, restart the server and try again. Nothing was loaded.");
        }
        await working;
    }

    private static async Task<string?> FailedAsync(INeo4jClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var failed = await client.RunAsync(_failed, AccessMode.Read, _question, cancellationToken);
            return failed.Count > 0 ? failed[0, 0].GetString() : null;
        }
        catch (Exception absent) when (absent is Neo4jException or OperationCanceledException)
        {
            // The work itself will hear of it.
            return null;
        }
    }
}
