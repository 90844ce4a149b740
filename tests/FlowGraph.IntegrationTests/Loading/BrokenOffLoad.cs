using System.Collections.Immutable;
using FlowGraph.Server.Commands;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Loading;

/// <summary>Loads of one release over another that do not come to their end, one after the other.</summary>
internal sealed class BrokenOffLoad(TestDatabase database, ReleasePair releases, bool inBatches = false)
{
    private readonly (string, string)[] _size = inBatches ? [("FLOWGRAPH_Import__OneTransaction", "0")] : [];

    public ReleasePair.Side Before { get; private set; } = releases.Shipped;

    public ReleasePair.Side After { get; private set; } = releases.Later;

    /// <summary>Loads both, undisturbed.</summary>
    /// <returns>How many requests it takes to put one in the place of the other: the first asks what server it is, the last makes it READY.</returns>
    public async Task<int> PrepareAsync(CancellationToken cancellationToken)
    {
        Done(await database.RunAsync(["import", Before.Folder], cancellationToken), "the first release");
        await using var counting = new Relay(database.Server.Url, (_, _) => false, () => Task.CompletedTask);
        Done(await database.RunAsync(["import", After.Folder, "--replace", "--neo4j-url", counting.Url.ToString()], cancellationToken, _size), "the later release");
        (Before, After) = (After, Before);
        return counting.Requests;
    }

    /// <summary>Points of time from the first request to the one before the last.</summary>
    public static IEnumerable<int> Spread(int requests, int points) => Enumerable.Range(0, points).Select(point => 1 + point * (requests - 2) / (points - 1));

    /// <summary>Runs the program until the chosen request and then ends it, as nobody can prevent.</summary>
    /// <returns>The exit code, and the transaction that was open.</returns>
    public async Task<(int Code, string? Transaction)> KillImporterAsync(Func<int, string, bool> isChosen, CancellationToken cancellationToken, bool forwardFirst = false)
    {
        ProgramProcess? process = null;
        await using var relay = new Relay(database.Server.Url, isChosen, () => process!.SignalAsync("KILL", CancellationToken.None), forwardFirst); // it is started before it can ask
        process = database.Start(Arguments, relay.Url, _size);
        using (process)
            return (await process.EndAsync(cancellationToken), relay.Transaction);
    }

    /// <summary>Runs the program until it has the answer to the chosen request and then asks it to end, as Ctrl+C does.</summary>
    public async Task<int> InterruptImporterAsync(int request, CancellationToken cancellationToken)
    {
        ProgramProcess? process = null;
        await using var relay = new Relay(database.Server.Url, (number, _) => number == request, () => process!.SignalAsync("INT", CancellationToken.None), forwardFirst: true); // it is started before it can ask
        process = database.Start(Arguments, relay.Url, _size);
        using (process)
            return await process.EndAsync(cancellationToken);
    }

    /// <summary>Runs the program, which has the chosen request sent before its server ends, and starts the server again.</summary>
    /// <param name="end">How the server ends.</param>
    /// <returns>What is left. Only a program that had its last answer before the end of its server may say that all is done.</returns>
    public async Task<Left> EndServerAsync(string point, Func<int, string, bool> isChosen, Func<Task> end, CancellationToken cancellationToken)
    {
        await using var relay = new Relay(database.Server.Url, isChosen, end, forwardFirst: true);
        using var process = database.Start(Arguments, relay.Url, _size);
        var code = await process.EndAsync(cancellationToken);
        await database.Server.RestartAsync(readOnly: false, cancellationToken);
        var left = await LookAsync(point, cancellationToken);
        var error = process.Error.ToString();
        Assert.True(code == ExitCode.Unreachable || code == ExitCode.Done && left == Left.After, FormattableString.Invariant($"{point}: {code}, {left}: {error}"));
        if (code != ExitCode.Done)
            Assert.StartsWith("flowgraph: ", error.Split('\n')[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        return left;
    }

    /// <summary>Holds what is there now against both releases.</summary>
    public async Task<Left> LookAsync(string point, CancellationToken cancellationToken)
    {
        await database.SettleAsync(cancellationToken);
        var audit = await database.RunAsync(["audit"], cancellationToken);
        if (audit.Output.Contains("its load was broken off", StringComparison.Ordinal))
        {
            Assert.True(audit.ExitCode == ExitCode.No, $"{point}: {audit.ExitCode}");
            return Left.Loading;
        }
        Assert.True(audit.ExitCode == ExitCode.Done, $"{point}: {audit.Output}{audit.Error}");
        var there = audit.Output.Contains($" {After.Version} ", StringComparison.Ordinal) ? After : Before;
        await SameAsync(there.Lines, point, cancellationToken);
        return there == After ? Left.After : Left.Before;
    }

    /// <summary>What somebody does who finds it broken off.</summary>
    public async Task FinishAsync(Left left, string point, CancellationToken cancellationToken)
    {
        Done(await database.RunAsync(left == Left.Loading ? ["import", After.Folder] : ["import", After.Folder, "--replace"], cancellationToken, _size), point);
        (Before, After) = (After, Before);
    }

    /// <summary>The last one that was finished; those before were looked at when the next broke off.</summary>
    public Task EndsWholeAsync(CancellationToken cancellationToken) => SameAsync(Before.Lines, "the end", cancellationToken);

    private ImmutableArray<string> Arguments => ["import", After.Folder, "--replace"];

    private async Task SameAsync(ImmutableArray<string> expected, string point, CancellationToken cancellationToken) =>
        ImportTests.Same(expected, await database.DumpAsync(cancellationToken), point);

    private static void Done(CommandRun run, string point) => Assert.True(run.ExitCode == ExitCode.Done, $"{point}: {run.Error}{run.Output}");
}

internal enum Left
{
    Before,
    Loading,
    After,
}
