using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Neo4j.Http;

namespace FlowGraph.Neo4j.Loading;

/// <summary>Constraints and indexes: those that a database does not have yet.</summary>
public sealed class SchemaSetup(INeo4jClient client)
{
    private static readonly TimeSpan _question = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _work = TimeSpan.FromHours(1);

    /// <summary>Creates what is missing and waits until all of it is filled; where nothing is missing nothing is written.</summary>
    /// <returns>How many were created.</returns>
    public async Task<int> CreateMissingAsync(GraphModel model, CancellationToken cancellationToken)
    {
        var existing = await ExistingAsync(cancellationToken);
        var statements = SchemaCypher.Statements(model).ToList();
        var constraints = statements.Where(SchemaCypher.IsConstraint).Select(SchemaCypher.NameIn).ToHashSet();
        // What a fault or the end of the server leaves never gets ready: an index that could not be built, or one whose constraint never came.
        var broken = existing.Where(index => index.IsFailed && index.Name.StartsWith(SchemaCypher.Prefix, StringComparison.Ordinal) || !index.IsOfConstraint && constraints.Contains(index.Name)).ToList();
        var names = existing.Except(broken).Select(index => index.Name).ToHashSet();
        var missing = statements.Where(statement => !names.Contains(SchemaCypher.NameIn(statement))).ToList();
        // A transaction that drops an index cannot create its constraint, and one that changes the schema cannot write data.
        await InOneTransactionAsync([.. broken.Select(index => $"DROP {(index.IsOfConstraint ? "CONSTRAINT" : "INDEX")} {index.Name} IF EXISTS")], cancellationToken);
        await SchemaGuard.RunAsync(client, stop => CreateAsync(missing, stop), TimeProvider.System, cancellationToken);
        return missing.Count;
    }

    private async Task<List<ExistingIndex>> ExistingAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.RunAsync(
            new("SHOW INDEXES YIELD name, state, owningConstraint RETURN name, state = 'FAILED', owningConstraint IS NOT NULL"), AccessMode.Read, _question, cancellationToken);
        return [.. Enumerable.Range(0, answer.Count).Select(row => new ExistingIndex(answer[row, 0].GetString()!, answer[row, 1].GetBoolean(), answer[row, 2].GetBoolean()))]; // every index has a name
    }

    private async Task CreateAsync(List<string> missing, CancellationToken cancellationToken)
    {
        await InOneTransactionAsync(missing, cancellationToken);
        await using var waiting = await client.BeginAsync(AccessMode.Read, _work, cancellationToken);
        using var ready = await waiting.RunAsync(new("CALL db.awaitIndexes(3600)"), cancellationToken);
    }

    private async Task InOneTransactionAsync(List<string> statements, CancellationToken cancellationToken)
    {
        if (statements.Count == 0)
            return;
        await using var transaction = await client.BeginAsync(AccessMode.Write, _work, cancellationToken);
        foreach (var statement in statements)
        {
            using var changed = await transaction.RunAsync(new(statement) { IsRepeatable = true }, cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record ExistingIndex(string Name, bool IsFailed, bool IsOfConstraint);
}
