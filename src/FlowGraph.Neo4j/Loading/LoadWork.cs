using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>The steps of a load, whatever transaction they run in.</summary>
internal sealed class LoadWork(ReleaseRows release, Neo4jAddress address, IProgress<LoadProgress> progress)
{
    private const int IdsOfStatement = 1000;

    private readonly int _total = release.NodeCount + release.EdgeCount;
    private int _done;

    public GraphModel Model => release.Model;

    public void Report(LoadPhase phase) => progress.Report(new(phase, _done, _total));

    public LoadCounts Counts(ReleaseDifference difference) => new(release.NodeCount, difference.NodesRemoved, release.EdgeCount, difference.EdgesRemoved);

    public LoadOutcome Loaded(StoredRelease? before, ReleaseDifference difference) =>
        new(LoadResult.Loaded, $"{release.Info.Label} is in the {address}.", before, Counts(difference));

    public Task<ReleaseDifference> CompareAsync(ICypherRunner runner, DatabaseState found, CancellationToken cancellationToken)
    {
        Report(LoadPhase.Comparing);
        return new DifferenceReader(release).ReadAsync(runner, found, address, cancellationToken);
    }

    /// <param name="intoEmpty">Nothing is there to be found again: rows are created unseen, which a cold server does in half the time.</param>
    public async Task WriteAsync(ICypherRunner runner, ReleaseDifference difference, bool intoEmpty, CancellationToken cancellationToken)
    {
        _done = 0;
        Report(LoadPhase.Removing);
        foreach (var statement in Removals(difference))
        {
            using var removed = await runner.RunAsync(statement, cancellationToken);
        }
        Report(LoadPhase.Writing);
        using var batches = new LoadBatches(release, intoEmpty).Statements(cancellationToken).GetEnumerator();
        // The next batch is made while the server works on this one.
        for (var next = NextAsync(batches, cancellationToken); await next is { } batch;)
        {
            next = NextAsync(batches, cancellationToken);
            try
            {
                using var written = await runner.RunAsync(batch, cancellationToken);
            }
            catch
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }
            _done += batch.Parameters.Sum(parameter => parameter.Value is JsonRows rows ? rows.Count : 0);
            Report(LoadPhase.Writing);
        }
    }

    public Task<AuditReport> AuditAsync(ICypherRunner runner, CancellationToken cancellationToken)
    {
        Report(LoadPhase.Auditing);
        return Audit.RunAsync(runner, release.Model, cancellationToken);
    }

    private static Task<CypherStatement?> NextAsync(IEnumerator<CypherStatement> batches, CancellationToken cancellationToken) =>
        Task.Run(() => batches.MoveNext() ? batches.Current : null, cancellationToken);

    private static JsonRows RowsOf(IEnumerable<(string From, string To)> links)
    {
        var batch = new Batch("", isRepeatable: true);
        foreach (var link in links)
            batch.Add(link, static (json, row) => RowWriter.Link(json, row.From, row.To));
        return batch.Rows();
    }

    // Edges before nodes: a hub with all its edges in one statement would need all of them in memory.
    private static IEnumerable<CypherStatement> Removals(ReleaseDifference difference) =>
    [
        .. difference.Facts.SelectMany(pair => pair.Value.Chunk(IdsOfStatement).Select(ids => LoadCypher.DeleteFacts(pair.Key, ids))),
        .. difference.Links.SelectMany(pair => pair.Value.Chunk(IdsOfStatement).Select(links => LoadCypher.DeleteLinks(pair.Key.Type, pair.Key.From, RowsOf(links)))),
        .. difference.Nodes.SelectMany(pair => pair.Value.Chunk(IdsOfStatement).Select(ids => LoadCypher.DeleteNodes(pair.Key, ids))),
        .. difference.Keys.SelectMany(pair => pair.Value.Chunk(IdsOfStatement).Select(ids => LoadCypher.ClearKey(pair.Key.Label, pair.Key.Key, ids))),
        .. difference.Labels.SelectMany(pair => pair.Value.Chunk(IdsOfStatement).Select(ids => LoadCypher.RemoveLabel(pair.Key.Anchor, pair.Key.Label, ids))),
    ];
}
