using System.Text.Json;
using FlowGraph.Neo4j.Client;
using Xunit;

namespace FlowGraph.IntegrationTests.Client;

/// <summary>The same over both transports.</summary>

[Collection("Neo4j")]
public sealed class RealServerTests(Neo4jFixture neo4j)
{
    private const string Endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH sum(a * b) AS s RETURN s";
    private const string Running = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN count(*)";

    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(60);

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Statement_is_ended_at_its_deadline(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var client = database.Open(transport);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() =>
            client.RunAsync(new(Endless), AccessMode.Read, TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.TimedOut, fault.Fault);
        await NothingRunsAsync(database);
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Statement_is_ended_when_nobody_wants_it_any_more(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var client = database.Open(transport);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.RunAsync(new(Endless), AccessMode.Read, _deadline, stop.Token));

        await NothingRunsAsync(database);
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Server_keeps_the_deadline_of_a_transaction(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var client = database.Open(transport);
        await using var transaction = await client.BeginAsync(AccessMode.Read, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => transaction.RunAsync(new(Endless), TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.TimedOut, fault.Fault);
        Assert.NotNull(fault.Code);
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task What_is_not_committed_was_never_there(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var client = database.Open(transport);

        await using (var transaction = await client.BeginAsync(AccessMode.Write, _deadline, TestContext.Current.CancellationToken))
        {
            using var written = await transaction.RunAsync(new("CREATE (:Draft)"), TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, await database.CountAsync("MATCH (n:Draft) RETURN count(n)", TestContext.Current.CancellationToken));
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Read_access_refuses_to_write(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var client = database.Open(transport);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => client.RunAsync(new("CREATE (:Draft)"), AccessMode.Read, _deadline, TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.ReadOnly, fault.Fault);
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Values_come_back_as_they_were_sent(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var client = database.Open(transport);
        const string text = "⚠ Chŏn Ma San 천마산 \uD83D\uDE00 \"quoted\" \\ \n end";

        using var answer = await client.RunAsync(
            new("RETURN $t, $i, $f, $l, valueType($f), $b", [new("t", text), new("i", long.MaxValue), new("f", 5.0), new("l", (string[])["a", ""]), new("b", true)]),
            AccessMode.Read, _deadline, TestContext.Current.CancellationToken);

        Assert.Equal(text, answer[0, 0].GetString());
        Assert.Equal(long.MaxValue, answer[0, 1].GetInt64());
        Assert.Equal("5.0", answer[0, 2].GetRawText());
        Assert.Equal(["a", ""], answer[0, 3].EnumerateArray().Select(item => item.GetString()));
        Assert.Equal("FLOAT NOT NULL", answer[0, 4].GetString());
        Assert.True(answer[0, 5].GetBoolean());
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task What_is_committed_is_there_and_nothing_runs_on(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var client = database.Open(transport);

        await using (var transaction = await client.BeginAsync(AccessMode.Write, _deadline, TestContext.Current.CancellationToken))
        {
            using var first = await transaction.RunAsync(new("CREATE (:Draft {n: 1})"), TestContext.Current.CancellationToken);
            using var second = await transaction.RunAsync(new("MATCH (d:Draft) CREATE (:Draft {n: d.n + 1}) RETURN d.n"), TestContext.Current.CancellationToken);
            Assert.Equal(1, second[0, 0].GetInt32());
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, await database.CountAsync("MATCH (n:Draft) RETURN count(n)", TestContext.Current.CancellationToken));
        await database.SettleAsync(TestContext.Current.CancellationToken);
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Transaction_that_is_left_in_the_middle_of_a_statement_ends(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var client = database.Open(transport);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using (var transaction = await client.BeginAsync(AccessMode.Write, _deadline, TestContext.Current.CancellationToken))
        {
            using var written = await transaction.RunAsync(new("CREATE (:Draft)"), TestContext.Current.CancellationToken);
            stop.CancelAfter(TimeSpan.FromSeconds(1));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transaction.RunAsync(new(Endless), stop.Token));
        }

        await NothingRunsAsync(database);
        await database.SettleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await database.CountAsync("MATCH (n:Draft) RETURN count(n)", TestContext.Current.CancellationToken));
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Faults_are_told_apart(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var client = database.Open(transport);

        var syntax = await FaultAsync(client, new("RETURN nothing"));
        var late = await FaultAsync(client, new("UNWIND [1, 0] AS n RETURN 1 / n"));
        using var elsewhere = Neo4jClients.Open(client.Address with { Database = "graph" }, TimeProvider.System);
        using var answer = await client.RunAsync(new("RETURN 1"), AccessMode.Read, _deadline, TestContext.Current.CancellationToken);

        Assert.Equal((Neo4jFault.Refused, "Neo.ClientError.Statement.SyntaxError"), (syntax.Fault, syntax.Code));
        Assert.Contains("Variable `nothing` not defined", syntax.Message, StringComparison.Ordinal);
        Assert.Equal((Neo4jFault.Refused, "Neo.ClientError.Statement.ArithmeticError"), (late.Fault, late.Code));
        Assert.Equal(Neo4jFault.UnknownDatabase, (await FaultAsync(elsewhere, new("RETURN 1"))).Fault);
        Assert.Equal(1, answer[0, 0].GetInt32());
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Server_that_is_killed_in_the_middle_of_a_statement_is_asked_again_when_it_is_back(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync(own: true);
        using var client = database.Open(transport);
        using (await client.RunAsync(new("RETURN 1"), AccessMode.Read, _deadline, TestContext.Current.CancellationToken))
        {
        }

        var running = FaultAsync(client, new(Endless));
        while (await database.CountAsync(Running, TestContext.Current.CancellationToken) == 0)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        await database.Server.KillAsync(TestContext.Current.CancellationToken);
        var fault = await running;
        await database.Server.RestartAsync(readOnly: false, TestContext.Current.CancellationToken);
        using var answer = await client.RunAsync(new("RETURN 1"), AccessMode.Write, _deadline, TestContext.Current.CancellationToken);

        Assert.Equal(Neo4jFault.Unreachable, fault.Fault);
        Assert.Equal(1, answer[0, 0].GetInt32());
    }

    [Fact(Timeout = 180_000)]
    public async Task Many_at_once_get_each_its_own_answer_though_some_are_broken_off()
    {
        const int seed = 5;
        using var database = await neo4j.EmptyDatabaseAsync();
        using var client = database.Open(Transports.Bolt);
        var random = new Random(seed);
        var asked = Enumerable.Range(0, 1000).Select(i => (Number: i, Length: random.Next(3000), Patience: random.Next(4) == 0 ? random.Next(5) : 60_000)).ToList();

        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (question, cancellationToken) =>
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(question.Patience);
            try
            {
                using var answer = await client.RunAsync(
                    new("UNWIND range(1, $length) AS i RETURN $number, i", [new("length", question.Length), new("number", question.Number)]), AccessMode.Read, _deadline, limit.Token);
                Assert.Equal(question.Length, answer.Count);
                Assert.True(answer.Rows.EnumerateArray().Index().All(row => row.Item[0].GetInt32() == question.Number && row.Item[1].GetInt32() == row.Index + 1), $"Seed {seed}, question {question.Number}");
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                // This one was to be broken off.
            }
        });
    }

    [Fact(Timeout = 180_000)]
    public async Task Values_of_every_kind_are_the_same_over_both()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var bolt = database.Open(Transports.Bolt);
        foreach (var value in (string[])[
            "null", "true", "0", "-9223372036854775808", "1.5", "-0.0", "1.0E300", "5.0", "0.0 / 0.0", "-1.0 / 0.0", "'\"\\\\ \u2028 \U0001F600 천'", "[1, [], [null, {a: 1, b: {}}]]",
            "range(1, 300)", "date('2024-01-02')", "date('0001-01-01')", "date('9999-12-31')", "localtime('12:00')", "localtime('12:50:35.100000001')", "time('12:50:35.5-01:30')", "time('12:50Z')",
            "localdatetime('2015-06-24T12:50:00')", "localdatetime('1915-06-24T12:50:35.000000007')", "datetime('2015-06-24T12:50:35.556+0100')", "datetime('2015-06-24T12:50:35.556[Europe/Paris]')",
            "datetime('1915-01-24T00:50Z')", "duration('P14DT16H12M')", "duration('P1Y2M3DT4H5M6.789S')", "duration('PT-0.5S')", "duration('P0D')", "duration({months: -14, days: -3, seconds: -1, nanoseconds: 5})",
            "point({x: 2.25, y: 1.5})", "point({longitude: 2.25, latitude: 1.5, height: 3})"])
        {
            var statement = new CypherStatement($"RETURN {value}");
            using var overHttp = await database.Client.RunAsync(statement, AccessMode.Read, _deadline, TestContext.Current.CancellationToken);
            using var overBolt = await bolt.RunAsync(statement, AccessMode.Read, _deadline, TestContext.Current.CancellationToken);

            var (expected, found) = (overHttp[0, 0], overBolt[0, 0]);
            Assert.True(JsonElement.DeepEquals(expected, found) || expected.ValueKind == JsonValueKind.Number && expected.GetDouble().Equals(found.GetDouble()), $"{value}: {expected.GetRawText()}, {found.GetRawText()}");
        }
    }

    [Theory(Timeout = 180_000)]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Rows_of_a_batch_arrive_as_they_were_written(string transport)
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        using var client = database.Open(transport);
        var rows = "[" + string.Join(',', Enumerable.Range(0, 3000).Select(i => $$$"""{"i":{{{i}}},"f":{{{i}}}.0,"t":"\u00e9 천마산 \"{{{new string('x', i % 400)}}}","l":["a",null],"b":true}""")) + "]";

        using var answer = await client.RunAsync(
            new(
                """
                UNWIND $rows AS row
                RETURN valueType(row.i), valueType(row.f), sum(row.i), sum(row.f), min(row.t), max(size(row.t)), row.l, row.b
                """,
                [new("rows", new JsonRows(System.Text.Encoding.UTF8.GetBytes(rows), 3000))]),
            AccessMode.Read, _deadline, TestContext.Current.CancellationToken);

        Assert.Equal("""[["INTEGER NOT NULL","FLOAT NOT NULL",4498500,4498500.0,"é 천마산 \"",406,["a",null],true]]""", Relaxed(answer.Rows));
    }

    private static string Relaxed(JsonElement rows) => rows.GetRawText().Replace("4.4985E6", "4498500.0", StringComparison.Ordinal);

    private static Task<Neo4jException> FaultAsync(INeo4jClient client, CypherStatement statement) =>
        Assert.ThrowsAsync<Neo4jException>(() => client.RunAsync(statement, AccessMode.Write, _deadline, TestContext.Current.CancellationToken));

    private static async Task NothingRunsAsync(TestDatabase database)
    {
        // What was told to end does so at its next check.
        for (var attempt = 0; attempt < 50 && await database.CountAsync(Running, TestContext.Current.CancellationToken) > 0; attempt++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(0, await database.CountAsync(Running, TestContext.Current.CancellationToken));
    }
}
