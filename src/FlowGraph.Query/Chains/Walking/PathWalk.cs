namespace FlowGraph.Query.Chains.Walking;

/// <summary>Every simple path of a corridor, shortest first, then in order of edge ids.</summary>
internal sealed class PathWalk
{
    public const int GreatestPathCount = 50_000;

    // A corridor can lure a walk into many dead ends (all ways on lead back over a node already used), so steps are counted too.
    private const int GreatestStepCount = 5_000_000;
    private const int StepsPerPoll = 4_096;

    private readonly Corridor _corridor;
    private readonly int[] _arrivals;
    private readonly bool[] _visited;
    private readonly Way[] _path;
    private readonly CancellationToken _cancellationToken;
    private readonly Action<ReadOnlySpan<Way>> _visit;
    private int _count;
    private int _steps;

    private PathWalk(Corridor corridor, Action<ReadOnlySpan<Way>> visit, CancellationToken cancellationToken)
    {
        _corridor = corridor;
        _visit = visit;
        _cancellationToken = cancellationToken;
        _path = new Way[corridor.MaxHops];
        _visited = new bool[corridor.Size];
        _arrivals = Arrivals(corridor);
    }

    /// <summary>Calls <paramref name="visit"/> for each path; false when a budget ended the walk before the last one.</summary>
    public static bool Run(Corridor corridor, Action<ReadOnlySpan<Way>> visit, CancellationToken cancellationToken)
    {
        var walk = new PathWalk(corridor, visit, cancellationToken);
        walk._visited[Corridor.Start] = true;
        for (var length = 1; length <= corridor.MaxHops; length++)
        {
            if (!walk.Extend(Corridor.Start, 0, length))
                return false;
        }

        return true;
    }

    private bool Extend(int at, int depth, int length)
    {
        foreach (var way in _corridor.WaysOf(at))
        {
            var next = way.Target;
            if (++_steps % StepsPerPoll == 0)
                _cancellationToken.ThrowIfCancellationRequested();

            if (_steps > GreatestStepCount)
                return false;

            if (_visited[next] || (_arrivals[next] & (1 << (length - depth - 1))) == 0)
                continue;

            _path[depth] = way;
            _visited[next] = true;
            var goesOn = depth + 1 == length ? Complete(length) : Extend(next, depth + 1, length);
            _visited[next] = false;
            if (!goesOn)
                return false;
        }

        return true;
    }

    private bool Complete(int length)
    {
        if (_count == GreatestPathCount)
            return false;

        _count++;
        _visit(_path.AsSpan(0, length));
        return true;
    }

    /// <summary>Bit k of a node: a walk of exactly k steps leads from it to the end. Keeps the search out of ways that cannot arrive in time.</summary>
    private static int[] Arrivals(Corridor corridor)
    {
        var bits = new int[corridor.Size];
        bits[Corridor.End] = 1;
        for (var k = 1; k <= corridor.MaxHops; k++)
        {
            for (var node = 0; node < bits.Length; node++)
            {
                foreach (var way in corridor.WaysOf(node))
                {
                    if ((bits[way.Target] & (1 << (k - 1))) != 0)
                    {
                        bits[node] |= 1 << k;
                        break;
                    }
                }
            }
        }

        return bits;
    }
}
