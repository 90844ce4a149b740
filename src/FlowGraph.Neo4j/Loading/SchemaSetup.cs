using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>Constraints and indexes: those that a database does not have yet.</summary>
public sealed class SchemaSetup(INeo4jClient client)
{
    // A server that was just started spends its time on compiling itself; more at once gain nothing.
    private const int SideBySide = 3;

    private static readonly TimeSpan _question = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _work = TimeSpan.FromHours(1);

    /// <summary>Creates what is missing and waits until all of it is filled; where nothing is missing nothing is written.</summary>
    /// <returns>How many were created.</returns>
    public async Task<int> CreateMissingAsync(GraphModel model, CancellationToken cancellationToken)
    {
        var existing = await ExistingAsync(cancellationToken);
        var rules = SchemaCypher.Rules(model).ToList();
        var constraints = rules.Where(rule => rule.IsConstraint).Select(rule => rule.Name).ToHashSet();
        // What a fault or the end of the server leaves never gets ready: an index that could not be built, or one whose constraint never came.
        var broken = existing.Where(index => index.IsFailed && index.Name.StartsWith(SchemaCypher.Prefix, StringComparison.Ordinal) || !index.IsOfConstraint && constraints.Contains(index.Name)).ToList();
        var names = existing.Except(broken).Select(index => index.Name).ToHashSet();
        var missing = rules.Where(rule => !names.Contains(rule.Name)).ToList();
        // A transaction that drops an index cannot create its constraint, and one that changes the schema cannot write data.
        if (broken.Count > 0)
            await InOneTransactionAsync(broken.Select(index => $"DROP {(index.IsOfConstraint ? "CONSTRAINT" : "INDEX")} {index.Name} IF EXISTS"), cancellationToken);
        await SchemaGuard.RunAsync(client, stop => CreateAsync(missing, stop), TimeProvider.System, cancellationToken);
        return missing.Count;
    }

    private async Task<List<ExistingIndex>> ExistingAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.RunAsync(
            new("SHOW INDEXES YIELD name, state, owningConstraint RETURN name, state = 'FAILED', owningConstraint IS NOT NULL"), AccessMode.Read, _question, cancellationToken);
        return [.. Enumerable.Range(0, answer.Count).Select(row => new ExistingIndex(answer[row, 0].GetString()!, answer[row, 1].GetBoolean(), answer[row, 2].GetBoolean()))]; // every index has a name
    }

    private async Task CreateAsync(List<SchemaRule> missing, CancellationToken cancellationToken)
    {
        try
        {
            await SideBySideAsync(missing, cancellationToken);
        }
        catch (Neo4jException failure) when (failure.Fault == Neo4jFault.Transient || failure.Code?.EndsWith("AlreadyExists", StringComparison.Ordinal) == true)
        {
            // Somebody else creates them too: now one after the other, and what is there is left as it is.
            await InOneTransactionAsync(missing.Select(rule => rule.CreateIfMissing), cancellationToken);
        }
        await using var waiting = await client.BeginAsync(AccessMode.Read, _work, cancellationToken);
        using var ready = await waiting.RunAsync(new("CALL db.awaitIndexes(3600)"), cancellationToken);
    }

    // All of one target stay together: they lock it.
    private async Task SideBySideAsync(List<SchemaRule> missing, CancellationToken cancellationToken)
    {
        var targets = missing.GroupBy(rule => rule.Target).OrderByDescending(rules => rules.Count());
        var shares = targets.Index().GroupBy(target => target.Index % SideBySide, target => target.Item);
        // Where one fails, the others are stopped: on a full disk they would wait for ever.
        await Parallel.ForEachAsync(shares, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (share, stop) => await InOneTransactionAsync(share.SelectMany(rules => rules).Select(rule => rule.Create), stop));
    }

    private async Task InOneTransactionAsync(IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        await using var transaction = await client.BeginAsync(AccessMode.Write, _work, cancellationToken);
        foreach (var statement in statements)
        {
            using var changed = await transaction.RunAsync(new(statement), cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record ExistingIndex(string Name, bool IsFailed, bool IsOfConstraint);
}
