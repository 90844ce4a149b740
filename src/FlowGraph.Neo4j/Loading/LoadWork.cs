using FlowGraph.Neo4j.Cypher;
using FlowGraph.Neo4j.Http;

namespace FlowGraph.Neo4j.Loading;

/// <summary>The steps of a load, whatever transaction they run in.</summary>
internal sealed class LoadWork(ReleaseImage image, Neo4jAddress address, IProgress<LoadProgress> progress)
{
    private const int IdsOfStatement = 1000;

    private readonly int _total = image.Size.Nodes + image.Size.Edges;
    private int _done;

    public void Report(LoadPhase phase) => progress.Report(new(phase, _done, _total));

    public LoadCounts Counts(ReleaseDifference difference) => new(image.Size.Nodes, difference.NodesRemoved, image.Size.Edges, difference.EdgesRemoved);

    public LoadOutcome Loaded(StoredRelease? before, ReleaseDifference difference) =>
        new(LoadResult.Loaded, $"{LoadDecision.Name(image.Release.Info)} is in the {address}.", before, Counts(difference));

    /// <returns>False when nothing had to be created.</returns>
    public async Task<bool> CreateSchemaAsync(ICypherRunner runner, CancellationToken cancellationToken)
    {
        Report(LoadPhase.Indexes);
        using var existing = await runner.RunAsync(new("SHOW INDEXES YIELD name RETURN name"), cancellationToken);
        var names = Enumerable.Range(0, existing.Count).Select(row => existing[row, 0].GetString()).ToHashSet();
        var missing = SchemaCypher.Statements(image.Model).Where(statement => !names.Contains(SchemaCypher.NameIn(statement))).ToList();
        foreach (var statement in missing)
        {
            using var created = await runner.RunAsync(new(statement) { IsRepeatable = true }, cancellationToken);
        }
        return missing.Count > 0;
    }

    public Task<ReleaseDifference> CompareAsync(ICypherRunner runner, DatabaseState found, CancellationToken cancellationToken)
    {
        Report(LoadPhase.Comparing);
        return new DifferenceReader(image).ReadAsync(runner, found, address, cancellationToken);
    }

    public async Task WriteAsync(ICypherRunner runner, ReleaseDifference difference, CancellationToken cancellationToken)
    {
        _done = 0;
        Report(LoadPhase.Removing);
        foreach (var statement in Removals(difference))
        {
            using var removed = await runner.RunAsync(statement, cancellationToken);
        }
        var batches = new LoadBatches(image);
        await WriteAsync(runner, LoadPhase.Nodes, batches.Nodes(), cancellationToken);
        await WriteAsync(runner, LoadPhase.Edges, batches.Edges(), cancellationToken);
    }

    public Task<AuditReport> AuditAsync(ICypherRunner runner, CancellationToken cancellationToken)
    {
        Report(LoadPhase.Auditing);
        return Audit.RunAsync(runner, image.Model, cancellationToken);
    }

    private async Task WriteAsync(ICypherRunner runner, LoadPhase phase, IEnumerable<CypherStatement> batches, CancellationToken cancellationToken)
    {
        Report(phase);
        foreach (var batch in batches)
        {
            using var written = await runner.RunAsync(batch, cancellationToken);
            _done += batch.Parameters.Sum(parameter => parameter.Value is JsonRows rows ? rows.Count : 0);
            Report(phase);
        }
    }

    // Edges before nodes: a hub with all its edges in one statement would need all of them in memory.
    private static IEnumerable<CypherStatement> Removals(ReleaseDifference difference) =>
    [
        .. difference.Facts.SelectMany(pair => pair.Value.Chunk(IdsOfStatement).Select(ids => LoadCypher.DeleteFacts(pair.Key, ids))),
        .. difference.Links.SelectMany(pair => pair.Value.Chunk(IdsOfStatement).Select(links => LoadCypher.DeleteLinks(pair.Key.Type, pair.Key.From, LoadBatches.RowsOf(links)))),
        .. difference.Nodes.SelectMany(pair => pair.Value.Chunk(IdsOfStatement).Select(ids => LoadCypher.DeleteNodes(pair.Key, ids))),
        .. difference.Keys.SelectMany(pair => pair.Value.Chunk(IdsOfStatement).Select(ids => LoadCypher.ClearKey(pair.Key.Label, pair.Key.Key, ids))),
        .. difference.Labels.SelectMany(pair => pair.Value.Chunk(IdsOfStatement).Select(ids => LoadCypher.RemoveLabel(pair.Key.Anchor, pair.Key.Label, ids))),
    ];
}
