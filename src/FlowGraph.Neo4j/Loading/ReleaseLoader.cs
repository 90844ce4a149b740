using System.Globalization;
using FlowGraph.Model.Records;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Loading;

/// <summary>Puts a release into a database: in one transaction where it fits, else in batches behind a state that says so.</summary>
public sealed class ReleaseLoader(INeo4jClient client)
{
    private const int Attempts = 3;

    private static readonly TimeSpan _question = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _work = TimeSpan.FromHours(1);

    /// <exception cref="Neo4jException">Nothing of the release answers as READY.</exception>
    public async Task<LoadOutcome> LoadAsync(IReleaseRecords release, LoadRequest request, IProgress<LoadProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        var reads = new SingleStatements(client, AccessMode.Read, _question);
        var found = await DatabaseState.ReadAsync(reads, release.Model, cancellationToken);
        var work = new LoadWork(new ReleaseRows(release), client.Address, progress);
        if (LoadDecision.Of(found, release.Info, request.Replace, client.Address) is { } decided)
            return decided.Result == LoadResult.Unchanged && !request.DryRun ? await CompletedAsync(work, decided, cancellationToken) : decided;
        if (request.DryRun)
            return await RehearseAsync(work, reads, found, cancellationToken);
        await CreateSchemaAsync(work, cancellationToken);
        return Math.Max(release.NodeCount + release.EdgeCount, found.Nodes + found.Edges) <= request.OneTransaction
            ? await LoadAtOnceAsync(work, release, request.Replace, cancellationToken)
            : await LoadInBatchesAsync(work, release, found, cancellationToken);
    }

    private static async Task<LoadOutcome> RehearseAsync(LoadWork work, ICypherRunner reads, DatabaseState found, CancellationToken cancellationToken)
    {
        var difference = await work.CompareAsync(reads, found, cancellationToken);
        return new(LoadResult.WouldLoad, "Nothing was written: this was a dry run.", found.Release, work.Counts(difference));
    }

    // What neo4j-admin imported has no constraints and indexes yet, and nobody has audited it.
    private async Task<LoadOutcome> CompletedAsync(LoadWork work, LoadOutcome unchanged, CancellationToken cancellationToken)
    {
        var created = await CreateSchemaAsync(work, cancellationToken);
        if (created == 0)
            return unchanged;
        var audit = await work.AuditAsync(new LongStatements(client, AccessMode.Read, _work, TimeProvider.System), cancellationToken);
        return audit.IsClean
            ? unchanged with { Sentence = string.Create(CultureInfo.InvariantCulture, $"{unchanged.Sentence} Its {created} missing constraints and indexes were created; the audit is clean."), Audit = audit }
            : unchanged with { Result = LoadResult.Refused, Sentence = $"{unchanged.Sentence} But the audit found faults in it; run import --replace.", Audit = audit };
    }

    private Task<int> CreateSchemaAsync(LoadWork work, CancellationToken cancellationToken)
    {
        work.Report(LoadPhase.Indexes);
        return new SchemaSetup(client).CreateMissingAsync(work.Model, cancellationToken);
    }

    private async Task<LoadOutcome> LoadAtOnceAsync(LoadWork work, IReleaseRecords release, bool replace, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAtOnceAsync(work, release, replace, cancellationToken);
            }
            catch (Neo4jException failure) when (failure.Fault == Neo4jFault.Transient && attempt < Attempts)
            {
                // A deadlock, for example: nothing of the transaction is left, so all of it is tried again.
            }
            catch (Neo4jException failure) when (failure.Fault == Neo4jFault.CommitUnknown)
            {
                if (await IsReadyAsync(release, cancellationToken) is not { } isReady)
                    throw new Neo4jException(failure.Fault, $"{failure.Message} Run import again when the server is back: it changes nothing if the release is there.", inner: failure);
                if (!isReady)
                    throw new Neo4jException(Neo4jFault.Unreachable, $"The connection to the {client.Address} broke during the commit; nothing was changed. Run import again.", inner: failure);
                return work.Loaded(null, new ReleaseDifference());
            }
        }
    }

    private async Task<LoadOutcome> TryAtOnceAsync(LoadWork work, IReleaseRecords release, bool replace, CancellationToken cancellationToken)
    {
        await using var transaction = await client.BeginAsync(AccessMode.Write, _work, cancellationToken);
        using var locked = await transaction.RunAsync(ReleaseNode.Lock(release.Info), cancellationToken);
        // Somebody else may have loaded meanwhile.
        var found = await DatabaseState.ReadAsync(transaction, release.Model, cancellationToken);
        if (LoadDecision.Of(found, release.Info, replace, client.Address) is { } decided)
            return decided;
        var difference = await work.CompareAsync(transaction, found, cancellationToken);
        await work.WriteAsync(transaction, difference, found.IsEmpty, cancellationToken);
        using var written = await transaction.RunAsync(ReleaseNode.Write(release.Info, release.Model, ReleaseState.Ready), cancellationToken);
        var audit = await work.AuditAsync(transaction, cancellationToken);
        if (!audit.IsClean)
            return new(LoadResult.Refused, $"The audit found faults in what was loaded into the {client.Address}; all of it was taken back.", found.Release, LoadCounts.None) { Audit = audit };
        work.Report(LoadPhase.Committing);
        await transaction.CommitAsync(cancellationToken);
        return work.Loaded(found.Release, difference) with { Audit = audit };
    }

    private async Task<LoadOutcome> LoadInBatchesAsync(LoadWork work, IReleaseRecords release, DatabaseState found, CancellationToken cancellationToken)
    {
        var writes = new LongStatements(client, AccessMode.Write, _work, TimeProvider.System);
        var difference = await work.CompareAsync(writes, found, cancellationToken);
        try
        {
            using (await writes.RunAsync(ReleaseNode.Write(release.Info, release.Model, ReleaseState.Loading), cancellationToken))
                await work.WriteAsync(writes, difference, intoEmpty: false, cancellationToken);
            var audit = await work.AuditAsync(writes, cancellationToken);
            if (!audit.IsClean)
                return new(LoadResult.Refused, $"The audit found faults in what was loaded into the {client.Address}; it stays LOADING. Run import --replace.", found.Release, LoadCounts.None) { Audit = audit };
            work.Report(LoadPhase.Committing);
            using var ready = await writes.RunAsync(ReleaseNode.Write(release.Info, release.Model, ReleaseState.Ready), cancellationToken);
            return work.Loaded(found.Release, difference) with { Audit = audit };
        }
        catch (Neo4jException failure)
        {
            throw new Neo4jException(failure.Fault, $"{failure.Message} The load is not finished and its state is LOADING; run the same import again to finish it.", failure.Code, failure);
        }
    }

    /// <returns>Null when the server does not say.</returns>
    private async Task<bool?> IsReadyAsync(IReleaseRecords release, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await Audit.ReleaseAsync(new SingleStatements(client, AccessMode.Read, _question), release.Model, cancellationToken);
            return stored is { State: ReleaseState.Ready } && stored.Info.Sha256 == release.Info.Sha256;
        }
        catch (Neo4jException)
        {
            return null;
        }
    }
}
