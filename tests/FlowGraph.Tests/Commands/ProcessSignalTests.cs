using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Commands;

/// <summary>The executable as a process of its own: what only signals can tell.</summary>
[Collection(ProcessCollection.Name)]
public sealed class ProcessSignalTests
{
    private const string NoSignals = "Windows has no such signals.";

    public static bool HasSignals => !OperatingSystem.IsWindows();

    [Theory(Timeout = 180_000, Skip = NoSignals, SkipUnless = nameof(HasSignals))]
    [InlineData("TERM", ExitCode.Done)]
    [InlineData("INT", ExitCode.Interrupted)]
    public async Task Stops_when_it_is_told_to(string signal, int exitCode)
    {
        using var process = ProgramProcess.Start(["--urls", "http://127.0.0.1:0"]);
        await process.Output.LineAsync("Ctrl+C stops it.", TestContext.Current.CancellationToken);

        await process.SignalAsync(signal, TestContext.Current.CancellationToken);

        Assert.Equal(exitCode, await process.EndAsync(TestContext.Current.CancellationToken));
        Assert.Empty(process.Error.ToString());
    }

    [Fact(Timeout = 180_000, Skip = NoSignals, SkipUnless = nameof(HasSignals))]
    public async Task Hang_up_swaps_in_a_new_release_and_refuses_a_faulty_one()
    {
        using var dataset = DatasetCopy.Of((_, record) => record);
        using var process = ProgramProcess.Start(["--urls", "http://127.0.0.1:0", "--dataset", dataset.Folder]);
        var address = (await process.Output.LineAsync("address  ", TestContext.Current.CancellationToken))["address  ".Length..];
        await process.Output.LineAsync("Ctrl+C stops it.", TestContext.Current.CancellationToken);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var manifest = Path.Combine(dataset.Folder, "dataset.json");
        var text = await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(manifest, text.Replace("\"1.0.0\"", "\"1.0.1\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await process.SignalAsync("HUP", TestContext.Current.CancellationToken);
        await process.Error.LineAsync("info: FlowGraph.Server.Hosting.ReleaseReload[1] Release release:oil-for-troops 1.0.1", TestContext.Current.CancellationToken);
        var swapped = await client.GetStringAsync(address + "/graphql?query={release{version}}", TestContext.Current.CancellationToken);

        await File.AppendAllTextAsync(Path.Combine(dataset.Folder, "ports.jsonl"), "{ broken\n", TestContext.Current.CancellationToken);
        await process.SignalAsync("HUP", TestContext.Current.CancellationToken);
        await process.Error.LineAsync("fail: FlowGraph.Server.Hosting.ReleaseReload[2] ports.jsonl:", TestContext.Current.CancellationToken);
        await process.Error.LineAsync("fail: FlowGraph.Server.Hosting.ReleaseReload[3] The new release was refused", TestContext.Current.CancellationToken);
        var kept = await client.GetStringAsync(address + "/graphql?query={release{version}}", TestContext.Current.CancellationToken);

        Assert.Contains("1.0.1", swapped, StringComparison.Ordinal);
        Assert.Equal(swapped, kept);
        await process.SignalAsync("TERM", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Done, await process.EndAsync(TestContext.Current.CancellationToken));
    }
}
