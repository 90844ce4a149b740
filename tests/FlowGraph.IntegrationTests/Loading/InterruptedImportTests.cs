using System.Collections.Immutable;
using FlowGraph.Model.Records;
using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Loading;

/// <summary>Programs and servers that end in the middle: the old release answers, or the state says LOADING; never half a release called READY.</summary>
[Collection("Neo4j")]
public sealed class InterruptedImportTests(Neo4jFixture neo4j)
{
    private const string InBatches = "FLOWGRAPH_Import__OneTransaction";

    private static GraphRelease Shipped => TestApplication.Shared.Release;

    // 1 asks what server it is, then what is there, creates what is missing of the schema, and loads in one transaction from about the 10th on.
    [Theory(Timeout = 600_000)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(13)]
    [InlineData(17)]
    [InlineData(21)]
    [InlineData(26)]
    [InlineData(32)]
    [InlineData(40)]
    [InlineData(46)]
    public async Task Killed_import_leaves_the_old_release(int request)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var changed = ChangedDataset.Create();
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);

        var code = await KilledAsync(database, ["import", changed.Folder, "--replace"], (number, _) => number == request);
        var left = await database.DumpAsync(TestContext.Current.CancellationToken);
        var audit = await database.RunAsync(["audit"], TestContext.Current.CancellationToken);
        var again = await database.RunAsync(["import", changed.Folder, "--replace"], TestContext.Current.CancellationToken);

        Assert.NotEqual(ExitCode.Done, code);
        ImportTests.Same(GraphLines.Of(Shipped), left);
        Assert.Equal(ExitCode.Done, audit.ExitCode);
        Assert.True(again.ExitCode == ExitCode.Done, again.Error);
        ImportTests.Same(GraphLines.Of(TestApplication.Over(changed.Folder).Release), await database.DumpAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 300_000)]
    public async Task Import_killed_while_it_commits_leaves_the_old_release_or_the_new_one()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var changed = ChangedDataset.Create();
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);

        await KilledAsync(database, ["import", changed.Folder, "--replace"], (_, path) => path.EndsWith("/commit", StringComparison.Ordinal), forwardFirst: true);
        var left = await database.DumpAsync(TestContext.Current.CancellationToken);
        var audit = await database.RunAsync(["audit"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, audit.ExitCode);
        var (old, @new) = (GraphLines.Of(Shipped), GraphLines.Of(TestApplication.Over(changed.Folder).Release));
        ImportTests.Same(audit.Output.Contains(" 1.1.0 ", StringComparison.Ordinal) ? @new : old, left);
    }

    [Theory(Timeout = 300_000)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(18)]
    public async Task Import_in_batches_that_is_killed_is_reported_and_finished(int request)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var changed = ChangedDataset.Create();
        await database.RunAsync(["import", "--dry-run"], TestContext.Current.CancellationToken);
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        await database.EmptyAsync(TestContext.Current.CancellationToken);

        await KilledAsync(database, ["import"], (number, _) => number == request, batches: true);
        var audit = await database.RunAsync(["audit"], TestContext.Current.CancellationToken);
        var other = await database.RunAsync(["import", changed.Folder], TestContext.Current.CancellationToken, (InBatches, "0"));
        var again = await database.RunAsync(["import"], TestContext.Current.CancellationToken, (InBatches, "0"));

        Assert.Equal(ExitCode.No, audit.ExitCode);
        Assert.Contains("its load was broken off", audit.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.No, other.ExitCode);
        Assert.Contains("was broken off; load that release again, or this one with --replace.", other.Error, StringComparison.Ordinal);
        Assert.True(again.ExitCode == ExitCode.Done, again.Error);
        Assert.Contains("An earlier load of release:oil-for-troops 1.0.0", again.Output, StringComparison.Ordinal);
        ImportTests.Same(GraphLines.Of(Shipped), await database.DumpAsync(TestContext.Current.CancellationToken));
    }

    public static bool HasSignals => !OperatingSystem.IsWindows();

    [Fact(Timeout = 300_000, Skip = "Windows has no such signal.", SkipUnless = nameof(HasSignals))]
    public async Task Interrupted_import_takes_back_what_it_wrote()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var changed = ChangedDataset.Create();
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        ProgramProcess? process = null;

        await using var relay = new Relay(
            database.Server.Url, (number, _) => number == 14, () => process!.SignalAsync("INT", CancellationToken.None), forwardFirst: true); // it is started before it can ask
        process = database.Start(["import", changed.Folder, "--replace"], relay.Url);
        var code = await process.EndAsync(TestContext.Current.CancellationToken);
        var open = await database.CountAsync("SHOW TRANSACTIONS YIELD transactionId RETURN count(*)", TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Equal(1, open);
        ImportTests.Same(GraphLines.Of(Shipped), await database.DumpAsync(TestContext.Current.CancellationToken));
        process.Dispose();
    }

    [Theory(Timeout = 600_000)]
    [InlineData("/query/v2", 6)]
    [InlineData("/query/v2", 20)]
    [InlineData("/commit", 2)]
    public async Task Server_that_is_killed_comes_back_with_the_old_release_or_the_new_one(string path, int occurrence)
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        using var changed = ChangedDataset.Create();
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        await database.ExecuteAsync("DROP INDEX fg_Vessel_search IF EXISTS", TestContext.Current.CancellationToken);
        var seen = 0;

        await using var relay = new Relay(
            database.Server.Url, (_, asked) => asked.Contains(path, StringComparison.Ordinal) && ++seen == occurrence, () => database.Server.KillAsync(CancellationToken.None), forwardFirst: true);
        using var process = database.Start(["import", changed.Folder, "--replace"], relay.Url);
        var code = await process.EndAsync(TestContext.Current.CancellationToken);
        await database.Server.RestartAsync(readOnly: false, TestContext.Current.CancellationToken);
        var audit = await database.RunAsync(["audit"], TestContext.Current.CancellationToken);
        var left = await database.DumpAsync(TestContext.Current.CancellationToken);
        var again = await database.RunAsync(["import", changed.Folder, "--replace"], TestContext.Current.CancellationToken);

        Assert.True(code == ExitCode.Unreachable, $"{code}: {process.Error}");
        Assert.StartsWith("flowgraph: ", process.Error.ToString().Split('\n')[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, audit.ExitCode);
        var (old, @new) = (GraphLines.Of(Shipped), GraphLines.Of(TestApplication.Over(changed.Folder).Release));
        ImportTests.Same(audit.Output.Contains(" 1.1.0 ", StringComparison.Ordinal) ? @new : old, left);
        Assert.True(again.ExitCode == ExitCode.Done, again.Error);
        ImportTests.Same(@new, await database.DumpAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Runs the program until the chosen request, then ends it as nobody can prevent.</summary>
    private static async Task<int> KilledAsync(TestDatabase database, ImmutableArray<string> arguments, Func<int, string, bool> isChosen, bool forwardFirst = false, bool batches = false)
    {
        ProgramProcess? process = null;
        await using var relay = new Relay(database.Server.Url, isChosen, () => process!.SignalAsync("KILL", CancellationToken.None), forwardFirst); // it is started before it can ask
        process = database.Start(arguments, relay.Url, batches ? [(InBatches, "0")] : []);
        using (process)
            return await process.EndAsync(TestContext.Current.CancellationToken);
    }
}
