using System.Buffers;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace FlowGraph.Server.Caching;

/// <summary>
/// Redis, as far as it can be had: nobody waits for it longer than a moment, and nobody is told when it is gone.
/// While a question has no answer yet, those who come later pass it by. After one that has none in time it is left alone and only looked for now and then, until it answers again.
/// </summary>
internal sealed partial class SharedCache : IBufferDistributedCache, IHostedService, IDisposable
{
    public const string Meter = "FlowGraph.Caching";

    // Larger answers stay in memory: they would hold up all that waits on the same connection.
    private const int LargestValue = 1024 * 1024;

    // Redis on a good network answers within a millisecond.
    private static readonly TimeSpan _stuck = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan _betweenLooks = TimeSpan.FromMilliseconds(250);

    // A process that starts beside its Redis uses it from the first request on; without it, it starts all the same.
    private static readonly TimeSpan _patienceAtStart = TimeSpan.FromSeconds(1);

    private readonly IDistributedCache _redis;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Counter<long> _faults;
    private readonly CancellationTokenSource _stop = new();
    private Task _looking = Task.CompletedTask;
    private int _isUsed;
    private int _asked;
    private long _movedAt;
    private bool _isDisposed;

    public SharedCache(IDistributedCache redis, TimeProvider time, IMeterFactory meters, ILogger<SharedCache> logger)
    {
        (_redis, _time, _logger) = (redis, time, logger);
        var meter = meters.Create(Meter);
        _faults = meter.CreateCounter<long>("flowgraph.cache.redis.faults", description: "Answers of Redis that did not come in time, were faults, or were not what had been put there, by reason.");
        meter.CreateObservableGauge("flowgraph.cache.redis.used", () => IsUsed ? 1 : 0, description: "1 while Redis answers and is used, 0 while it is not.");
    }

    public bool IsUsed => Volatile.Read(ref _isUsed) == 1;

    private bool IsOpen => IsUsed && !(Volatile.Read(ref _asked) > 0 && _time.GetElapsedTime(Volatile.Read(ref _movedAt)) > _stuck);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _looking = LookAsync();
        await _looking.WaitAsync(_patienceAtStart, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!IsUsed)
            Log.Absent(_logger);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _looking.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // Registered under several names, it is disposed of as often.
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        _stop.Cancel();
        _stop.Dispose();
        (_redis as IDisposable)?.Dispose();
    }

    public async ValueTask<bool> TryGetAsync(string key, IBufferWriter<byte> destination, CancellationToken token = default)
    {
        if (await GetAsync(key, token) is not { } content)
            return false;
        destination.Write(content);
        return true;
    }

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        if (!IsOpen)
            return null;
        var name = Name(key);
        var asked = _redis.GetAsync(name, CancellationToken.None);
        if (!await InTimeAsync(asked, token) || await asked is not { } written)
            return null;
        if (Seal.TryOpen(name, written, out var content))
            return content.ToArray();
        _faults.Add(1, new KeyValuePair<string, object?>("reason", "damaged"));
        return null;
    }

    public async ValueTask SetAsync(string key, ReadOnlySequence<byte> value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        if (!IsOpen || value.Length > LargestValue)
            return;
        var name = Name(key);
        await InTimeAsync(_redis.SetAsync(name, Seal.Close(name, value), options, CancellationToken.None), token);
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => SetAsync(key, new ReadOnlySequence<byte>(value), options, token).AsTask();

    public Task RemoveAsync(string key, CancellationToken token = default) => IsOpen ? InTimeAsync(_redis.RemoveAsync(Name(key), CancellationToken.None), token) : Task.CompletedTask;

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public byte[]? Get(string key) => throw new NotSupportedException("Nobody waits for Redis without letting go of a thread.");

    public bool TryGet(string key, IBufferWriter<byte> destination) => throw new NotSupportedException("Nobody waits for Redis without letting go of a thread.");

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException("Nobody waits for Redis without letting go of a thread.");

    public void Set(string key, ReadOnlySequence<byte> value, DistributedCacheEntryOptions options) => throw new NotSupportedException("Nobody waits for Redis without letting go of a thread.");

    public void Refresh(string key)
    {
    }

    public void Remove(string key) => throw new NotSupportedException("Nobody waits for Redis without letting go of a thread.");

    // Entity tags have quotes, which are a trouble to type.
    private static string Name(string key) => key.Trim('"');

    /// <summary>False when there was no answer in time, or a fault; then Redis is left alone for a while.</summary>
    private async Task<bool> InTimeAsync(Task asked, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _asked) == 1)
            Volatile.Write(ref _movedAt, _time.GetTimestamp());
        try
        {
            await asked.WaitAsync(_patience, _time, cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (RedisServerException)
        {
            // An answer, if no good one: what is under the key is of another kind, there is no room, it only takes questions.
            _faults.Add(1, new KeyValuePair<string, object?>("reason", "fault"));
            return false;
        }
#pragma warning disable CA1031 // Whatever is wrong with Redis, answers go on without it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LeaveAlone(fault is TimeoutException ? "timeout" : "fault");
            return false;
        }
        finally
        {
            Volatile.Write(ref _movedAt, _time.GetTimestamp());
            Interlocked.Decrement(ref _asked);
        }
    }

    private void LeaveAlone(string reason)
    {
        _faults.Add(1, new KeyValuePair<string, object?>("reason", reason));
        if (Interlocked.Exchange(ref _isUsed, 0) == 0)
            return;
        Log.Lost(_logger, reason);
        _looking = LookAsync();
    }

    /// <summary>Ends when Redis answers.</summary>
    private async Task LookAsync()
    {
        using var beat = new PeriodicTimer(_betweenLooks, _time);
        try
        {
            while (!await AnswersAsync())
                await beat.WaitForNextTickAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        Volatile.Write(ref _isUsed, 1);
        Log.Found(_logger);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await _redis.GetAsync("is-anybody-there", CancellationToken.None).WaitAsync(_patience, _time, _stop.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever is wrong with Redis, it is only looked for again in a moment.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Redis does not answer ({Reason}): answers go on from memory and the store.")]
        public static partial void Lost(ILogger logger, string reason);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Redis answers and is used.")]
        public static partial void Found(ILogger logger);

        [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "Redis does not answer yet: answers come from memory and the store.")]
        public static partial void Absent(ILogger logger);
    }
}
