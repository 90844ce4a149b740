using FlowGraph.Server.Commands;
using FlowGraph.TestKit.Neo4j;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Loading;

/// <summary>A server whose disk is full while something is loaded: one sentence, and nothing half done when there is room again.</summary>
[Collection(OwnServerTests.Name)]
public sealed class FullDiskTests(Neo4jFixture neo4j)
{
    [Fact(Timeout = 600_000)]
    public async Task Import_onto_a_full_disk_says_so_and_leaves_nothing_half_done()
    {
        var (mounted, noDisk) = await SmallDisk.MountAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(mounted is null, noDisk);
        await using var disk = mounted;
        var (started, noServer) = await Neo4jServers.StartInAsync(Path.Combine(disk.Folder, "home"), TestContext.Current.CancellationToken);
        Assert.SkipWhen(started is null, noServer);
        await using var server = started;
        using var database = new TestDatabase(server);
        var releases = neo4j.Releases;

        // Indexes come first in an empty database, and find no room.
        disk.Fill(left: 1_500_000);
        var first = await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        Fails(first, ExitCode.No, "its disk may be full");
        await RoomAgainAsync(disk, server);
        Done(await database.RunAsync(["import"], TestContext.Current.CancellationToken));
        ImportTests.Same(releases.Shipped.Lines, await database.DumpAsync(TestContext.Current.CancellationToken));

        disk.Fill(left: 100_000);
        var second = await database.RunAsync(["import", releases.Later.Folder, "--replace"], TestContext.Current.CancellationToken);
        var broken = await database.RunAsync(["audit"], TestContext.Current.CancellationToken);
        Fails(second, ExitCode.No, "cannot write, its disk may be full; make room there, restart the server and try again.");
        Fails(broken, ExitCode.Unreachable, "stopped working after a fault, its disk may be full; look into the server's log, then restart it.");
        await RoomAgainAsync(disk, server);
        // What came into the server's log before the disk was full is done when it starts again.
        var left = (await database.RunAsync(["audit"], TestContext.Current.CancellationToken)).Output.Contains(" 1.1.0 ", StringComparison.Ordinal) ? releases.Later : releases.Shipped;
        var next = left == releases.Later ? releases.Shipped : releases.Later;
        ImportTests.Same(left.Lines, await database.DumpAsync(TestContext.Current.CancellationToken));

        disk.Fill(left: 100_000);
        var third = await database.RunAsync(["import", next.Folder, "--replace"], TestContext.Current.CancellationToken, ("FLOWGRAPH_Import__OneTransaction", "0"));
        Fails(third, ExitCode.No, "its disk may be full");
        Fails(third, ExitCode.No, "its state is LOADING; run the same import again to finish it.");
        await RoomAgainAsync(disk, server);
        Assert.Contains("its load was broken off", (await database.RunAsync(["audit"], TestContext.Current.CancellationToken)).Output, StringComparison.Ordinal);
        Done(await database.RunAsync(["import", next.Folder], TestContext.Current.CancellationToken));
        ImportTests.Same(next.Lines, await database.DumpAsync(TestContext.Current.CancellationToken));
    }

    private static async Task RoomAgainAsync(SmallDisk disk, Neo4jServer server)
    {
        await server.KillAsync(TestContext.Current.CancellationToken);
        disk.MakeRoom();
        await server.RestartAsync(readOnly: false, TestContext.Current.CancellationToken);
    }

    private static void Done(CommandRun run) => Assert.True(run.ExitCode == ExitCode.Done, run.Error);

    private static void Fails(CommandRun run, int exitCode, string sentence)
    {
        Assert.True(exitCode == run.ExitCode, FormattableString.Invariant($"{run.ExitCode}: {run.Error}{run.Output}"));
        Assert.True(run.Error.Contains(sentence, StringComparison.Ordinal), run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
