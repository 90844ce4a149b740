using FlowGraph.Model.Diagnostics;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Plan;

namespace FlowGraph.Neo4j.Answering;

/// <summary>Keeps a database that is dead or stuck from taking requests with it: so many statements at once, and after a few failures in a row none for a while.</summary>
/// <param name="deadline">Of one statement.</param>
public sealed class StoreCircuit(TimeSpan deadline, TimeProvider time) : IDisposable
{
    // Fewer than requests are answered at once: who waits here learns that the database is stuck, who waits for his turn before does not.
    private const int AtOnce = 32;
    private const int FailuresInARow = 8;

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    // Longer than a statement is tried again for, so that what it learns is known to those who wait.
    private static readonly TimeSpan _wait = TimeSpan.FromSeconds(3);

    // A database that has so many statements and says nothing to any of them for so long is stuck. One that is not there says so after the last attempt, which is earlier.
    private static readonly TimeSpan _silence = TimeSpan.FromSeconds(1.6);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Lock _lock = new();
    private StoreException? _failure;
    private int _failures;
    private long _heard;
    private int _waiting;
    private long _closed;

    public TimeSpan Deadline => deadline;

    /// <summary>Null where statements are answered, or nobody can tell yet.</summary>
    public StoreException? Trouble => LastFailure() ?? (Volatile.Read(ref _waiting) > 0 && time.GetElapsedTime(Interlocked.Read(ref _heard)) > _look ? TimedOut(null) : null);

    /// <exception cref="StoreException">The store does not answer, or did not a moment ago.</exception>
    public async Task<CypherAnswer> RunAsync(INeo4jClient client, CypherStatement statement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (Refusal(out var isTrial) is { } refusal)
            throw refusal;
        await EnterAsync(cancellationToken);
        var start = time.GetTimestamp();
        try
        {
            // What became known while it waited holds for it too.
            if (!isTrial && Refusal(out _) is { } meanwhile)
                throw meanwhile;
            var asked = time.GetTimestamp();
            var answer = await client.RunAsync(statement, AccessMode.Read, deadline, cancellationToken);
            StatementTimes.Answered(time.GetElapsedTime(asked));
            Answered();
            return answer;
        }
        catch (Neo4jException fault) when (Absence(fault) is { } absent)
        {
            StatementTimes.Failed(time.GetElapsedTime(start), absent.Code);
            Failed(absent);
            throw absent;
        }
        catch (OperationCanceledException) when (time.GetElapsedTime(start) > deadline / 2)
        {
            // Who goes away early is a client that lost patience; so late it is the request's own time that is over.
            Failed(TimedOut(null));
            throw;
        }
        finally
        {
            Heard();
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    /// <summary>Waits for a place. Who waits sees whether anybody hears anything meanwhile: the silence is the same for all, so all know at once.</summary>
    private async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (await _places.WaitAsync(0, cancellationToken))
            return;
        if (Interlocked.Increment(ref _waiting) == 1)
            Heard();
        try
        {
            for (var start = time.GetTimestamp(); time.GetElapsedTime(start) < _wait;)
            {
                if (await _places.WaitAsync(_look, cancellationToken))
                    return;
                if (time.GetElapsedTime(Interlocked.Read(ref _heard)) < _silence)
                    continue;
                var stuck = TimedOut(null);
                Failed(stuck, FailuresInARow);
                throw stuck;
            }
            throw LastFailure() ?? TimedOut(null);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>The database, or its absence, has told somebody something, or nobody was waiting until now.</summary>
    private void Heard() => Interlocked.Exchange(ref _heard, time.GetTimestamp());

    /// <summary>Null where a statement may be tried: all is well, or it is time to look again, which one does for all.</summary>
    private StoreException? Refusal(out bool isTrial)
    {
        isTrial = false;
        lock (_lock)
        {
            if (_failure is null || _failures < FailuresInARow)
                return null;
            if (time.GetElapsedTime(_closed) < _pause)
                return Again(_failure);
            _closed = time.GetTimestamp();
            isTrial = true;
            return null;
        }
    }

    private StoreException? LastFailure()
    {
        lock (_lock)
            return _failure is null ? null : Again(_failure);
    }

    private static StoreException Again(StoreException failure) => new(failure.Code, failure.Message, failure.Hint);

    private void Answered()
    {
        lock (_lock)
            (_failure, _failures) = (null, 0);
    }

    private void Failed(StoreException failure, int failures = 1)
    {
        lock (_lock)
        {
            _failure = failure;
            _failures += failures;
            if (_failures >= FailuresInARow)
                _closed = time.GetTimestamp();
        }
    }

    /// <summary>What a client is told; null where the store is there and the fault is ours.</summary>
    private static StoreException? Absence(Neo4jException fault) => fault.Fault switch
    {
        Neo4jFault.TimedOut => TimedOut(fault),
        // A server that is stuck takes no more connections after a while: there is one, but it does not answer.
        Neo4jFault.Unreachable when fault.InnerException is OperationCanceledException => TimedOut(fault),
        Neo4jFault.Refused or Neo4jFault.ReadOnly or Neo4jFault.ForeignContent => null,
        _ => new(ErrorCodes.StoreUnavailable, "The store cannot be reached; try again in a moment.", "/health/ready says more.", fault),
    };

    private static StoreException TimedOut(Exception? inner) =>
        new(ErrorCodes.StoreTimeout, "The store gave no answer in time.", "Ask for less at once, or try again in a moment.", inner);
}
