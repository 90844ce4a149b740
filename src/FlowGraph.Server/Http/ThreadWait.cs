namespace FlowGraph.Server.Http;

/// <summary>Tells when requests wait for a thread for longer than they should: what is computed at once waits not in the queue but before it, where nobody counts.</summary>
/// <remarks>A probe lines up where requests do. Requests send it, so a server that nobody asks does nothing.</remarks>
/// <param name="tolerated">So many may wait for a thread, however long: a machine that is slow for a moment is not overloaded.</param>
internal sealed class ThreadWait(int tolerated) : IThreadPoolWorkItem
{
    public static readonly int Tolerated = 8 * Environment.ProcessorCount;

    // Milliseconds. A request passes several such lines, so its wait is a multiple of this.
    private const long Tolerable = 30;

    // For so long the wait may be longer, for a burst that will pass; not again soon after one that did not.
    private const long Burst = 100;
    private const long Memory = 1000;

    private const long BetweenProbes = 10;

    private int _isUnderWay;
    private long _sent;
    private long _wait;
    private long _longSince;
    private long _lastOverload = -Memory;

    public bool IsTooLong()
    {
        var now = Environment.TickCount64;
        if (Wait(now) < Tolerable)
        {
            if (Volatile.Read(ref _longSince) != 0)
                Volatile.Write(ref _longSince, 0);
            return false;
        }
        var since = Volatile.Read(ref _longSince);
        if (since == 0)
            Volatile.Write(ref _longSince, since = now);
        var isNew = now - Volatile.Read(ref _lastOverload) > Memory;
        if (isNew && now - since < Burst || ThreadPool.PendingWorkItemCount <= tolerated)
            return false;
        Volatile.Write(ref _lastOverload, now);
        return true;
    }

    void IThreadPoolWorkItem.Execute()
    {
        Volatile.Write(ref _wait, Environment.TickCount64 - Volatile.Read(ref _sent));
        Volatile.Write(ref _isUnderWay, 0);
    }

    /// <summary>Of the last probe, or of the one under way so far.</summary>
    private long Wait(long now)
    {
        var age = now - Volatile.Read(ref _sent);
        if (Volatile.Read(ref _isUnderWay) != 0)
            return Math.Max(age, Volatile.Read(ref _wait));
        if (age < BetweenProbes)
            return Volatile.Read(ref _wait);
        if (Interlocked.Exchange(ref _isUnderWay, 1) == 0)
        {
            Volatile.Write(ref _sent, now);
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
        // What was measured long ago, when somebody last asked, says nothing of now.
        return age < Burst ? Volatile.Read(ref _wait) : 0;
    }
}
