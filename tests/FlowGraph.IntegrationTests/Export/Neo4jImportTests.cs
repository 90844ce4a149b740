using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FlowGraph.Import;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Neo4j;
using FlowGraph.TestKit.Synthetic;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Export;

/// <summary>The export for neo4j-admin, imported by it: the graph must be the one that <c>import</c> writes.</summary>
[Collection(OwnServerTests.Name)]
public sealed class Neo4jImportTests(Neo4jFixture neo4j) : IDisposable
{
    private const string Schema = "SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint WHERE type <> 'LOOKUP' RETURN name, type, entityType, labelsOrTypes, properties, owningConstraint ORDER BY name";
    private const string Release = "MATCH (r:_Release) UNWIND keys(r) AS key RETURN key, valueType(r[key]), r[key] ORDER BY key";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "flowgraph export " + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact(Timeout = 600_000)]
    public async Task Imported_export_of_the_shipped_dataset_is_what_import_writes()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = await ImportedAsync(Repository.PathOf("data", "oil-for-troops"));
        using var imported = new TestDatabase(server);
        var completed = await imported.RunAsync(["import", "--schema-only"], cancellationToken);
        var again = await imported.RunAsync(["import"], cancellationToken);
        var audit = await imported.RunAsync(["audit"], cancellationToken);

        using var loaded = await neo4j.EmptyDatabaseAsync(own: true);
        await loaded.RunAsync(["import"], cancellationToken);

        Assert.True(completed.ExitCode == ExitCode.Done, completed.Output + completed.Error);
        Assert.Contains("the audit is clean", completed.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was changed.", again.Output, StringComparison.Ordinal);
        Assert.True(audit.ExitCode == ExitCode.Done, audit.Output + audit.Error);
        Same(await loaded.DumpAsync(cancellationToken), await imported.DumpAsync(cancellationToken));
        Assert.Equal(await LinesAsync(loaded, Release), await LinesAsync(imported, Release));
        Assert.Equal(await LinesAsync(loaded, Schema), await LinesAsync(imported, Schema));
    }

    [Fact(Timeout = 600_000)]
    public async Task Awkward_texts_and_values_of_every_kind_arrive_as_they_are()
    {
        const string awkward = "  \"quoted\", 'so'; with\ttab, back\\slash \\\", \r\nlines\n\n and \u001F, 천마산 Чон 🚢 ";
        using var dataset = DatasetCopy.Of((file, record) =>
        {
            if (file is "vessels.jsonl")
            {
                record["aliases"] = new JsonArray(awkward, ";", "\u001E", "\"");
                record["description"] = awkward;
            }
            if (file is "edges.jsonl")
                record["citations"]![0]!["paraphrase"] = awkward;
            return record;
        });

        await using var server = await ImportedAsync(dataset.Folder);

        using var database = new TestDatabase(server);
        Same(GraphLines.Of(Read(dataset.Folder)), await database.DumpAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 600_000)]
    public async Task Import_of_the_same_release_creates_what_neo4j_admin_left_out()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        Directory.CreateDirectory(_folder);
        var dataset = Path.Combine(_folder, "dataset");
        SyntheticDataset.Write(dataset, new(2_000, 9_000, 3), null, cancellationToken);
        await using var server = await ImportedAsync(dataset);
        using var database = new TestDatabase(server);

        var run = await database.RunAsync(["import", dataset], cancellationToken);

        Assert.True(run.ExitCode == ExitCode.Done, run.Output + run.Error);
        Assert.Contains("missing constraints and indexes were created; the audit is clean.", run.Output, StringComparison.Ordinal);
        Same(GraphLines.Of(Read(dataset)), await database.DumpAsync(cancellationToken));
    }

    private async Task<Neo4jServer> ImportedAsync(string dataset)
    {
        Assert.SkipWhen(Neo4jAdmin.Missing is not null, Neo4jAdmin.Missing ?? "");
        var cancellationToken = TestContext.Current.CancellationToken;
        Directory.CreateDirectory(_folder);
        var run = await CommandRun.OfAsync(cancellationToken, "export", Path.Combine(_folder, "it's here"), "--format", "neo4j-import", "--dataset", dataset);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        var command = run.Output.Split('\n').Single(line => line.Contains("neo4j-admin database import full", StringComparison.Ordinal));
        return await Neo4jAdmin.StartAfterAsync(command, cancellationToken);
    }

    private static async Task<IEnumerable<string>> LinesAsync(TestDatabase database, string text) =>
        (await database.RowsAsync(text, TestContext.Current.CancellationToken)).Select(row => row.GetRawText());

    private static GraphRelease Read(string folder) => DatasetImport.Read(folder, ShippedModel.Instance, TestContext.Current.CancellationToken).Release!; // it has no fault

    private static void Same(ImmutableArray<string> expected, ImmutableArray<string> found)
    {
        Assert.Empty(expected.Except(found).Take(5));
        Assert.Empty(found.Except(expected).Take(5));
        Assert.Equal(expected.Length, found.Length);
    }
}
