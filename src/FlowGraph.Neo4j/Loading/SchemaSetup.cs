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
        using var existing = await client.RunAsync(new("SHOW INDEXES YIELD name RETURN name"), AccessMode.Read, _question, cancellationToken);
        var names = Enumerable.Range(0, existing.Count).Select(row => existing[row, 0].GetString()).ToHashSet();
        var missing = SchemaCypher.Statements(model).Where(statement => !names.Contains(SchemaCypher.NameIn(statement))).ToList();
        if (missing.Count > 0)
        {
            // A transaction that changes the schema cannot write data.
            await using var transaction = await client.BeginAsync(AccessMode.Write, _work, cancellationToken);
            foreach (var statement in missing)
            {
                using var created = await transaction.RunAsync(new(statement) { IsRepeatable = true }, cancellationToken);
            }
            await transaction.CommitAsync(cancellationToken);
        }
        await using var waiting = await client.BeginAsync(AccessMode.Read, _work, cancellationToken);
        using var ready = await waiting.RunAsync(new("CALL db.awaitIndexes(3600)"), cancellationToken);
        return missing.Count;
    }
}
