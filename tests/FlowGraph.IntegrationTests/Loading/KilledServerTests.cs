using FlowGraph.Server.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Loading;

/// <summary>Servers that end in the middle of an import and come back: the old release or the new one, or the state says LOADING; never half a release called READY.</summary>
[Collection(OwnServerTests.Name)]
public sealed class KilledServerTests(Neo4jFixture neo4j)
{
    private const int Points = 2;

    [Fact(Timeout = 600_000)]
    public async Task Killed_or_shut_down_in_one_transaction_it_comes_back_with_the_old_release_or_the_new_one()
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        var load = new BrokenOffLoad(database, neo4j.Releases);
        var requests = await load.PrepareAsync(TestContext.Current.CancellationToken);

        await database.ExecuteAsync("DROP INDEX fg_Vessel_search IF EXISTS", TestContext.Current.CancellationToken);
        var first = await load.EndServerAsync("killed while it creates an index", (_, path) => path.EndsWith("/commit", StringComparison.Ordinal), () => database.Server.KillAsync(CancellationToken.None), TestContext.Current.CancellationToken);
        Assert.Equal(Left.Before, first);
        var shutDown = await load.EndServerAsync("shut down", (number, _) => number == requests - 3, () => database.Server.StopAsync(CancellationToken.None), TestContext.Current.CancellationToken);
        Assert.Equal(Left.Before, shutDown);

        var left = Left.Before;
        foreach (var request in BrokenOffLoad.Spread(requests, Points).Skip(1).Append(requests))
        {
            var point = FormattableString.Invariant($"killed after request {request} of {requests}");
            left = await load.EndServerAsync(point, (number, _) => number == request, () => database.Server.KillAsync(CancellationToken.None), TestContext.Current.CancellationToken);

            // Only the commit can have come through before the end.
            Assert.True(left == Left.Before || left == Left.After && request == requests, point);
        }
        await load.FinishAsync(left, "after all of it", TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 600_000)]
    public async Task Killed_in_batches_it_comes_back_with_a_state_that_says_so()
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        var load = new BrokenOffLoad(database, neo4j.Releases, inBatches: true);
        var requests = await load.PrepareAsync(TestContext.Current.CancellationToken);
        var loading = 0;

        foreach (var request in BrokenOffLoad.Spread(requests, Points).Skip(1).Append(requests))
        {
            var point = FormattableString.Invariant($"killed after request {request} of {requests}");
            var left = await load.EndServerAsync(point, (number, _) => number == request, () => database.Server.KillAsync(CancellationToken.None), TestContext.Current.CancellationToken);
            loading += left == Left.Loading ? 1 : 0;

            Assert.True(left != Left.After || request == requests, point);
            if (left != Left.After)
                await load.FinishAsync(left, point, TestContext.Current.CancellationToken);
        }
        Assert.InRange(loading, 1, Points);
    }

    [Fact(Timeout = 300_000)]
    public async Task Killed_while_the_first_import_creates_constraints_it_takes_the_next_one()
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        foreach (var row in await database.RowsAsync("SHOW CONSTRAINTS YIELD name RETURN name", TestContext.Current.CancellationToken))
            await database.ExecuteAsync($"DROP CONSTRAINT {row[0].GetString()}", TestContext.Current.CancellationToken);

        await using (var relay = new Relay(database.Server.Url, (number, _) => number == 40, () => database.Server.KillAsync(CancellationToken.None), forwardFirst: true))
        {
            using var process = database.Start(["import"], relay.Url);
            Assert.Equal(ExitCode.Unreachable, await process.EndAsync(TestContext.Current.CancellationToken));
        }
        await database.Server.RestartAsync(readOnly: false, TestContext.Current.CancellationToken);
        var next = await database.RunAsync(["import"], TestContext.Current.CancellationToken);

        Assert.True(next.ExitCode == ExitCode.Done, next.Error);
        Assert.Equal(0, await database.CountAsync("SHOW INDEXES YIELD state WHERE state <> 'ONLINE' RETURN count(*)", TestContext.Current.CancellationToken));
        ImportTests.Same(neo4j.Releases.Shipped.Lines, await database.DumpAsync(TestContext.Current.CancellationToken));
    }
}
