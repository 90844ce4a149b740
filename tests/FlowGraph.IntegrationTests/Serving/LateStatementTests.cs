using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary>An operation whose statement would run for minutes: vessels with thousands of aliases, and a filter that looks into each for hundreds of words.</summary>
[Collection(AloneTests.Name)]
public sealed class LateStatementTests(Neo4jFixture neo4j)
{
    private const string Running = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'aliases' AND NOT currentQuery STARTS WITH 'SHOW' RETURN count(*)";

    // The request's time, and what the database needs to end a statement.
    private static readonly TimeSpan _promise = TimeSpan.FromSeconds(11);

    [Fact(Timeout = 180_000)]
    public async Task Statement_of_minutes_is_gone_from_the_database_within_11_s_of_its_request()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var database = await neo4j.EmptyDatabaseAsync();
        await database.RunAsync(["import"], cancellationToken);
        await using var server = await ServedCommand.StartAsync(cancellationToken, [("FLOWGRAPH_Store", "neo4j"), .. database.Address]);
        // The database looks whether it is to end between two rows only, so there are many.
        await database.ExecuteAsync("UNWIND range(1, 600) AS v CREATE (:Vessel {id: 'vessel:made-' + v, name: 'Made', status: 'CONFIRMED', aliases: [i IN range(1, 3000) | 'alias ' + i]})", cancellationToken);
        var words = new JsonArray([.. Enumerable.Range(0, 400).Select(i => (JsonNode)new JsonObject { ["contains"] = $"word {i}" })]);
        var operation = new JsonObject
        {
            ["query"] = "query($words: [StringOperationFilterInput!]) { vessels(where: { aliases: { some: { or: $words } } }) { nodes { id } } }",
            ["variables"] = new JsonObject { ["words"] = words },
        };

        var start = Stopwatch.GetTimestamp();
        var request = server.Client.PostAsJsonAsync("/graphql", operation, cancellationToken);
        await UntilAsync(database, running: 1, cancellationToken);
        await UntilAsync(database, running: 0, cancellationToken);
        var gone = Stopwatch.GetElapsedTime(start);

        using var response = await request;
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["errors"]![0]!;
        Assert.Equal("STORE_TIMEOUT", (string?)error["extensions"]!["code"]);
        Assert.Equal(504, (int)response.StatusCode);
        Assert.True(gone < _promise, $"It ran for {gone.TotalSeconds:0.0} s.");
    }

    private static async Task UntilAsync(TestDatabase database, int running, CancellationToken cancellationToken)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await database.CountAsync(Running, cancellationToken) != running)
            await pause.WaitForNextTickAsync(cancellationToken);
    }
}
