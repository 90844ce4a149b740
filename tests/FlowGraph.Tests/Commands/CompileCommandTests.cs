using System.Text.Json.Nodes;
using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using FlowGraph.Tests.Compiled;
using Xunit;

namespace FlowGraph.Tests.Commands;

public sealed class CompileCommandTests : IDisposable
{
    private const string Query = "{ release { id version sha256 } vessels(first: 3) { nodes { id name } } }";

    private readonly CompiledFolder _folder = new();

    [Fact(Timeout = 60_000)]
    public async Task Whatever_is_asked_of_a_dataset_is_answered_from_its_file()
    {
        var token = TestContext.Current.CancellationToken;
        var compiled = await CommandRun.OfAsync(token, "compile", "--output", _folder.File);
        string[][] questions =
        [
            ["chains", "Vostochny Port", "Kursk Oblast"],
            ["export", "node", "port:vostochny-port", "--format", "md"],
            ["export", "dataset", "--format", "geojson", "--out", _folder.File + ".geojson"],
        ];

        Assert.Equal(ExitCode.Done, compiled.ExitCode);
        Assert.StartsWith($"{_folder.File}: release:oil-for-troops 1.0.0", compiled.Output, StringComparison.Ordinal);
        var (expected, found) = (await AskAsync([], token), await AskAsync(["--dataset", _folder.File], token));
        Assert.Contains("\"sha256\"", expected.Output, StringComparison.Ordinal);
        Assert.Equal((expected.ExitCode, expected.Output, expected.Error), (found.ExitCode, found.Output, found.Error));
        foreach (var question in questions)
        {
            var folder = await CommandRun.OfAsync(token, question);
            var file = await CommandRun.OfAsync(token, [.. question, "--dataset", _folder.File]);
            Assert.Equal((folder.ExitCode, folder.Output, folder.Error), (file.ExitCode, file.Output, file.Error));
            Assert.Equal(ExitCode.Done, file.ExitCode);
        }
        Assert.Equal(["release.flowgraph", "release.flowgraph.geojson"], _folder.Names);
    }

    [Fact(Timeout = 60_000)]
    public async Task Reports_as_json()
    {
        var token = TestContext.Current.CancellationToken;
        var run = await CommandRun.OfAsync(token, "compile", "data/oil-for-troops", "--out", _folder.File, "--json");

        var report = JsonNode.Parse(run.Output)!;
        Assert.Equal((_folder.File, new FileInfo(_folder.File).Length), ((string)report["file"]!, (long)report["bytes"]!));
        Assert.Equal(TestApplication.Shared.Release.Info.Sha256, (string)report["release"]!["sha256"]!);
    }

    [Fact(Timeout = 60_000)]
    public async Task Shows_on_a_terminal_what_it_is_at()
    {
        var run = await CommandRun.OfAsync(["compile", "--out", _folder.File], TestContext.Current.CancellationToken, terminal: true);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("checking the dataset", run.Error, StringComparison.Ordinal);
        Assert.Contains("release:oil-for-troops", run.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Faulty_dataset_is_compiled_to_nothing_and_the_earlier_file_stays()
    {
        var token = TestContext.Current.CancellationToken;
        using var dataset = ValidateCommandTests.Faulty();
        await File.WriteAllTextAsync(_folder.File, "earlier", token);

        var run = await CommandRun.OfAsync(token, "compile", dataset.Folder, "--out", _folder.File);

        Assert.Equal((ExitCode.No, ""), (run.ExitCode, run.Output));
        Assert.Contains("IMPORT_UNKNOWN_FIELD", run.Error, StringComparison.Ordinal);
        Assert.Equal("earlier", await File.ReadAllTextAsync(_folder.File, TestContext.Current.CancellationToken));
        Assert.Equal(["release.flowgraph"], _folder.Names);
    }

    [Fact(Timeout = 60_000)]
    public async Task Interrupted_one_leaves_nothing()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        var run = await CommandRun.OfAsync(["compile", "--out", _folder.File], stop.Token);

        Assert.Equal((ExitCode.Interrupted, ""), (run.ExitCode, run.Output));
        Assert.Empty(_folder.Names);
    }

    [Fact(Timeout = 60_000)]
    public async Task Wrong_usage_is_told()
    {
        var token = TestContext.Current.CancellationToken;
        var (nowhere, folder) = (await CommandRun.OfAsync(token, "compile"), await CommandRun.OfAsync(token, "compile", "--out", Path.GetDirectoryName(_folder.File)!));

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (nowhere.ExitCode, folder.ExitCode));
        Assert.Contains("--out", nowhere.Error, StringComparison.Ordinal);
        Assert.Contains("is a folder", folder.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_needs_the_records_says_so()
    {
        var token = TestContext.Current.CancellationToken;
        await CommandRun.OfAsync(token, "compile", "--out", _folder.File);
        string[][] commands =
        [
            ["validate", _folder.File],
            ["compile", _folder.File, "--out", _folder.File + "2"],
            ["import", _folder.File, "--neo4j-url", "http://127.0.0.1:1"],
            ["export", _folder.File + "-export", "--format", "neo4j-import", "--dataset", _folder.File],
        ];

        foreach (var command in commands)
        {
            var run = await CommandRun.OfAsync(token, command);
            Assert.Equal((ExitCode.No, ""), (run.ExitCode, run.Output));
            Assert.Contains($"{_folder.File}: COMPILED_RECORDS: ", run.Error, StringComparison.Ordinal);
        }
        Assert.Equal(["release.flowgraph"], _folder.Names);
    }

    [Fact(Timeout = 60_000)]
    public async Task Damaged_one_is_not_served()
    {
        var token = TestContext.Current.CancellationToken;
        await CommandRun.OfAsync(token, "compile", "--out", _folder.File);
        var bytes = await File.ReadAllBytesAsync(_folder.File, token);
        await File.WriteAllBytesAsync(_folder.File, bytes[..^1], token);

        var run = await CommandRun.OfAsync(token, "serve", "--urls", "http://127.0.0.1:0", "--dataset", _folder.File);

        Assert.Equal((ExitCode.No, ""), (run.ExitCode, run.Output));
        Assert.Contains("COMPILED_DAMAGED", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<CommandRun> AskAsync(string[] options, CancellationToken cancellationToken) => CommandRun.OfAsync(["query", "-", .. options], cancellationToken, input: Query);
}
