using System.Net;
using System.Net.Sockets;
using FlowGraph.Server.Commands;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Loading;

/// <summary>Servers that cannot be loaded: one sentence, an exit code, nothing half done, no secret.</summary>
[Collection(OwnServerTests.Name)]
public sealed class UnwillingServerTests(Neo4jFixture neo4j)
{
    private const string Secret = "s3cret-of-the-test";

    [Theory(Timeout = 60_000)]
    [InlineData("import", Transports.Http)]
    [InlineData("audit", Transports.Http)]
    [InlineData("audit", Transports.Bolt)]
    public async Task Server_that_is_not_there(string command, string transport)
    {
        var run = await CommandRun.OfAsync([command, "--neo4j-url", Nowhere(transport)], TestContext.Current.CancellationToken, environment: [("FLOWGRAPH_Neo4j__Password", Secret)]);

        Fails(run, ExitCode.Unreachable, "cannot be reached (no connection); check that it runs and that the address is right.");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("http://nowhere.invalid:7474")]
    [InlineData("bolt://nowhere.invalid")]
    public async Task Server_whose_name_nobody_knows(string url)
    {
        var run = await CommandRun.OfAsync(["import", "--neo4j-url", url], TestContext.Current.CancellationToken, environment: [("FLOWGRAPH_Neo4j__Password", Secret)]);

        Fails(run, ExitCode.Unreachable, "cannot be reached");
    }

    [Fact(Timeout = 60_000)]
    public async Task No_server_is_named()
    {
        var run = await CommandRun.OfAsync(["import"], TestContext.Current.CancellationToken);

        Fails(run, ExitCode.Usage, "No Neo4j server is named. Name its address with --neo4j-url URL or FLOWGRAPH_Neo4j__Url.");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("ftp://127.0.0.1:7687", "(http, https, bolt or bolt+s)")]
    [InlineData("bolt://", "has to be the address of a Neo4j server such as http://127.0.0.1:7474 or bolt://127.0.0.1:7687")]
    [InlineData("bolt://127.0.0.1:7687/graph", "has to be the address")]
    [InlineData("http://neo4j:s3cret-of-the-test@127.0.0.1:7474", "without user, password")]
    [InlineData("bolt://neo4j:s3cret-of-the-test@127.0.0.1:7687", "without user, password")]
    [InlineData("neo4j://127.0.0.1:7687", "asks a cluster for routes; this program knows none. Name one server with bolt:// instead.")]
    [InlineData("neo4j+s://127.0.0.1:7687", "Name one server with bolt+s:// instead.")]
    public async Task Address_that_is_none_of_a_server(string url, string sentence)
    {
        var run = await CommandRun.OfAsync(["import", "--neo4j-url", url], TestContext.Current.CancellationToken);

        Fails(run, ExitCode.Usage, sentence);
    }

    [Fact(Timeout = 60_000)]
    public async Task Password_file_that_is_not_there()
    {
        var run = await CommandRun.OfAsync(["import", "--neo4j-url", Nowhere(), "--neo4j-password-file", "nowhere.txt"], TestContext.Current.CancellationToken);

        Fails(run, ExitCode.Usage, "The password file 'nowhere.txt' cannot be read.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Faulty_dataset_is_named_before_any_server_is_asked()
    {
        var run = await CommandRun.OfAsync(["import", "tests/damaged/unknown-field", "--neo4j-url", Nowhere()], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.No, run.ExitCode);
        Assert.Contains("nothing was loaded.", run.Error, StringComparison.Ordinal);
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Wrong_password(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);

        var run = await database.RunAsync(["import", "--neo4j-user", "nobody"], TestContext.Current.CancellationToken, database.AddressOver(transport)[0], ("FLOWGRAPH_Neo4j__Password", Secret));

        Fails(run, ExitCode.Unreachable, "does not accept user 'nobody' with the password given");
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task No_password(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);

        var run = await CommandRun.OfAsync(["import", "--neo4j-url", database.Url(transport).ToString()], TestContext.Current.CancellationToken);

        Fails(run, ExitCode.Unreachable, "asks for a password; give one with FLOWGRAPH_Neo4j__Password or FLOWGRAPH_Neo4j__PasswordFile.");
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Wrong_database(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);

        var run = await database.RunAsync(["import", "--neo4j-database", "graph"], TestContext.Current.CancellationToken, database.AddressOver(transport));

        Fails(run, ExitCode.Unreachable, "has no database 'graph'");
    }

    [Fact(Timeout = 180_000)]
    public async Task Something_that_is_no_neo4j()
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);

        var run = await database.RunAsync(["import", "--neo4j-url", new Uri(database.Server.Url, "/browser/").ToString()], TestContext.Current.CancellationToken);

        Fails(run, ExitCode.Unreachable, "does not speak Neo4j's Query API");
    }

    [Fact(Timeout = 180_000)]
    public async Task Address_that_is_the_other_one_of_the_server()
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        var (http, bolt) = (database.Server.Url.Authority, database.Server.Bolt.Authority);

        var httpAtBolt = await database.RunAsync(["import", "--neo4j-url", $"http://{bolt}"], TestContext.Current.CancellationToken);
        var boltAtHttp = await database.RunAsync(["import", "--neo4j-url", $"bolt://{http}"], TestContext.Current.CancellationToken);
        var encrypted = await database.RunAsync(["import", "--neo4j-url", $"bolt+s://{bolt}"], TestContext.Current.CancellationToken);

        Fails(httpAtBolt, ExitCode.Unreachable, $"speaks no HTTP, it may be a Bolt port; name the HTTP address of the server, usually with port 7474, or write bolt://{bolt}.");
        Fails(boltAtHttp, ExitCode.Unreachable, $"speaks HTTP, not Bolt; name the Bolt address of the server, usually with port 7687, or write http://{http}.");
        Fails(encrypted, ExitCode.Unreachable, "cannot be reached (no secure connection)");
    }

    [Fact(Timeout = 300_000)]
    public async Task Database_that_holds_something_else()
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);

        await RefusesAsync(database, "CREATE (:Person {name: 'Somebody'})-[:ACTED_IN]->(:Movie {title: 'Something'})", TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 300_000)]
    public async Task Database_that_holds_something_beside_a_release()
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        foreach (var (foreign, undo) in ((string, string)[])[
            ("CREATE (:Movie {title: 'Something'})", "MATCH (n:Movie) DELETE n"),
            ("CREATE (:Person {name: 'Somebody'})", "MATCH (n:Person {name: 'Somebody'}) DELETE n"),
            ("MATCH (v:Vessel) WITH v LIMIT 1 CREATE (v)-[:STARS_IN]->(v)", "MATCH ()-[e:STARS_IN]->() DELETE e"),
            ("MATCH (v:Vessel) WITH v LIMIT 1 CREATE (v)-[:CARRIED_BY]->(v)", "MATCH (v:Vessel)-[e:CARRIED_BY]->(v) DELETE e")])
        {
            await RefusesAsync(database, foreign, TestContext.Current.CancellationToken);
            await database.ExecuteAsync(undo, TestContext.Current.CancellationToken);
        }
        var undone = await database.RunAsync(["import", "--replace"], TestContext.Current.CancellationToken);

        Assert.True(undone.ExitCode == ExitCode.Done, undone.Error);
    }

    [Fact(Timeout = 300_000)]
    public async Task Server_that_only_reads()
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        using var changed = ChangedDataset.Create();
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        var before = await database.DumpAsync(TestContext.Current.CancellationToken);
        await database.Server.RestartAsync(readOnly: true, TestContext.Current.CancellationToken);
        try
        {
            var same = await database.RunAsync(["import"], TestContext.Current.CancellationToken);
            var other = await database.RunAsync(["import", changed.Folder, "--replace"], TestContext.Current.CancellationToken);
            var audit = await database.RunAsync(["audit"], TestContext.Current.CancellationToken);

            Assert.Equal((ExitCode.Done, ExitCode.Done), (same.ExitCode, audit.ExitCode));
            Fails(other, ExitCode.No, "can only be read; restart the server without server.databases.default_to_read_only");
            ImportTests.Same(before, await database.DumpAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            await database.Server.RestartAsync(readOnly: false, CancellationToken.None);
        }
    }

    private static async Task RefusesAsync(TestDatabase database, string foreign, CancellationToken cancellationToken)
    {
        const string size = "MATCH (n) RETURN count(n) + COUNT { ()-->() }";
        await database.ExecuteAsync(foreign, cancellationToken);
        var before = await database.CountAsync(size, cancellationToken);

        var run = await database.RunAsync(["import", "--replace"], cancellationToken);

        Fails(run, ExitCode.No, "holds something else");
        Assert.Equal(before, await database.CountAsync(size, cancellationToken));
    }

    private static void Fails(CommandRun run, int exitCode, string sentence)
    {
        Assert.True(exitCode == run.ExitCode, $"{run.ExitCode}: {run.Error}{run.Output}");
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    // Nobody listens on a port that was free a moment ago.
    private static string Nowhere(string scheme = Transports.Http)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return FormattableString.Invariant($"{scheme}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
