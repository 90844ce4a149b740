using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FlowGraph.Neo4j.Bolt;
using FlowGraph.Neo4j.Client;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static FlowGraph.IntegrationTests.Bolt.StubBoltServer;

namespace FlowGraph.IntegrationTests.Bolt;

/// <summary>What the client makes of answers; none of these tests needs a server.</summary>
public sealed class BoltClientTests
{
    private const string Secret = "s3cret-of-the-test";

    private static readonly CypherStatement _statement = new("RETURN 1");
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(10);

    [Fact(Timeout = 20_000)]
    public async Task Connection_is_used_again_and_closed_with_a_goodbye()
    {
        await using var server = new StubBoltServer();
        using (var client = Client(server))
        {
            for (var i = 0; i < 3; i++)
            {
                using var answer = await client.RunAsync(_statement, AccessMode.Read, _deadline, TestContext.Current.CancellationToken);
                Assert.Equal((1, 1), (answer.Count, answer[0, 0].GetInt32()));
            }
        }

        Assert.Equal(1, server.Connections);
        while (server.Heard.Count < 9)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        Assert.Equal([Hello, Logon, Run, Pull, Run, Pull, Run, Pull, Goodbye], server.Heard);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(new byte[] { 72, 84, 84, 80 }, "speaks HTTP, not Bolt; name the Bolt address of the server, usually with port 7687, or write http://127.0.0.1:")]
    [InlineData(new byte[] { 0, 0, 0, 0 }, "speaks no version of Bolt from 5.1 to 5.8; Neo4j 5.26 or newer is needed.")]
    [InlineData(new byte[] { 0, 0, 4, 4 }, "does not speak Bolt as Neo4j does")]
    [InlineData(new byte[] { 83, 83, 72, 45 }, "does not speak Bolt as Neo4j does")]
    public async Task Server_of_another_kind_is_refused_in_one_sentence(byte[] handshake, string expected)
    {
        await using var server = new StubBoltServer { Handshake = handshake };
        using var client = Client(server);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => ServerCheck.RunAsync(client, TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.UnsupportedServer, fault.Fault);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task Certificate_that_nobody_vouches_for_is_refused()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var server = new StubBoltServer { Certificate = certificate };
        using var client = new BoltClient(new(new UriBuilder(server.Url) { Scheme = "bolt+s" }.Uri, "neo4j", "neo4j", Secret), TimeProvider.System);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => client.RunAsync(_statement, AccessMode.Write, _deadline, TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.Unreachable, fault.Fault);
        Assert.Contains("cannot be reached (no secure connection)", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task Bytes_that_are_no_answer_are_those_of_another_server()
    {
        await using var server = new StubBoltServer { Answer = (tag, _) => tag == Pull ? [0, 3, 1, 2, 3, 0, 0] : Success };
        using var client = Client(server);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => client.RunAsync(_statement, AccessMode.Read, _deadline, TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.UnsupportedServer, fault.Fault);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(Logon, "Neo.ClientError.Security.Unauthorized", Neo4jFault.Unauthorized)]
    [InlineData(Run, "Neo.ClientError.Database.DatabaseNotFound", Neo4jFault.UnknownDatabase)]
    [InlineData(Run, "Neo.ClientError.Statement.AccessMode", Neo4jFault.ReadOnly)]
    [InlineData(Pull, "Neo.TransientError.General.MemoryPoolOutOfMemoryError", Neo4jFault.Exhausted)]
    [InlineData(Pull, "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", Neo4jFault.TimedOut)]
    [InlineData(Pull, "Neo.ClientError.Transaction.Terminated", Neo4jFault.Refused)]
    public async Task Tells_faults_apart_by_their_code_and_does_not_try_again(byte tag, string code, Neo4jFault expected)
    {
        await using var server = new StubBoltServer { Answer = (heard, _) => heard == tag ? tag == Pull ? [.. Row, .. Failure(code)] : Failure(code) : heard == Pull ? Ignored : Success };
        using var client = Client(server);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => client.RunAsync(_statement, AccessMode.Read, _deadline, TestContext.Current.CancellationToken));

        Assert.Equal((expected, code), (fault.Fault, fault.Code));
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.Single(server.Heard, tag);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("code")]
    [InlineData("neo4j_code")]
    public async Task Connection_is_used_again_after_a_failure(string name)
    {
        await using var server = new StubBoltServer
        {
            Answer = (tag, time) => (tag, time) switch
            {
                (Run, 1) => Failure("Neo.ClientError.Statement.SyntaxError", name),
                (Pull, 1) => Ignored,
                _ => Usual(tag),
            },
        };
        using var client = Client(server);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => client.RunAsync(_statement, AccessMode.Read, _deadline, TestContext.Current.CancellationToken));
        using var answer = await client.RunAsync(_statement, AccessMode.Read, _deadline, TestContext.Current.CancellationToken);

        Assert.Equal((Neo4jFault.Refused, "Neo.ClientError.Statement.SyntaxError"), (fault.Fault, fault.Code));
        Assert.Equal(1, answer[0, 0].GetInt32());
        Assert.Equal(1, server.Connections);
        Assert.Equal([Hello, Logon, Run, Pull, Reset, Run, Pull], server.Heard);
    }

    [Fact(Timeout = 20_000)]
    public async Task Sends_a_read_and_a_repeatable_write_again_when_the_failure_may_pass()
    {
        foreach (var (access, statement) in ((AccessMode, CypherStatement)[])[(AccessMode.Read, _statement), (AccessMode.Write, _statement with { IsRepeatable = true })])
        {
            await using var server = new StubBoltServer
            {
                Answer = (tag, time) => (tag, time) switch
                {
                    (Run, 1) => null,
                    (Run, 2) => Failure("Neo.TransientError.Transaction.DeadlockDetected"),
                    (Pull, 1) => Ignored,
                    _ => Usual(tag),
                },
            };
            using var client = Client(server);

            using var answer = await client.RunAsync(statement, access, _deadline, TestContext.Current.CancellationToken);

            Assert.Equal(1, answer[0, 0].GetInt32());
            Assert.Equal((2, 3), (server.Connections, server.Heard.Count(tag => tag == Run)));
        }
    }

    [Fact(Timeout = 20_000)]
    public async Task Sends_no_other_write_twice()
    {
        await using var server = new StubBoltServer { Answer = (tag, _) => tag == Run ? null : Success };
        using var client = Client(server);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => client.RunAsync(_statement, AccessMode.Write, _deadline, TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.Unreachable, fault.Fault);
        Assert.Single(server.Heard, Run);
    }

    [Fact(Timeout = 20_000)]
    public async Task Connection_that_the_server_closed_meanwhile_is_not_used()
    {
        await using var server = new StubBoltServer { Answer = (tag, time) => tag == Goodbye ? null : Usual(tag) };
        using var client = Client(server);
        using (await client.RunAsync(_statement, AccessMode.Read, _deadline, TestContext.Current.CancellationToken))
            await server.CloseConnectionsAsync();

        using var answer = await client.RunAsync(_statement, AccessMode.Write, _deadline, TestContext.Current.CancellationToken);

        Assert.Equal(1, answer[0, 0].GetInt32());
        Assert.Equal(2, server.Connections);
    }

    [Fact(Timeout = 20_000)]
    public async Task Connection_that_nobody_uses_for_a_minute_is_closed()
    {
        var time = new FakeTimeProvider();
        await using var server = new StubBoltServer();
        using var client = new BoltClient(new(server.Url, "neo4j", "neo4j", Secret), time);
        await using (await client.BeginAsync(AccessMode.Read, _deadline, TestContext.Current.CancellationToken))
        await using (await client.BeginAsync(AccessMode.Read, _deadline, TestContext.Current.CancellationToken))
        {
        }

        time.Advance(TimeSpan.FromMinutes(2));
        using var answer = await client.RunAsync(_statement, AccessMode.Read, _deadline, TestContext.Current.CancellationToken);

        Assert.Equal(2, server.Connections);
        while (!server.Heard.Contains(Goodbye))
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 20_000)]
    public async Task Server_that_closes_at_once_may_ask_for_encryption()
    {
        await using var server = new StubBoltServer { Handshake = [] };
        using var client = Client(server);
        var asking = client.RunAsync(_statement, AccessMode.Write, _deadline, TestContext.Current.CancellationToken);
        while (server.Connections == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        await server.CloseConnectionsAsync();

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => asking);

        Assert.Equal(Neo4jFault.Unreachable, fault.Fault);
        Assert.EndsWith("closed the connection at once; try again, or write bolt+s:// if it asks for encryption.", fault.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60_000)]
    public async Task Answer_may_come_in_chunks_of_any_size_with_empty_ones_between(int chunk)
    {
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(i => (char)('а' + i % 32)));
        var row = Message(values =>
        {
            values.Structure(0x71, 1);
            values.List(1);
            values.Text(text);
        }, chunk);
        await using var server = new StubBoltServer { Answer = (tag, _) => tag == Pull ? [0, 0, 0, 0, .. row, 0, 0, .. row, .. Success] : Success };
        using var client = Client(server);

        for (var i = 0; i < 3; i++)
        {
            using var answer = await client.RunAsync(_statement, AccessMode.Read, _deadline, TestContext.Current.CancellationToken);

            Assert.Equal([text, text], answer.Rows.EnumerateArray().Select(found => found[0].GetString()));
        }
    }

    [Fact(Timeout = 20_000)]
    public async Task Server_that_says_nothing_is_given_up_at_the_deadline()
    {
        await using var server = new StubBoltServer { Answer = (tag, _) => tag == Pull ? [] : Success };
        using var client = Client(server);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => client.RunAsync(_statement, AccessMode.Read, TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken));
        server.Answer = (tag, _) => Usual(tag);
        using var answer = await client.RunAsync(_statement, AccessMode.Read, _deadline, TestContext.Current.CancellationToken);

        Assert.Equal((Neo4jFault.TimedOut, null), (fault.Fault, fault.Code));
        Assert.Equal(2, server.Connections);
    }

    [Fact(Timeout = 20_000)]
    public async Task Parameter_that_neo4j_has_no_kind_for_leaves_nothing_behind()
    {
        await using var server = new StubBoltServer();
        using var client = Client(server);

        await Assert.ThrowsAsync<ArgumentException>(() => client.RunAsync(new("RETURN $a", [new("a", new object())]), AccessMode.Read, _deadline, TestContext.Current.CancellationToken));
        using var answer = await client.RunAsync(_statement, AccessMode.Read, _deadline, TestContext.Current.CancellationToken);

        Assert.Equal(1, answer[0, 0].GetInt32());
    }

    private static BoltClient Client(StubBoltServer server) => new(new(server.Url, "neo4j", "neo4j", Secret), TimeProvider.System);
}
