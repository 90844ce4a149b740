using System.Runtime.InteropServices;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>Finds the corridor with a breadth-first search from each end.</summary>
/// <param name="greatestFetch">More edges than this are not fetched: the search is given up.</param>
internal sealed class CorridorSearch(Passage passage, SearchMemory memory, int maxHops, int greatestFetch = int.MaxValue)
{
    private const byte Far = 100;
    private const int NodesPerPoll = 256;

    // To a store that has to be asked, a round trip is dearer than so many edges.
    private const int EdgesPerRoundTrip = 500;

    private readonly List<MetNode> _met = memory.Met;

    // They lead to places in _met.
    private readonly List<WalkStep> _steps = memory.Steps;
    private readonly List<int> _expanded = [];
    private int _edgeCount;

    /// <summary>Null when the search was given up.</summary>
    public async ValueTask<Corridor?> RunAsync(CancellationToken cancellationToken)
    {
        memory.Clear();
        var from = Meet(passage.From);
        var to = Meet(passage.To);
        At(from).Ahead = 0;
        At(to).Back = 0;
        var forward = new Ball(from, to, isAhead: true);
        var backward = new Ball(to, from, isAhead: false);
        if (!await FetchAsync(forward, backward, cancellationToken))
            return null;
        cancellationToken.ThrowIfCancellationRequested();
        Extend(forward);
        Extend(backward);
        cancellationToken.ThrowIfCancellationRequested();
        return Corridor.Of(passage.From, passage.To, maxHops, Fitting(from, to));
    }

    // :: Step 1: look around both ends, always on the side that has less to look at, until the two depths add up to maxHops.
    // An edge u-v of the corridor has dist(from,u) + 1 + dist(v,to) <= maxHops = f + b, hence dist(from,u) < f or dist(v,to) < b:
    // one of its ends was expanded. A side that runs dry has seen all it can reach, and with it the whole corridor.
    // False when that would be more edges than may be fetched, which the degrees say beforehand.
    private async ValueTask<bool> FetchAsync(Ball forward, Ball backward, CancellationToken cancellationToken)
    {
        while (forward.Depth + backward.Depth < maxHops && forward.Frontier.Count > 0 && backward.Frontier.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ball = forward.Frontier.Count <= backward.Frontier.Count ? forward : backward;
            if (!ball.IsFetched)
            {
                var width = Width(ball);
                if (_edgeCount + width > greatestFetch)
                    return false;
                // The other side is looked at next, mostly: where that is little, it comes along.
                var other = ball == forward ? backward : forward;
                var comesAlong = forward.Depth + backward.Depth + 1 < maxHops && Width(other) is var further && further <= EdgesPerRoundTrip && _edgeCount + width + further <= greatestFetch;
                await passage.Graph.FetchAsync((comesAlong ? ball.Frontier.Concat(other.Frontier) : ball.Frontier).Select(node => _met[node].Number), cancellationToken);
                other.IsFetched |= comesAlong;
            }
            foreach (var node in ball.Frontier)
                Expand(node, cancellationToken);
            Grow(ball);
        }
        return _edgeCount <= greatestFetch;
    }

    private long Width(Ball ball) => ball.Frontier.Sum(node => (long)passage.Graph.DegreeOf(_met[node].Number));

    private void Expand(int node, CancellationToken cancellationToken)
    {
        if (At(node).IsExpanded)
            return;
        if (_expanded.Count % NodesPerPoll == 0)
            cancellationToken.ThrowIfCancellationRequested();
        var first = _steps.Count;
        passage.AddSteps(_met[node].Number, _steps);
        for (var i = first; i < _steps.Count; i++)
        {
            var step = _steps[i];
            var other = Meet(step.Node);
            _steps[i] = step with { Node = other };
            // One that leads to an expanded node was seen from there.
            _edgeCount += At(other).IsExpanded ? 0 : 1;
        }
        ref var met = ref At(node);
        (met.First, met.Count, met.IsExpanded) = (first, _steps.Count - first, true);
        _expanded.Add(node);
    }

    private void Grow(Ball ball)
    {
        var next = new List<int>();
        foreach (var node in ball.Frontier)
        {
            foreach (var step in StepsOf(node))
            {
                if (ball.Distance(ref At(step.Node)) != Far || !CanTake(ball, step, node))
                    continue;
                ball.Distance(ref At(step.Node)) = (byte)(ball.Depth + 1);
                // The end of the other side is reached, but nothing is walked beyond it.
                if (step.Node != ball.Goal)
                    next.Add(step.Node);
            }
        }
        ball.Advance(next);
    }

    // :: Step 2: beyond its own depth a side knows the distances only where the corridor can go on: to nodes that the other side has near enough.
    // Those were expanded by the other side. The first level is found from them, since not every node before them was expanded.
    private void Extend(Ball ball)
    {
        var other = ball.Frontier.Count == 0 ? [] : _expanded;
        var level = new List<int>();
        foreach (var node in other)
        {
            if (ball.Distance(ref At(node)) != Far || !IsNear(ball, node, ball.Depth + 1))
                continue;
            foreach (var step in StepsOf(node))
            {
                if (ball.Distance(ref At(step.Node)) == ball.Depth && step.Node != ball.Goal && CanTake(ball, new(node, step.Edge), step.Node))
                {
                    level.Add(node);
                    break;
                }
            }
        }
        for (var depth = ball.Depth + 1; level.Count > 0 && depth <= maxHops; depth++)
        {
            foreach (var node in level)
                ball.Distance(ref At(node)) = (byte)depth;
            var next = new HashSet<int>();
            foreach (var node in level.Where(node => node != ball.Goal))
            {
                foreach (var step in StepsOf(node))
                {
                    if (ball.Distance(ref At(step.Node)) == Far && IsNear(ball, step.Node, depth + 1) && CanTake(ball, step, node))
                        next.Add(step.Node);
                }
            }
            level = [.. next];
        }
    }

    /// <summary>Can a path that has come so far still arrive in time?</summary>
    private bool IsNear(Ball ball, int node, int depth) => depth + ball.Rest(At(node)) <= maxHops;

    // :: Step 3: the edges that fit. Both ends of one that fits lie on a walk short enough.
    private List<CorridorEdge> Fitting(int from, int to)
    {
        // Nothing is walked beyond the ends.
        At(to).Ahead = Far;
        At(from).Back = Far;
        var fitting = new List<CorridorEdge>();
        foreach (var node in _expanded)
        {
            if (node != from && node != to && At(node).Ahead + At(node).Back > maxHops)
                continue;
            foreach (var step in StepsOf(node))
            {
                // An edge between two expanded nodes stands at both.
                if (At(step.Node).IsExpanded && step.Node < node)
                    continue;
                var there = LevelOf(step.Edge, node, step.Node);
                var back = LevelOf(step.Edge, step.Node, node);
                if (Math.Min(there, back) is var level && level <= maxHops)
                    fitting.Add(new(level, passage.Graph.RankOfEdge(step.Edge), step.Edge, _met[node].Number, _met[step.Node].Number, there <= maxHops, back <= maxHops));
            }
        }
        return fitting;
    }

    private int LevelOf(int edge, int u, int v)
    {
        var level = At(u).Ahead + 1 + At(v).Back;
        return level <= maxHops && passage.AllowsHop(edge, _met[u].Number, _met[v].Number) ? level : Far;
    }

    /// <summary>May the walk go, in the ball's direction, from a node that it has reached?</summary>
    private bool CanTake(Ball ball, WalkStep step, int node) =>
        step.Node != ball.Center
        && (step.Node == ball.Goal || IsInside(step.Node))
        && (ball.IsAhead ? passage.AllowsHop(step.Edge, _met[node].Number, _met[step.Node].Number) : passage.AllowsHop(step.Edge, _met[step.Node].Number, _met[node].Number));

    private bool IsInside(int node)
    {
        ref var met = ref At(node);
        return met.IsInside ??= passage.AllowsInside(met.Number);
    }

    private int Meet(int number)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(memory.Numbers, number, out var known);
        if (!known)
        {
            place = _met.Count;
            _met.Add(new() { Number = number, Ahead = Far, Back = Far });
        }
        return place;
    }

    private ref MetNode At(int node) => ref CollectionsMarshal.AsSpan(_met)[node];

    private ReadOnlySpan<WalkStep> StepsOf(int node)
    {
        ref var met = ref At(node);
        return CollectionsMarshal.AsSpan(_steps).Slice(met.First, met.Count);
    }

    private sealed class Ball(int center, int goal, bool isAhead)
    {
        public int Center => center;

        public int Goal => goal;

        public bool IsAhead => isAhead;

        public List<int> Frontier { get; private set; } = [center];

        public int Depth { get; private set; }

        /// <summary>The steps from the frontier are here already.</summary>
        public bool IsFetched { get; set; }

        public ref byte Distance(ref MetNode met) => ref isAhead ? ref met.Ahead : ref met.Back;

        public int Rest(in MetNode met) => isAhead ? met.Back : met.Ahead;

        public void Advance(List<int> next)
        {
            (Frontier, IsFetched) = (next, false);
            Depth++;
        }
    }
}
