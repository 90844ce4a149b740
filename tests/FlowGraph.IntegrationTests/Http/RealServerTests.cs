using FlowGraph.Neo4j.Client;
using Xunit;

namespace FlowGraph.IntegrationTests.Http;

[Collection("Neo4j")]
public sealed class RealServerTests(Neo4jFixture neo4j)
{
    private const string Endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH sum(a * b) AS s RETURN s";
    private const string Running = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN count(*)";

    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(60);

    [Fact(Timeout = 180_000)]
    public async Task Statement_is_ended_at_its_deadline()
    {
        using var database = await neo4j.EmptyDatabaseAsync();

        var fault = await Assert.ThrowsAsync<Neo4jException>(() =>
            database.Client.RunAsync(new(Endless), AccessMode.Read, TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.TimedOut, fault.Fault);
        await NothingRunsAsync(database);
    }

    [Fact(Timeout = 180_000)]
    public async Task Statement_is_ended_when_nobody_wants_it_any_more()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Client.RunAsync(new(Endless), AccessMode.Read, _deadline, stop.Token));

        await NothingRunsAsync(database);
    }

    [Fact(Timeout = 180_000)]
    public async Task Server_keeps_the_deadline_of_a_transaction()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        await using var transaction = await database.Client.BeginAsync(AccessMode.Read, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => transaction.RunAsync(new(Endless), TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.TimedOut, fault.Fault);
        Assert.NotNull(fault.Code);
    }

    [Fact(Timeout = 180_000)]
    public async Task What_is_not_committed_was_never_there()
    {
        using var database = await neo4j.EmptyDatabaseAsync();

        await using (var transaction = await database.Client.BeginAsync(AccessMode.Write, _deadline, TestContext.Current.CancellationToken))
        {
            using var written = await transaction.RunAsync(new("CREATE (:Draft)"), TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, await database.CountAsync("MATCH (n:Draft) RETURN count(n)", TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 180_000)]
    public async Task Read_access_refuses_to_write()
    {
        using var database = await neo4j.EmptyDatabaseAsync();

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => database.Client.RunAsync(new("CREATE (:Draft)"), AccessMode.Read, _deadline, TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.ReadOnly, fault.Fault);
    }

    [Fact(Timeout = 180_000)]
    public async Task Values_come_back_as_they_were_sent()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        const string text = "⚠ Chŏn Ma San 천마산 \uD83D\uDE00 \"quoted\" \\ \n end";

        using var answer = await database.Client.RunAsync(
            new("RETURN $t, $i, $f, $l, valueType($f), $b", [new("t", text), new("i", long.MaxValue), new("f", 5.0), new("l", (string[])["a", ""]), new("b", true)]),
            AccessMode.Read, _deadline, TestContext.Current.CancellationToken);

        Assert.Equal(text, answer[0, 0].GetString());
        Assert.Equal(long.MaxValue, answer[0, 1].GetInt64());
        Assert.Equal("5.0", answer[0, 2].GetRawText());
        Assert.Equal(["a", ""], answer[0, 3].EnumerateArray().Select(item => item.GetString()));
        Assert.Equal("FLOAT NOT NULL", answer[0, 4].GetString());
        Assert.True(answer[0, 5].GetBoolean());
    }

    private static async Task NothingRunsAsync(TestDatabase database)
    {
        // What was told to end does so at its next check.
        for (var attempt = 0; attempt < 50 && await database.CountAsync(Running, TestContext.Current.CancellationToken) > 0; attempt++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(0, await database.CountAsync(Running, TestContext.Current.CancellationToken));
    }
}
