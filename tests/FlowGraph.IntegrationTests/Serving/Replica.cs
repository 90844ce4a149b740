using System.Diagnostics;
using FlowGraph.Query.Plan;
using FlowGraph.Server;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Redis;
using Xunit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary>A server with Redis behind it, as one of several.</summary>
internal static class Replica
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>Started, and using Redis.</summary>
    public static async Task<TestServer> StartAsync(RedisServer redis, IGraphStore store)
    {
        var server = new TestServer { Stores = new StoreHolder(store), Options = new FlowGraphOptions { Redis = { Configuration = redis.Configuration } } };
        await server.InitializeAsync();
        await UsesRedisAsync(server);
        return server;
    }

    public static async Task UsesRedisAsync(TestServer server)
    {
        var start = Stopwatch.GetTimestamp();
        while ((string?)(await server.GetAsync("/health/ready")).Json["checks"]!["redis"]!["status"] != "HEALTHY")
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < _patience, "Redis is not used.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
