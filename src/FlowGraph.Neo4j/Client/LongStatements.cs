namespace FlowGraph.Neo4j.Client;

/// <summary>Each statement in a transaction of its own that is begun for it: only such a one may take longer than the limit that a server sets for statements of clients.</summary>
public sealed class LongStatements(INeo4jClient client, AccessMode access, TimeSpan deadline, TimeProvider time) : ICypherRunner
{
    public Task<CypherAnswer> RunAsync(CypherStatement statement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return RetryRule.RunAsync(() => TryAsync(statement, cancellationToken), access == AccessMode.Read || statement.IsRepeatable, time, cancellationToken);
    }

    private async Task<CypherAnswer> TryAsync(CypherStatement statement, CancellationToken cancellationToken)
    {
        await using var transaction = await client.BeginAsync(access, deadline, cancellationToken);
        var answer = await transaction.RunAsync(statement, cancellationToken);
        try
        {
            await transaction.CommitAsync(cancellationToken);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
