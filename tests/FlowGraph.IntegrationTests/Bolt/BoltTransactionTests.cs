using FlowGraph.Neo4j.Bolt;
using FlowGraph.Neo4j.Client;
using Xunit;
using static FlowGraph.IntegrationTests.Bolt.StubBoltServer;

namespace FlowGraph.IntegrationTests.Bolt;

/// <summary>What ends a transaction, and what is known of it then.</summary>
public sealed class BoltTransactionTests
{
    private static readonly CypherStatement _statement = new("RETURN 1");
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(10);

    [Fact(Timeout = 20_000)]
    public async Task Does_not_know_whether_a_commit_without_an_answer_was_done()
    {
        await using var server = new StubBoltServer { Answer = (tag, _) => tag == Commit ? null : Usual(tag) };
        using var client = Client(server);
        await using var transaction = await client.BeginAsync(AccessMode.Write, _deadline, TestContext.Current.CancellationToken);
        using var answer = await transaction.RunAsync(_statement, TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => transaction.CommitAsync(TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.CommitUnknown, fault.Fault);
        Assert.Equal([Hello, Logon, Begin, Run, Pull, Commit], server.Heard);
    }

    [Fact(Timeout = 20_000)]
    public async Task Rolls_back_what_is_not_committed()
    {
        await using var server = new StubBoltServer();
        using var client = Client(server);

        await using (await client.BeginAsync(AccessMode.Read, _deadline, TestContext.Current.CancellationToken))
            Assert.Equal([Hello, Logon, Begin], server.Heard);

        Assert.Equal([Hello, Logon, Begin, Rollback], server.Heard);
    }

    [Fact(Timeout = 20_000)]
    public async Task Transaction_is_over_after_a_failure()
    {
        await using var server = new StubBoltServer { Answer = (tag, time) => tag == Run ? Failure("Neo.ClientError.Statement.ArithmeticError") : tag == Pull ? Ignored : Success };
        using var client = Client(server);
        await using var transaction = await client.BeginAsync(AccessMode.Write, _deadline, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<Neo4jException>(() => transaction.RunAsync(_statement, TestContext.Current.CancellationToken));
        var again = await Assert.ThrowsAsync<Neo4jException>(() => transaction.RunAsync(_statement, TestContext.Current.CancellationToken));
        var commit = await Assert.ThrowsAsync<Neo4jException>(() => transaction.CommitAsync(TestContext.Current.CancellationToken));

        Assert.Equal((Neo4jFault.Refused, Neo4jFault.Refused), (again.Fault, commit.Fault));
        Assert.Equal([Hello, Logon, Begin, Run, Pull, Reset], server.Heard);
    }

    private static BoltClient Client(StubBoltServer server) => new(new(server.Url, "neo4j", "neo4j", "a password"), TimeProvider.System);
}
