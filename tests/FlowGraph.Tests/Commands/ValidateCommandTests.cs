using System.Text.Json.Nodes;
using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Commands;

public sealed class ValidateCommandTests
{
    [Fact(Timeout = 60_000)]
    public async Task Shipped_dataset_has_no_fault()
    {
        var run = await CommandRun.OfAsync(["validate"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("no fault. release:oil-for-troops", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact(Timeout = 60_000)]
    public async Task Names_every_fault_with_its_place()
    {
        using var dataset = Faulty();

        var run = await CommandRun.OfAsync(["validate", dataset.Folder], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.No, run.ExitCode);
        Assert.Contains("vessels.jsonl:1", run.Output, StringComparison.Ordinal);
        Assert.Contains("IMPORT_UNKNOWN_FIELD", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 faults.", run.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Reports_as_json()
    {
        using var dataset = Faulty();

        var good = await CommandRun.OfAsync(["validate", "--json", "--dataset", "data/oil-for-troops"], TestContext.Current.CancellationToken);
        var bad = await CommandRun.OfAsync(["validate", "--json", dataset.Folder], TestContext.Current.CancellationToken);

        Assert.Equal((ExitCode.Done, ExitCode.No), (good.ExitCode, bad.ExitCode));
        var report = JsonNode.Parse(good.Output)!;
        Assert.True((bool)report["valid"]!);
        Assert.Equal(64, ((string)report["release"]!["sha256"]!).Length);
        var faults = JsonNode.Parse(bad.Output)!["diagnostics"]!.AsArray();
        Assert.Equal(2, faults.Count);
        Assert.Equal(["ports.jsonl", "vessels.jsonl"], faults.Select(fault => (string?)fault!["file"]).Order(StringComparer.Ordinal));
        Assert.Equal(1, (int)faults[0]!["line"]!);
        Assert.Equal("IMPORT_UNKNOWN_FIELD", (string?)faults[0]!["code"]);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("There is no folder 'nowhere'.", "validate", "nowhere")]
    [InlineData("There is no dataset in 'nowhere'", "validate", "--dataset", "nowhere")]
    [InlineData("given twice", "validate", "data/oil-for-troops", "--dataset", "data/oil-for-troops")]
    public async Task Folder_that_cannot_be_meant_is_wrong_usage(string expected, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(arguments, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Folder_without_a_manifest_is_a_faulty_dataset()
    {
        var run = await CommandRun.OfAsync(["validate", "schema"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.No, run.ExitCode);
        Assert.Contains("IMPORT_FILE_MISSING", run.Output, StringComparison.Ordinal);
    }

    /// <summary>The first vessel and the first port have a field that does not exist.</summary>
    public static DatasetCopy Faulty()
    {
        var seen = new HashSet<string>();
        return DatasetCopy.Of((file, record) =>
        {
            if (file is "vessels.jsonl" or "ports.jsonl" && seen.Add(file))
                record["flagg"] = "x";
            return record;
        });
    }
}
