using System.Net;
using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary><c>serve --store neo4j</c> over a database that comes late, is being loaded, or is not what it should be.</summary>
[Collection("Neo4j")]
public sealed class Neo4jServingTests(Neo4jFixture neo4j)
{
    private const string Secret = "s3cret-of-the-test";

    private static readonly (string, string) _store = ("FLOWGRAPH_Store", "neo4j");
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    [Fact(Timeout = 120_000)]
    public async Task Starts_although_there_is_no_server_and_says_so()
    {
        await using var server = await ServedCommand.StartAsync(
            TestContext.Current.CancellationToken, _store, ("FLOWGRAPH_Neo4j__Url", "http://127.0.0.1:9"), ("FLOWGRAPH_Neo4j__Password", Secret));

        var answer = await ServedHealth.AskAsync(server, TestContext.Current.CancellationToken);
        var (live, _) = await ServedHealth.HealthAsync(server, "live", TestContext.Current.CancellationToken);
        var (ready, checks) = await ServedHealth.HealthAsync(server, "ready", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE", "5"), (answer.Status, answer.Code, answer.RetryAfter));
        Assert.DoesNotContain("127.0.0.1", answer.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (live, ready));
        Assert.StartsWith("Neo4j at http://127.0.0.1:9 cannot be reached", ServedHealth.Reason(checks, "store"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await server.StopAsync());
        Assert.DoesNotContain(Secret, $"{checks}{answer.Text}{server.Output}{server.Error}", StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Wrong_password_is_said_to_those_who_run_it_only()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        await using var server = await ServedCommand.StartAsync(
            TestContext.Current.CancellationToken, _store, database.Address[0], ("FLOWGRAPH_Neo4j__User", "nobody"), ("FLOWGRAPH_Neo4j__Password", Secret));

        var answer = await ServedHealth.AskAsync(server, TestContext.Current.CancellationToken);
        var (_, checks) = await ServedHealth.HealthAsync(server, "ready", TestContext.Current.CancellationToken);

        Assert.Equal("STORE_UNAVAILABLE", answer.Code);
        Assert.DoesNotContain("nobody", answer.Text, StringComparison.Ordinal);
        Assert.Contains("does not accept user 'nobody' with the password given", ServedHealth.Reason(checks, "store"), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, $"{checks}{answer.Text}{server.Output}{server.Error}", StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task Release_that_is_being_loaded_in_batches_is_answered_with_loading_until_it_is_whole()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        // Constraints and indexes stay in an emptied database, so the requests that the relay counts are those of the load.
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        await database.EmptyAsync(TestContext.Current.CancellationToken);
        await using var server = await ServedCommand.StartAsync(TestContext.Current.CancellationToken, [_store, .. database.Address]);
        var before = await ServedHealth.AskAsync(server, TestContext.Current.CancellationToken);
        var (_, nothing) = await ServedHealth.HealthAsync(server, "ready", TestContext.Current.CancellationToken);

        var (half, rest) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var relay = new Relay(database.Server.Url, (number, path) => number > 12, () =>
        {
            half.SetResult();
            return rest.Task;
        }, forwardFirst: true);
        var loading = database.RunAsync(["import", "--neo4j-url", relay.Url.ToString()], TestContext.Current.CancellationToken, ("FLOWGRAPH_Import__OneTransaction", "0"));
        await half.Task.WaitAsync(_patience, TestContext.Current.CancellationToken);
        await ServedHealth.UntilAsync(async () => (await ServedHealth.AskAsync(server, TestContext.Current.CancellationToken)).Code == "STORE_LOADING", _patience, TestContext.Current.CancellationToken);
        var during = await ServedHealth.AskAsync(server, TestContext.Current.CancellationToken);
        var (notReady, checks) = await ServedHealth.HealthAsync(server, "ready", TestContext.Current.CancellationToken);
        rest.SetResult();
        var run = await loading;
        await ServedHealth.UntilReadyAsync(server, _patience, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE"), (before.Status, before.Code));
        Assert.Contains("holds no release; load one with import.", ServedHealth.Reason(nothing, "release"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5", HttpStatusCode.ServiceUnavailable), (during.Status, during.RetryAfter, notReady));
        Assert.Contains("is being loaded into the database", ServedHealth.Reason(checks, "release"), StringComparison.Ordinal);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
    }

    [Fact(Timeout = 300_000)]
    public async Task Release_that_is_ready_is_watched_and_its_audit_kept()
    {
        using var database = await neo4j.ShippedDatabaseAsync(TestContext.Current.CancellationToken);
        await using var server = await ServedCommand.StartAsync(TestContext.Current.CancellationToken, [_store, .. database.Address]);

        await ServedHealth.UntilReadyAsync(server, _patience, TestContext.Current.CancellationToken);
        var (_, checks) = await ServedHealth.HealthAsync(server, "ready", TestContext.Current.CancellationToken);
        var answer = await ServedHealth.AskAsync(server, TestContext.Current.CancellationToken);

        Assert.Equal("No row in 5 questions.", ServedHealth.Reason(checks, "audit"));
        Assert.StartsWith("release:oil-for-troops 1.0.0", ServedHealth.Reason(checks, "release"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, null), (answer.Status, answer.Code));
        Assert.Equal(await TestApplication.Shared.ExecuteAsync("{ vessels(first: 1) { nodes { id name citations { locator } } } release { id } }", cancellationToken: TestContext.Current.CancellationToken), answer.Text);
    }

    [Fact(Timeout = 300_000)]
    public async Task Commands_answer_from_the_configured_store()
    {
        using var database = await neo4j.ShippedDatabaseAsync(TestContext.Current.CancellationToken);
        foreach (var command in (string[][])[
            ["query", Repository.PathOf("tests", "operations", "acceptance", "b06-from-vostochny-to-kursk.graphql")],
            ["chains", "Vostochny Port", "Kursk Oblast"],
            ["chains", "Vostochny", "Kursk Oblast"]])
        {
            var embedded = await CommandRun.OfAsync(command, TestContext.Current.CancellationToken);
            // The database compiles what it has never seen, for longer than ten seconds where tests keep it busy.
            var asked = await database.RunAsync([.. command, "--store", "neo4j"], TestContext.Current.CancellationToken, ("FLOWGRAPH_Limits__Seconds", "60"));

            Assert.Equal((embedded.ExitCode, embedded.Output, embedded.Error), (asked.ExitCode, asked.Output, asked.Error));
        }
    }

    [Fact(Timeout = 300_000)]
    public async Task Release_whose_audit_finds_something_is_not_ready()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        await database.ExecuteAsync("MATCH ()-[e:CARRIED_BY]->() WITH e ORDER BY e.id LIMIT 1 SET e.citationIds = []", TestContext.Current.CancellationToken);
        await using var server = await ServedCommand.StartAsync(TestContext.Current.CancellationToken, [_store, .. database.Address]);

        await ServedHealth.UntilAsync(async () => ServedHealth.Reason((await ServedHealth.HealthAsync(server, "ready", TestContext.Current.CancellationToken)).Checks, "audit") != "It is under way.", _patience, TestContext.Current.CancellationToken);
        var (status, checks) = await ServedHealth.HealthAsync(server, "ready", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("Edges without a citation: 1", ServedHealth.Reason(checks, "audit"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task No_server_is_named()
    {
        var run = await CommandRun.OfAsync(["serve", "--store", "neo4j"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("No Neo4j server is named. Name its address with --neo4j-url URL or FLOWGRAPH_Neo4j__Url.", run.Error, StringComparison.Ordinal);
    }
}
