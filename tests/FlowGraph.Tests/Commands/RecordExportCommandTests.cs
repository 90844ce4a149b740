using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Commands;

public sealed class RecordExportCommandTests(TestServer server) : IClassFixture<TestServer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowgraph-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory(Timeout = 60_000)]
    [InlineData("fact", "exchange:oil-for-arms-and-troops", "md")]
    [InlineData("node", "vessel:lady-r", "csv")]
    [InlineData("source", "source:osc-refined-tastes", "csl.json")]
    public async Task Prints_what_the_server_gives(string kind, string id, string format)
    {
        var run = await CommandRun.OfAsync(TestContext.Current.CancellationToken, "export", kind, id, "--format", format);

        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Equal(await server.Client.GetStringAsync($"/export/{kind}/{id}.{format}", TestContext.Current.CancellationToken), run.Output);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("jsonl.gz")]
    [InlineData("csv.zip")]
    [InlineData("graphml")]
    [InlineData("geojson")]
    public async Task Writes_the_release_as_the_server_gives_it(string format)
    {
        var file = Path.Combine(_folder, $"release.{format}");

        var run = await CommandRun.OfAsync(TestContext.Current.CancellationToken, "export", "dataset", "--format", format, "--out", file);

        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.StartsWith($"{file}: ", run.Output, StringComparison.Ordinal);
        Assert.Equal(await server.Client.GetByteArrayAsync($"/export/dataset.{format}", TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact(Timeout = 60_000)]
    public async Task Writes_a_fact_to_a_file_in_markdown_by_default()
    {
        var file = Path.Combine(_folder, "fact.md");

        var run = await CommandRun.OfAsync(TestContext.Current.CancellationToken, "export", "fact", "exchange:oil-for-arms-and-troops", "--out", file);

        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.StartsWith("# ", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("There is no fact 'shipment:nowhere'", "fact", "shipment:nowhere")]
    [InlineData("flowgraph export node vessel:lady-r", "fact", "vessel:lady-r")]
    [InlineData("expected an id such as", "node", "Lady R")]
    [InlineData("--format", "dataset")]
    [InlineData("'pdf'", "fact", "shipment:osc-43-trips-2024", "--format", "pdf")]
    [InlineData("--out", "dataset", "--format", "graphml")]
    [InlineData("is a folder", "fact", "shipment:osc-43-trips-2024", "--out", ".")]
    public async Task Says_what_is_wrong(string sentence, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(TestContext.Current.CancellationToken, ["export", .. arguments]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }
}
