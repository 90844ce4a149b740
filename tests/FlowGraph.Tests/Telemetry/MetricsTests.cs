using System.Text.RegularExpressions;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Telemetry;

public sealed partial class MetricsTests
{
    [Fact]
    public async Task Requests_are_counted_by_what_became_of_them()
    {
        await using var server = new TestServer();
        await server.InitializeAsync();
        await server.PostAsync("{ vessels(first: 2) { nodes { id } } }");
        await server.PostAsync("{ vessels(first: 2) { nodes { id } } }");
        await server.PostAsync("{ nothing }");

        // A request is counted when its answer is out, and what is told is some moments old.
        await UntilAsync(server, """(?m)^http_server_request_duration_seconds_count\{(?=.*http_route="/graphql")(?=.*status_code="200")(?=.*code="OK")(?=.*cache="miss").*\} [1-9]""");
        await UntilAsync(server, """(?m)^http_server_request_duration_seconds_count\{(?=.*code="OK")(?=.*cache="hit").*\} [1-9]""");
        await UntilAsync(server, """(?m)^http_server_request_duration_seconds_count\{(?=.*status_code="400")(?=.*code="GRAPHQL_VALIDATION_FAILED").*\} [1-9]""");
        await UntilAsync(server, """(?m)^flowgraph_store_duration_seconds_count\{.*\} [1-9]""");
        var metrics = await UntilAsync(server, """(?m)^flowgraph_release_info\{.*id="release:oil-for-troops".*\} 1""");
        Assert.DoesNotContain("vessels", metrics, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_page_names_them_all_and_no_others()
    {
        await using var server = new TestServer();
        await server.InitializeAsync();
        await server.PostAsync("{ vessels(first: 2) { nodes { id } } }");
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "operations.md"), TestContext.Current.CancellationToken);

        var served = Type().Matches(await UntilAsync(server, "(?m)^flowgraph_store_duration_seconds_count")).Select(match => match.Groups[1].Value)
            .Where(name => name.StartsWith("flowgraph_", StringComparison.Ordinal) || name.StartsWith("http_", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var named = Row().Matches(page).Select(match => match.Groups[1].Value).ToList();

        // Those of services that this server does not use are counted where the services are.
        Assert.Equal(served, named.Where(name => !name.Contains("neo4j", StringComparison.Ordinal) && !name.Contains("redis", StringComparison.Ordinal) && !name.StartsWith("db_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Can_be_switched_off()
    {
        await using var server = new TestServer { Options = new() { Telemetry = { Metrics = false } } };
        await server.InitializeAsync();

        Assert.Equal(404, (await server.GetAsync("/metrics").WaitAsync(TestContext.Current.CancellationToken)).Status);
    }

    private static async Task<string> UntilAsync(TestServer server, string pattern)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var metrics = "";
        for (var i = 0; i < 200 && !Regex.IsMatch(metrics, pattern); i++)
        {
            await beat.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            metrics = await MetricsAsync(server);
        }
        Assert.Matches(pattern, metrics);
        return metrics;
    }

    private static async Task<string> MetricsAsync(TestServer server)
    {
        var response = await server.GetAsync("/metrics").WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(200, response.Status);
        return response.Text;
    }

    [GeneratedRegex(@"^# TYPE (\S+) ", RegexOptions.Multiline)]
    private static partial Regex Type();

    [GeneratedRegex(@"^\| `((?:flowgraph|http|db)_[a-z0-9_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
