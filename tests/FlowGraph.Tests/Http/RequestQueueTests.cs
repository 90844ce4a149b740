using System.Diagnostics;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

public sealed class RequestQueueTests
{
    [Fact]
    public async Task A_request_waits_for_its_turn_and_one_that_finds_the_queue_full_is_turned_away()
    {
        var store = new WatchedStore(isOpen: false);
        await using var server = Server(store, queue: 1, wait: 60);
        await server.InitializeAsync();

        var running = server.PostAsync("{ release { id } }");
        await store.Entered;
        var one = server.PostAsync("{ one: release { id } }");
        var other = server.PostAsync("{ other: release { id } }");
        var first = await Task.WhenAny(one, other);
        store.Open();
        var refused = await first;

        Assert.Equal((429, "LIMIT_QUEUE", 1), (refused.Status, refused.Code, (int)refused.Extensions!["allowed"]!));
        Assert.Equal((200, 200), ((await running).Status, (await (first == one ? other : one)).Status));
    }

    [Fact]
    public async Task A_request_waits_no_longer_than_it_may_and_is_told_when_to_come_back()
    {
        var store = new WatchedStore(isOpen: false);
        await using var server = Server(store, queue: 10, wait: 1);
        await server.InitializeAsync();

        var running = server.PostAsync("{ release { id } }");
        await store.Entered;
        var clock = Stopwatch.StartNew();
        using var late = await server.Client.GetAsync("/graphql?query=%7Brelease%7Bid%7D%7D", TestContext.Current.CancellationToken);
        clock.Stop();
        store.Open();

        Assert.Equal(429, (int)late.StatusCode);
        Assert.NotNull(late.Headers.RetryAfter);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(20));
        Assert.Equal(200, (await running).Status);
    }

    private static TestServer Server(WatchedStore store, int queue, int wait) =>
        new() { Stores = new(store), Options = new FlowGraphOptions { Limits = { Concurrency = 1, Queue = queue, Wait = wait } } };
}
