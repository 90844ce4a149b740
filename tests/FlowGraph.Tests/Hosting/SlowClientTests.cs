using System.Diagnostics;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Hosting;

/// <summary>Who holds a connection without using it loses it, and nobody else notices.</summary>
public sealed class SlowClientTests(TestServer server) : IClassFixture<TestServer>
{
    // The server gives five seconds to those who send and ten to those who read; what it sends before that fills buffers first.
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(40);

    private Uri Address => server.Client.BaseAddress!;

    // Together, because each of them waits and none of them works.
    [Fact(Timeout = 120_000)]
    public async Task Slow_headers_slow_bodies_and_answers_that_nobody_reads_are_cut_off()
    {
        var clock = Stopwatch.StartNew();

        var slow = await Task.WhenAll(SlowHeadersAsync(), SilenceAsync(), SlowBodyAsync(),
            UnreadAsync("GET /graphql/schema.graphql HTTP/1.1\r\nHost: localhost\r\n\r\n"), UnreadAsync(RawConnection.Post("{ shipments(first: 100) { nodes { id name form commodity confidence kind status } } }"))).WaitAsync(TestContext.Current.CancellationToken);
        clock.Stop();

        Assert.StartsWith("HTTP/1.1 408 ", slow[0], StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 408 ", slow[2], StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(4), _most);
        Assert.Equal(200, (await server.PostAsync("{ release { id } }")).Status);
        Assert.True(server.Errors.Count == 0, string.Join("\n", server.Errors));
    }

    private async Task<string> SlowHeadersAsync()
    {
        using var connection = await RawConnection.OpenAsync(Address, TestContext.Current.CancellationToken);
        await connection.SendAsync("POST /graphql HTTP/1.1\r\nHost: localhost\r\n");
        return await connection.SendUntilClosedAsync("X-A: b\r\n", TimeSpan.FromMilliseconds(300));
    }

    /// <summary>Begins a request and says nothing more.</summary>
    private async Task<string> SilenceAsync()
    {
        using var connection = await RawConnection.OpenAsync(Address, TestContext.Current.CancellationToken);
        await connection.SendAsync("P");
        return await connection.ReadToEndAsync();
    }

    private async Task<string> SlowBodyAsync()
    {
        using var connection = await RawConnection.OpenAsync(Address, TestContext.Current.CancellationToken);
        await connection.SendAsync("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"query\":\"");
        return await connection.SendUntilClosedAsync("aaaaa", TimeSpan.FromMilliseconds(100));
    }

    /// <summary>Asks for large answers and reads none of them, until no more can be asked.</summary>
    private async Task<string> UnreadAsync(string request)
    {
        using var connection = await RawConnection.OpenAsync(Address, TestContext.Current.CancellationToken, window: 4096);
        try
        {
            using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < _most; await beat.WaitForNextTickAsync(TestContext.Current.CancellationToken))
                await connection.SendAsync(request);
            throw new TimeoutException("Nobody cut it off.");
        }
        catch (System.Net.Sockets.SocketException)
        {
            return "";
        }
    }
}
