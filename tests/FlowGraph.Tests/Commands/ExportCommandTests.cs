using System.Text.Json.Nodes;
using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("flowgraph-export-").FullName;

    private string Folder => Path.Combine(_parent, "export");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Writes_headers_data_and_constraints_and_prints_the_commands()
    {
        var run = await ExportAsync(TestContext.Current.CancellationToken);

        var arguments = File.ReadAllLines(Path.Combine(Folder, "import.args"));
        var named = arguments.Where(line => line.Contains(".csv", StringComparison.Ordinal)).SelectMany(line => line.Split('=')[^1].Split(',')).ToList();
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains($"   cd {Folder} && neo4j-admin database import full neo4j @import.args\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("flowgraph import --schema-only", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            [.. named.Concat(["constraints.cypher", "export.json", "import.args"]).Order(StringComparer.Ordinal)],
            Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Equal(File.ReadAllText(Repository.PathOf("schema", "approved", "constraints.cypher")), File.ReadAllText(Path.Combine(Folder, "constraints.cypher")));
        Assert.Contains("--nodes=Vessel:_Entity=node-Vessel.header.csv,node-Vessel.csv", arguments);
        Assert.Contains("--relationships=CARRIED_BY=edge-CARRIED_BY.header.csv,edge-CARRIED_BY.csv", arguments);
        Assert.StartsWith("id:ID,name:string,aliases:string[],", File.ReadAllText(Path.Combine(Folder, "node-Vessel.header.csv")), StringComparison.Ordinal);
        Assert.StartsWith(":START_ID,:END_ID,id:string,key:string,", File.ReadAllText(Path.Combine(Folder, "edge-CARRIED_BY.header.csv")), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(_parent));
    }

    [Fact(Timeout = 60_000)]
    public async Task Reports_as_json()
    {
        var run = await ExportAsync(TestContext.Current.CancellationToken, "--json");

        var report = JsonNode.Parse(run.Output)!;
        Assert.Equal("neo4j-import", (string?)report["format"]);
        Assert.Equal("release:oil-for-troops", (string?)report["release"]!["id"]);
        Assert.Equal($"cd {Folder} && neo4j-admin database import full neo4j @import.args", (string?)report["command"]);
        Assert.Equal(Directory.GetFiles(Folder, "edge-*.csv").Where(file => !file.Contains(".header.", StringComparison.Ordinal)).Sum(file => File.ReadLines(file).Count()), (int)report["edges"]!);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_earlier_export_gives_way_and_the_same_release_gives_the_same_files()
    {
        await ExportAsync(TestContext.Current.CancellationToken);
        var before = Directory.GetFiles(Folder).ToDictionary(file => file, File.ReadAllText);
        File.WriteAllText(Path.Combine(Folder, "import.report"), "");

        var run = await ExportAsync(TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Equal(before, Directory.GetFiles(Folder).ToDictionary(file => file, File.ReadAllText));
        Assert.Single(Directory.EnumerateFileSystemEntries(_parent));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_folder_with_anything_else_in_it_is_left_alone()
    {
        await ExportAsync(TestContext.Current.CancellationToken);
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "mine");

        var run = await ExportAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("is not empty and no earlier export: 'notes.txt' is in it. Name another folder, or take out what is there.", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Folder, "notes.txt")));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_in_the_place_of_the_folder_is_refused()
    {
        File.WriteAllText(Folder, "mine");

        var run = await ExportAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("is a file. Name a folder", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Folder));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("export", "x")]
    [InlineData("export", "x", "--format", "csv")]
    [InlineData("export", "--format", "neo4j-import")]
    public async Task Says_what_formats_there_are_and_that_a_folder_is_wanted(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(TestContext.Current.CancellationToken, arguments);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(arguments.Contains("csv") ? "neo4j-import" : arguments.Contains("--format") ? "export" : "--format", run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_dataset_with_faults_leaves_nothing()
    {
        using var dataset = DatasetCopy.Of((file, record) =>
        {
            if (file == "vessels.jsonl")
                record["colour"] = "red";
            return record;
        });

        var run = await CommandRun.OfAsync(TestContext.Current.CancellationToken, "export", Folder, "--format", "neo4j-import", "--dataset", dataset.Folder);

        Assert.Equal(ExitCode.No, run.ExitCode);
        Assert.Contains("IMPORT_UNKNOWN_FIELD", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_parent));
    }

    [Fact(Timeout = 60_000)]
    public async Task Interrupted_it_leaves_nothing()
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var surroundings = CommandRun.Surroundings(TextWriter.Null, TextWriter.Null);
        using var watcher = new FileSystemWatcher(_parent) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        watcher.Created += (_, _) => interrupt.Cancel();

        var code = await CommandLine.RunAsync(["export", Folder, "--format", "neo4j-import"], surroundings, interrupt.Token);

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_parent));
    }

    private Task<CommandRun> ExportAsync(CancellationToken cancellationToken, params string[] options) =>
        CommandRun.OfAsync(cancellationToken, ["export", Folder, "--format", "neo4j-import", .. options]);
}
