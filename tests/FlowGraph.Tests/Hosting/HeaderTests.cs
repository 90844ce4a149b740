using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Hosting;

/// <summary>Headers that are too many, too large or lies.</summary>
public sealed class HeaderTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Forged = "forged.example";

    public static TheoryData<string, string> Bombs => new()
    {
        { "many headers", $"GET /health/live HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 1000).Select(i => $"X-{i}: a\r\n"))}\r\n" },
        { "one large header", $"GET /health/live HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 40_000)}\r\n\r\n" },
        { "one header without an end", $"GET /health/live HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 1_000_000)}" },
        { "a name without an end", $"GET /health/live HTTP/1.1\r\nHost: localhost\r\n{new string('a', 1_000_000)}" },
        { "a line that is too long", $"GET /graphql?query={new string('a', 20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n" },
        { "a line without an end", $"GET /{new string('a', 1_000_000)}" },
        { "no host", "GET /health/live HTTP/1.1\r\n\r\n" },
        { "two hosts", "GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" },
        { "a host that is none", "GET /health/live HTTP/1.1\r\nHost: a b<c>\r\n\r\n" },
        { "another protocol", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" },
        { "no protocol", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n" },
        { "two lengths", "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{    }" },
        { "a length and pieces", $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nfff;{new string('a', 200_000)}" },
        { "a length that is no number", "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n" },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Bombs))]
    public async Task Is_refused_and_the_connection_closed(string what, string bytes)
    {
        using var connection = await RawConnection.OpenAsync(server.Client.BaseAddress!, TestContext.Current.CancellationToken);

        var reading = connection.ReadToEndAsync();
        await SendAsync(connection, bytes);
        var answer = await reading;

        // Who still sends when the server has had enough may not hear what it says; who speaks HTTP/2 is told so in HTTP/2.
        Assert.False(answer.StartsWith("HTTP/1.1 2", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 500", StringComparison.Ordinal), $"{what}: {answer}");
        Assert.True((await server.GetAsync("/health/live")).Status == 200, what);
        Assert.Empty(server.Errors);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("/graphql?query={release{id}}", "")]
    [InlineData("/graphql?query={fact(id:%22exchange:oil-for-arms-and-troops%22){permalink}}", "")]
    [InlineData("/graphql?query={nothing}", "Origin: https://forged.example\r\n")]
    [InlineData("/graphql/schema.graphql", "")]
    [InlineData("/graphiql", "")]
    [InlineData("/graphiql/", "")]
    [InlineData("/export/fact/exchange:oil-for-arms-and-troops.md", "")]
    [InlineData("/export/fact/nothing.md", "")]
    [InlineData("/browser", "")]
    [InlineData("/browser/guide.html", "")]
    [InlineData("/health/ready", "")]
    [InlineData("/nothing", "")]
    public async Task What_a_client_says_of_hosts_is_never_said_again(string path, string further)
    {
        using var connection = await RawConnection.OpenAsync(server.Client.BaseAddress!, TestContext.Current.CancellationToken);

        await connection.SendAsync(
            $"GET {path} HTTP/1.1\r\nHost: {Forged}\r\nX-Forwarded-Host: {Forged}\r\nX-Forwarded-Proto: gopher\r\nX-Forwarded-Prefix: /{Forged}\r\nX-Forwarded-For: 203.0.113.7\r\n"
            + $"Forwarded: host={Forged};proto=gopher\r\nX-Original-URL: http://{Forged}/\r\n{further}Connection: close\r\n\r\n");
        var answer = await connection.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(Forged, answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("gopher", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("203.0.113.7", answer, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task More_connections_than_allowed_are_closed_and_those_that_are_open_are_answered()
    {
        await using var small = new TestServer { Options = new FlowGraphOptions { Limits = { Connections = 20 } } };
        await small.InitializeAsync();
        var connections = new List<RawConnection>();
        try
        {
            for (var i = 0; i < 20; i++)
            {
                connections.Add(await RawConnection.OpenAsync(small.Client.BaseAddress!, TestContext.Current.CancellationToken));
                await connections[i].SendAsync(RawConnection.Post("{ __typename }"));
                Assert.StartsWith("HTTP/1.1 200 ", await connections[i].AnswerAsync(), StringComparison.Ordinal);
            }

            for (var i = 0; i < 200; i++)
            {
                using var further = await RawConnection.OpenAsync(small.Client.BaseAddress!, TestContext.Current.CancellationToken);
                Assert.Empty(await further.ReadToEndAsync());
            }

            await connections[19].SendAsync(RawConnection.Post("{ __typename }"));
            Assert.StartsWith("HTTP/1.1 200 ", await connections[19].AnswerAsync(), StringComparison.Ordinal);
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    private static async Task SendAsync(RawConnection connection, string bytes)
    {
        try
        {
            await connection.SendAsync(bytes);
        }
        catch (System.Net.Sockets.SocketException)
        {
            // The server did not want to hear all of it.
        }
    }
}
