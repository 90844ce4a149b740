using FlowGraph.Server.Configuration;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace FlowGraph.Server.Caching;

/// <summary>Answers in memory, and in Redis where one is configured.</summary>
internal static class ResponseCaching
{
    private const long Megabyte = 1024 * 1024;

    // A new release has new keys, so nothing here ever becomes wrong; this only gives back what nobody asks for.
    private static readonly TimeSpan _kept = TimeSpan.FromHours(1);

    public static void AddTo(IServiceCollection services, FlowGraphOptions options)
    {
        if (options.Redis.Configuration is { } redis)
            AddRedis(services, redis);
        if (options.Cache.Megabytes == 0)
            return;
        services.AddSingleton<IMemoryCache>(_ => new SizedMemoryCache(options.Cache.Megabytes * Megabyte));
        services.AddHybridCache(hybrid =>
        {
            // No answer is larger; one that were, would be kept without being counted.
            hybrid.MaximumPayloadBytes = options.Limits.Response + 1024L;
            hybrid.DefaultEntryOptions = new HybridCacheEntryOptions { Expiration = _kept, LocalCacheExpiration = _kept };
        }).AddSerializer<CachedAnswer, CachedAnswerSerializer>();
    }

    private static void AddRedis(IServiceCollection services, string configuration)
    {
        services.AddMetrics();
        services.AddSingleton(provider => new SharedCache(
            new RedisCache(Options.Create(new RedisCacheOptions { InstanceName = "flowgraph:", ConnectionMultiplexerFactory = () => ConnectAsync(configuration) })),
            TimeProvider.System, provider.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), provider.GetRequiredService<ILogger<SharedCache>>()));
        services.AddSingleton<IDistributedCache>(provider => provider.GetRequiredService<SharedCache>());
        services.AddHostedService(provider => provider.GetRequiredService<SharedCache>());
        services.AddHealthChecks().Add(new("redis", provider => new SharedCacheCheck(provider.GetRequiredService<SharedCache>()), HealthStatus.Degraded, null));
    }

    private static async Task<IConnectionMultiplexer> ConnectAsync(string configuration)
    {
        var redis = ConfigurationOptions.Parse(configuration);
        // It comes and goes as it likes: what cannot be asked now is not asked later, and a connection that broke is made anew soon.
        redis.AbortOnConnectFail = false;
        redis.BacklogPolicy = BacklogPolicy.FailFast;
        redis.ReconnectRetryPolicy = new LinearRetry(500);
        redis.AsyncTimeout = 1000;
        return await ConnectionMultiplexer.ConnectAsync(redis);
    }
}

/// <summary>Without Redis the API is slower, not down.</summary>
internal sealed class SharedCacheCheck(SharedCache redis) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(redis.IsUsed
        ? HealthCheckResult.Healthy("It answers.")
        : HealthCheckResult.Degraded("It does not answer; answers come from memory and the store."));
}
