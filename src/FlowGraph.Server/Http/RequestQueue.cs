using FlowGraph.Server.Configuration;

namespace FlowGraph.Server.Http;

/// <summary>How many requests are answered at once, and how many more may wait for their turn, and how long.</summary>
public sealed class RequestQueue(LimitOptions limits) : IDisposable
{
    private readonly SemaphoreSlim _places = new(limits.Concurrency);
    private int _waiting;

    /// <summary>False when the queue is full or no place came free in time. Whoever got one calls <see cref="Leave"/>.</summary>
    public ValueTask<bool> EnterAsync(CancellationToken cancellationToken) => _places.Wait(0, CancellationToken.None) ? new(true) : WaitAsync(cancellationToken);

    public void Leave() => _places.Release();

    public void Dispose() => _places.Dispose();

    private async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Interlocked.Increment(ref _waiting) <= limits.Queue && await _places.WaitAsync(TimeSpan.FromSeconds(limits.Wait), cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
