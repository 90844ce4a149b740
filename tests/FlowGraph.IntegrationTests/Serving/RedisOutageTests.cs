using FlowGraph.TestKit;
using FlowGraph.TestKit.Redis;
using StackExchange.Redis;
using Xunit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary>Redis goes away and comes back under load, and no client notices.</summary>
[Collection(AloneTests.Name)]
public sealed class RedisOutageTests
{
    // Below that a p99 says more of the machine's other work than of the server.
    private const double Noise = 5;

    private static readonly TimeSpan _phase = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Redis_killed_paused_and_back_under_load_costs_no_answer_and_little_time()
    {
        var (found, reason) = await RedisServer.StartAsync(own: true, TestContext.Current.CancellationToken);
        Assert.SkipWhen(found is null, reason);
        await using var redis = found!;
        // Whatever is asked goes through the cache, as it does before Neo4j.
        await using var server = await Replica.StartAsync(redis, new WatchedStore());
        await using var load = new SteadyLoad(server);
        await load.PhaseAsync(_phase, TestContext.Current.CancellationToken);
        var before = await load.PhaseAsync(_phase, TestContext.Current.CancellationToken);
        var most = 3 * Math.Max(Noise, before.P99);

        await redis.KillAsync();
        var killed = await load.PhaseAsync(_phase, TestContext.Current.CancellationToken);
        var without = await server.GetAsync("/health/ready");
        await redis.StartAsync(TestContext.Current.CancellationToken);
        await Replica.UsesRedisAsync(server);
        var restarted = await load.PhaseAsync(_phase, TestContext.Current.CancellationToken);
        var stored = await StoredAsync(redis);
        await redis.SignalAsync("STOP", TestContext.Current.CancellationToken);
        var paused = await load.PhaseAsync(_phase, TestContext.Current.CancellationToken);
        await redis.SignalAsync("CONT", TestContext.Current.CancellationToken);
        await Replica.UsesRedisAsync(server);
        var resumed = await load.PhaseAsync(_phase, TestContext.Current.CancellationToken);

        Assert.Empty(load.Faults);
        Assert.Equal((200, "DEGRADED"), (without.Status, (string?)without.Json["status"]));
        Assert.True(stored > 0, "Nothing was put into the Redis that came back.");
        Assert.All([before, killed, paused], phase => Assert.True(phase.Count > 700, $"{phase.Count} requests in {_phase}, expected about 1,000."));
        Assert.True(new[] { killed, restarted, paused, resumed }.All(phase => phase.P99 <= most),
            $"p99 in ms: before {before.P99:F1}, killed {killed.P99:F1}, restarted {restarted.P99:F1}, paused {paused.P99:F1}, resumed {resumed.P99:F1}; allowed {most:F1}.");
    }

    private static async Task<long> StoredAsync(RedisServer redis)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.Configuration);
        return await connection.GetServers()[0].DatabaseSizeAsync();
    }
}
