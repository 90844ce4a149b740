using FlowGraph.Server.Configuration;

namespace FlowGraph.Server.Http;

/// <summary>How many requests are answered at once, and how many more may wait for their turn, and how long.</summary>
/// <remarks>Those who wait get their places in the order in which they came. With 64 places and 256 who wait, nobody waits longer than four answers take.</remarks>
public sealed class RequestQueue(LimitOptions limits) : IDisposable
{
    private readonly SemaphoreSlim _places = new(limits.Concurrency);
    private readonly ThreadWait _threads = new(Math.Min(limits.Concurrency, ThreadWait.Tolerated));
    private int _waiting;
    private long _refused;

    /// <summary>Requests that are being answered.</summary>
    public int Running => limits.Concurrency - _places.CurrentCount;

    /// <summary>Requests that wait for their turn.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Requests that were turned away since the start.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>False when the queue is full or no place came free in time. Whoever got one calls <see cref="Leave"/>.</summary>
    public ValueTask<bool> EnterAsync(CancellationToken cancellationToken) =>
        _threads.IsTooLong() ? new(Refuse()) : _places.Wait(0, CancellationToken.None) ? new(true) : WaitAsync(cancellationToken);

    public void Leave() => _places.Release();

    public void Dispose() => _places.Dispose();

    private async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Interlocked.Increment(ref _waiting) <= limits.Queue && await _places.WaitAsync(TimeSpan.FromSeconds(limits.Wait), cancellationToken) || Refuse();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private bool Refuse()
    {
        Interlocked.Increment(ref _refused);
        return false;
    }
}
