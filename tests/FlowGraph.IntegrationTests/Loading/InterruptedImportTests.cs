using FlowGraph.Server.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Loading;

/// <summary>Programs that end in the middle: the old release answers, or the state says LOADING; never half a release called READY.</summary>
[Collection(OwnServerTests.Name)]
public sealed class InterruptedImportTests(Neo4jFixture neo4j)
{
    private const int PointsInOneTransaction = 3;
    private const int PointsInBatches = 3;

    public static bool HasSignals => !OperatingSystem.IsWindows();

    [Fact(Timeout = 600_000, Skip = "Windows has no such signals.", SkipUnless = nameof(HasSignals))]
    public async Task Killed_or_interrupted_import_leaves_the_old_release()
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        var load = new BrokenOffLoad(database, neo4j.Releases);
        var requests = await load.PrepareAsync(TestContext.Current.CancellationToken);
        var untouched = true;

        foreach (var request in BrokenOffLoad.Spread(requests, PointsInOneTransaction).Append(requests))
        {
            var point = FormattableString.Invariant($"killed at request {request} of {requests}");
            var (code, transaction) = await load.KillImporterAsync((number, _) => number == request, TestContext.Current.CancellationToken);
            // The server itself takes back what nobody goes on with; that is waited for once.
            if (transaction is not null && !untouched)
                await database.RollBackAsync(transaction, TestContext.Current.CancellationToken);
            untouched &= transaction is null;

            Assert.NotEqual(ExitCode.Done, code);
            Assert.True(await load.LookAsync(point, TestContext.Current.CancellationToken) == Left.Before, point);
        }
        Assert.Equal(ExitCode.Interrupted, await load.InterruptImporterAsync(requests / 2, TestContext.Current.CancellationToken));
        // The one that counts them: what was begun has been taken back already.
        Assert.Equal(1, await database.CountAsync("SHOW TRANSACTIONS YIELD transactionId RETURN count(*)", TestContext.Current.CancellationToken));
        Assert.Equal(Left.Before, await load.LookAsync("interrupted", TestContext.Current.CancellationToken));
        // One that creates what is missing of the schema has two commits; here nothing is missing.
        await load.KillImporterAsync((_, path) => path.EndsWith("/commit", StringComparison.Ordinal), TestContext.Current.CancellationToken, forwardFirst: true);
        var left = await load.LookAsync("killed while it commits", TestContext.Current.CancellationToken);
        Assert.NotEqual(Left.Loading, left);
        await load.FinishAsync(left, "after all of it", TestContext.Current.CancellationToken);
        await load.EndsWholeAsync(TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 600_000)]
    public async Task Import_in_batches_that_is_killed_leaves_the_old_release_or_a_state_that_says_so()
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        var load = new BrokenOffLoad(database, neo4j.Releases, inBatches: true);
        var requests = await load.PrepareAsync(TestContext.Current.CancellationToken);
        var loading = 0;

        foreach (var request in BrokenOffLoad.Spread(requests, PointsInBatches).Append(requests))
        {
            var point = FormattableString.Invariant($"killed at request {request} of {requests}");
            var (code, _) = await load.KillImporterAsync((number, _) => number == request, TestContext.Current.CancellationToken);
            var left = await load.LookAsync(point, TestContext.Current.CancellationToken);
            loading += left == Left.Loading ? 1 : 0;

            Assert.NotEqual(ExitCode.Done, code);
            Assert.True(left != Left.After, point);
            await load.FinishAsync(left, point, TestContext.Current.CancellationToken);
        }
        await load.EndsWholeAsync(TestContext.Current.CancellationToken);
        Assert.InRange(loading, PointsInBatches / 2, PointsInBatches + 1);
    }

    [Fact(Timeout = 300_000)]
    public async Task First_import_in_batches_that_is_killed_is_reported_and_another_release_has_to_be_meant()
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        // Constraints and indexes stay in an emptied database, so the requests that the relay counts are those of the load.
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        await database.EmptyAsync(TestContext.Current.CancellationToken);
        var load = new BrokenOffLoad(database, neo4j.Releases, inBatches: true);
        (string, string)[] inBatches = [("FLOWGRAPH_Import__OneTransaction", "0")];

        await load.KillImporterAsync((number, _) => number > 12, TestContext.Current.CancellationToken);
        var left = await load.LookAsync("killed", TestContext.Current.CancellationToken);
        var other = await database.RunAsync(["import", load.Before.Folder], TestContext.Current.CancellationToken, inBatches);
        var again = await database.RunAsync(["import", load.After.Folder], TestContext.Current.CancellationToken, inBatches);

        Assert.Equal(Left.Loading, left);
        Assert.Equal(ExitCode.No, other.ExitCode);
        Assert.Contains("was broken off; load that release again, or this one with --replace.", other.Error, StringComparison.Ordinal);
        Assert.True(again.ExitCode == ExitCode.Done, again.Error);
        Assert.Contains("An earlier load of release:oil-for-troops 1.1.0", again.Output, StringComparison.Ordinal);
        ImportTests.Same(load.After.Lines, await database.DumpAsync(TestContext.Current.CancellationToken));
    }
}
