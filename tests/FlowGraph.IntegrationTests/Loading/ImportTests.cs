using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Loading;
using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Loading;

[Collection("Neo4j")]
public sealed class ImportTests(Neo4jFixture neo4j)
{
    private static GraphRelease Shipped => TestApplication.Shared.Release;

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Import_into_an_empty_database_holds_exactly_what_the_release_holds(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync();

        var run = await database.RunAsync(["import"], TestContext.Current.CancellationToken, database.AddressOver(transport));

        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains("the audit is clean.", run.Output, StringComparison.Ordinal);
        Same(GraphLines.Of(Shipped), await database.DumpAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 300_000)]
    public async Task Import_into_a_new_server_takes_fifteen_seconds_at_most()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        foreach (var row in await database.RowsAsync("SHOW CONSTRAINTS YIELD name RETURN name", TestContext.Current.CancellationToken))
            await database.ExecuteAsync($"DROP CONSTRAINT {row[0].GetString()}", TestContext.Current.CancellationToken);
        foreach (var row in await database.RowsAsync("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", TestContext.Current.CancellationToken))
            await database.ExecuteAsync($"DROP INDEX {row[0].GetString()}", TestContext.Current.CancellationToken);
        var start = Stopwatch.GetTimestamp();

        using var process = database.Start(["import"], database.Server.Url);
        var code = await process.EndAsync(TestContext.Current.CancellationToken);

        var elapsed = Stopwatch.GetElapsedTime(start);
        Assert.True(code == ExitCode.Done, process.Error.ToString());
        Assert.SkipWhen(elapsed > TimeSpan.FromSeconds(15) && IsBusy(), FormattableString.Invariant($"It took {elapsed.TotalSeconds:0.0} s, but the machine does other work; run it on an idle one."));
        Assert.InRange(elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact(Timeout = 300_000)]
    public async Task The_same_release_again_changes_nothing_and_says_so()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        await database.ExecuteAsync("MATCH (n:Vessel) WITH n ORDER BY n.id LIMIT 1 SET n.seen = true", TestContext.Current.CancellationToken);

        var run = await database.RunAsync(["import"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("already holds release:oil-for-troops 1.0.0", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, await database.CountAsync("MATCH (n) WHERE n.seen RETURN count(n)", TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 300_000)]
    public async Task Dates_are_dates_and_the_release_has_its_node()
    {
        using var database = await neo4j.EmptyDatabaseAsync();

        await database.RunAsync(["import"], TestContext.Current.CancellationToken);

        var types = await database.RowsAsync(
            """
            CALL () { MATCH (n) RETURN n AS x UNION ALL MATCH ()-[e]->() RETURN e AS x }
            UNWIND [k IN keys(x) WHERE k ENDS WITH 'arliest' OR k ENDS WITH 'atest' OR k IN ['retrievedAt', 'releasedAt']] AS k
            RETURN DISTINCT valueType(x[k])
            """, TestContext.Current.CancellationToken);
        Assert.Equal(["DATE NOT NULL"], types.Select(row => row[0].GetString()));
        using var node = await database.Client.RunAsync(ReleaseNode.Read, AccessMode.Read, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var stored = ReleaseNode.Parse(node, ShippedModel.Instance)!;
        Assert.Equal(1, node.Count);
        Assert.Equal(ReleaseState.Ready, stored.State);
        Assert.Equal(Shipped.Info.Counts, stored.Info.Counts);
        Assert.Equal(Shipped.Info.CountingGroups, stored.Info.CountingGroups);
        Assert.Equal(Shipped.Info.Caveats, stored.Info.Caveats);
        var empty = (Counts: ImmutableArray<TypeCount>.Empty, Groups: ImmutableArray<CountingGroup>.Empty, Caveats: ImmutableArray<Caveat>.Empty);
        Assert.Equal(
            Shipped.Info with { Counts = empty.Counts, CountingGroups = empty.Groups, Caveats = empty.Caveats },
            stored.Info with { Counts = empty.Counts, CountingGroups = empty.Groups, Caveats = empty.Caveats });
    }

    [Fact(Timeout = 300_000)]
    public async Task Every_index_is_ready_and_the_search_index_folds_names()
    {
        using var database = await neo4j.EmptyDatabaseAsync();

        await database.RunAsync(["import"], TestContext.Current.CancellationToken);

        Assert.Equal(0, await database.CountAsync("SHOW INDEXES YIELD state WHERE state <> 'ONLINE' RETURN count(*)", TestContext.Current.CancellationToken));
        Assert.True(await database.CountAsync("CALL db.index.fulltext.queryNodes('fg_Vessel_search', 'chon') YIELD node RETURN count(node)", TestContext.Current.CancellationToken) > 0);
    }

    [Fact(Timeout = 300_000)]
    public async Task Index_that_could_not_be_built_is_created_anew()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        await database.ExecuteAsync("DROP INDEX fg_Claim_property IF EXISTS", TestContext.Current.CancellationToken);
        await database.ExecuteAsync("MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 SET c.property = reduce(text = 'too large to be indexed', i IN range(1, 12) | text + text)", TestContext.Current.CancellationToken);
        await database.ExecuteAsync("CREATE INDEX fg_Claim_property FOR (n:Claim) ON (n.property)", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<Neo4jException>(() => database.ExecuteAsync("CALL db.awaitIndexes(60)", TestContext.Current.CancellationToken));
        await database.ExecuteAsync("MATCH (c:Claim) SET c.property = null", TestContext.Current.CancellationToken);

        var run = await database.RunAsync(["import", "--replace"], TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Equal(0, await database.CountAsync("SHOW INDEXES YIELD state WHERE state <> 'ONLINE' RETURN count(*)", TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 300_000)]
    public async Task Dry_run_counts_and_writes_nothing()
    {
        using var database = await neo4j.EmptyDatabaseAsync();

        var first = await database.RunAsync(["import", "--dry-run"], TestContext.Current.CancellationToken);
        var left = await database.CountAsync("MATCH (n) RETURN count(n)", TestContext.Current.CancellationToken);
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        var before = await database.DumpAsync(TestContext.Current.CancellationToken);
        using var changed = ChangedDataset.Create();
        var second = await database.RunAsync(["import", changed.Folder, "--replace", "--dry-run", "--json"], TestContext.Current.CancellationToken);

        Assert.Equal((ExitCode.Done, 0, ExitCode.Done), (first.ExitCode, left, second.ExitCode));
        Assert.Contains("this was a dry run", first.Output, StringComparison.Ordinal);
        var report = JsonNode.Parse(second.Output)!;
        Assert.Equal(("WOULD_LOAD", "1.0.0"), ((string)report["result"]!, (string)report["before"]!["version"]!));
        Assert.True((int)report["edges"]!["removed"]! >= 2);
        Same(before, await database.DumpAsync(TestContext.Current.CancellationToken));
    }

    [Theory(Timeout = 300_000)]
    [InlineData("100000")]
    [InlineData("0")]
    public async Task Another_release_takes_the_place_of_the_first_when_it_is_told_to(string oneTransaction)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        (string, string)[] size = [("FLOWGRAPH_Import__OneTransaction", oneTransaction)];
        using var changed = ChangedDataset.Create();
        await database.RunAsync(["import"], TestContext.Current.CancellationToken, size);

        var refused = await database.RunAsync(["import", changed.Folder], TestContext.Current.CancellationToken, size);
        var kept = await database.DumpAsync(TestContext.Current.CancellationToken);
        var replaced = await database.RunAsync(["import", changed.Folder, "--replace", "--json"], TestContext.Current.CancellationToken, size);
        var after = await database.DumpAsync(TestContext.Current.CancellationToken);
        var back = await database.RunAsync(["import", "--replace"], TestContext.Current.CancellationToken, size);

        Assert.Equal(ExitCode.No, refused.ExitCode);
        Assert.Contains("--replace puts release:oil-for-troops 1.1.0", refused.Error, StringComparison.Ordinal);
        Same(GraphLines.Of(Shipped), kept);
        Assert.True(replaced.ExitCode == ExitCode.Done, replaced.Error);
        Assert.Equal("LOADED", (string)JsonNode.Parse(replaced.Output)!["result"]!);
        Same(GraphLines.Of(TestApplication.Over(changed.Folder).Release), after);
        Assert.Contains(after, line => line.Contains(ChangedDataset.Added, StringComparison.Ordinal));
        Assert.DoesNotContain(after, line => line.Contains(ChangedDataset.Removed, StringComparison.Ordinal));
        Assert.True(back.ExitCode == ExitCode.Done, back.Error);
        Same(GraphLines.Of(Shipped), await database.DumpAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await database.CountAsync("MATCH (r:_Release {state: 'READY'}) RETURN count(r)", TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 300_000)]
    public async Task Replacing_a_release_by_itself_repairs_it()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        await database.ExecuteAsync("MATCH (n:Vessel) SET n:_Place, n.name = 'x', n.imo = null", TestContext.Current.CancellationToken);
        await database.ExecuteAsync("MATCH ()-[e:CARRIED_BY]->() DELETE e", TestContext.Current.CancellationToken);
        await database.ExecuteAsync("MATCH (c:Citation)-[:FROM_SOURCE]->(s) WITH c, s LIMIT 5 CREATE (c)-[:FROM_SOURCE]->(s)", TestContext.Current.CancellationToken);
        await database.ExecuteAsync("MATCH (c:Claim) WITH c LIMIT 3 DETACH DELETE c", TestContext.Current.CancellationToken);
        await database.ExecuteAsync("CREATE (:Port:_Place:_Entity {id: 'port:invented', name: 'x'})", TestContext.Current.CancellationToken);

        var run = await database.RunAsync(["import", "--replace"], TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Same(GraphLines.Of(Shipped), await database.DumpAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 300_000)]
    public async Task Two_imports_at_once_load_one_release()
    {
        using var database = await neo4j.EmptyDatabaseAsync();

        var runs = await Task.WhenAll(database.RunAsync(["import"], TestContext.Current.CancellationToken), database.RunAsync(["import"], TestContext.Current.CancellationToken));

        Assert.All(runs, run => Assert.True(run.ExitCode == ExitCode.Done, run.Error));
        Same(GraphLines.Of(Shipped), await database.DumpAsync(TestContext.Current.CancellationToken));
    }

    internal static void Same(ImmutableArray<string> expected, ImmutableArray<string> found, string point = "")
    {
        var (missing, surplus) = (expected.Except(found).ToList(), found.Except(expected).ToList());
        Assert.True(missing.Count + surplus.Count == 0, $"{point} {missing.Count} lines missing, {surplus.Count} too many:\n- {missing.FirstOrDefault()}\n+ {surplus.FirstOrDefault()}");
        Assert.Equal(expected.Length, found.Length);
    }

    private static bool IsBusy() =>
        !File.Exists("/proc/loadavg") || double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) > Environment.ProcessorCount + 1;
}
