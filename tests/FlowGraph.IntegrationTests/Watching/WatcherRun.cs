using System.Threading.Channels;
using FlowGraph.Neo4j.Watching;
using Microsoft.Extensions.Time.Testing;

namespace FlowGraph.IntegrationTests.Watching;

/// <summary>A watcher at work, look by look: its time stands still until the test asks for the next.</summary>
internal sealed class WatcherRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly StoreWatcher _watcher;
    private readonly PausingTime _time;
    private readonly Task _running;

    public WatcherRun(StoreWatcher watcher, PausingTime time)
    {
        (_watcher, _time) = (watcher, time);
        _running = watcher.RunAsync(_ => { }, _stop.Token);
    }

    /// <summary>What the look saw after which it pauses now.</summary>
    public async Task<StoreState> SeenAsync(CancellationToken cancellationToken)
    {
        await _time.PauseAsync(cancellationToken);
        return _watcher.State;
    }

    public Task<StoreState> NextAsync(CancellationToken cancellationToken)
    {
        _time.Advance(StoreWatcher.Interval);
        return SeenAsync(cancellationToken);
    }

    public static async Task UntilAsync(Func<bool> isTrue, CancellationToken cancellationToken)
    {
        while (!isTrue())
            await Task.Delay(1, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }
}

/// <summary>Time that tells when the watcher pauses.</summary>
internal sealed class PausingTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _pauses = Channel.CreateUnbounded<TimeSpan>();

    public async Task PauseAsync(CancellationToken cancellationToken) => await _pauses.Reader.ReadAsync(cancellationToken);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == StoreWatcher.Interval || dueTime == StoreWatcher.AfterRefusal)
            _pauses.Writer.TryWrite(dueTime);
        return timer;
    }
}
