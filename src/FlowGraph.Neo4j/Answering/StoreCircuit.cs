using FlowGraph.Model.Diagnostics;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Plan;

namespace FlowGraph.Neo4j.Answering;

/// <summary>Keeps a database that is dead or stuck from taking requests with it: so many statements at once, and after a few failures in a row none for a while.</summary>
/// <param name="deadline">Of one statement.</param>
public sealed class StoreCircuit(TimeSpan deadline, TimeProvider time) : IDisposable
{
    private const int AtOnce = 64;
    private const int FailuresInARow = 8;

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    // Longer than a statement is tried again for, so that what it learns is known to those who wait.
    private static readonly TimeSpan _wait = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Lock _lock = new();
    private StoreException? _failure;
    private int _failures;
    private long _closed;

    public TimeSpan Deadline => deadline;

    /// <exception cref="StoreException">The store does not answer, or did not a moment ago.</exception>
    public async Task<CypherAnswer> RunAsync(INeo4jClient client, CypherStatement statement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (Refusal(out var isTrial) is { } refusal)
            throw refusal;
        if (!await _places.WaitAsync(_wait, cancellationToken))
            throw LastFailure() ?? TimedOut(null);
        var start = time.GetTimestamp();
        try
        {
            // What became known while it waited holds for it too.
            if (!isTrial && Refusal(out _) is { } meanwhile)
                throw meanwhile;
            var answer = await client.RunAsync(statement, AccessMode.Read, deadline, cancellationToken);
            Answered();
            return answer;
        }
        catch (Neo4jException fault) when (Absence(fault) is { } absent)
        {
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
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

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

    private void Failed(StoreException failure)
    {
        lock (_lock)
        {
            _failure = failure;
            if (++_failures >= FailuresInARow)
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
