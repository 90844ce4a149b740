namespace FlowGraph.Query.Chains.Walking;

/// <summary>Finds the corridor with two breadth-first searches that share what the store was asked.</summary>
/// <param name="greatestFetch">More edges than this are not fetched: the search is given up.</param>
internal sealed class CorridorSearch(RememberedEdges edges, WalkRules rules, WalkNode from, WalkNode to, int maxHops, int greatestFetch = int.MaxValue)
{
    private readonly Dictionary<string, WalkNode> _nodes = new() { [from.Id] = from, [to.Id] = to };
    private readonly Dictionary<string, bool> _inside = [];
    private readonly Dictionary<string, WalkEdge> _edges = [];
    private readonly Dictionary<string, List<WalkEdge>> _incident = [];
    private readonly HashSet<string> _expanded = [];

    /// <summary>Null when the search was given up.</summary>
    public async ValueTask<Corridor?> RunAsync(CancellationToken cancellationToken)
    {
        return await FetchAsync(cancellationToken) ? Build(cancellationToken) : null;
    }

    // :: Step 1: look around both ends, always on the side that has less to look at, until the two depths add up to maxHops.
    // An edge u-v of the corridor has dist(from,u) + 1 + dist(v,to) <= maxHops = f + b, hence dist(from,u) < f or dist(v,to) < b:
    // one of its ends was expanded. A side that runs dry has seen all it can reach, and with it the whole corridor.
    // False when that would be more edges than may be fetched, which the degrees say beforehand.
    private async ValueTask<bool> FetchAsync(CancellationToken cancellationToken)
    {
        var forward = new Ball(from.Id);
        var backward = new Ball(to.Id);
        while (forward.Depth + backward.Depth < maxHops && forward.Frontier.Count > 0 && backward.Frontier.Count > 0)
        {
            var ahead = forward.Frontier.Count <= backward.Frontier.Count;
            var ball = ahead ? forward : backward;
            if (_edges.Count + ball.Frontier.Sum(id => (long)_nodes[id].Degree) > greatestFetch)
                return false;
            await ExpandAsync(ball.Frontier, cancellationToken);
            Grow(ball, ahead);
        }
        return _edges.Count <= greatestFetch;
    }

    private async ValueTask ExpandAsync(List<string> frontier, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var unseen = frontier.Where(_expanded.Add).ToList();
        if (unseen.Count == 0)
            return;

        var (found, nodes) = await edges.ExpandAsync(unseen, cancellationToken);
        foreach (var node in nodes)
            _nodes.TryAdd(node.Id, node);

        foreach (var edge in found)
        {
            if (!rules.Allows(edge) || !_edges.TryAdd(edge.Id, edge))
                continue;

            Incident(edge.From).Add(edge);
            Incident(edge.To).Add(edge);
        }
    }

    private void Grow(Ball ball, bool ahead)
    {
        var next = new List<string>();
        foreach (var id in ball.Frontier)
        {
            foreach (var edge in Incident(id))
            {
                var other = edge.From == id ? edge.To : edge.From;
                if (!ball.Distances.ContainsKey(other) && (ahead ? ArcOf(edge, id, other) : ArcOf(edge, other, id)) is not null)
                {
                    ball.Distances.Add(other, ball.Depth + 1);
                    next.Add(other);
                }
            }
        }

        // The end of the other side is reached, but nothing is walked beyond it.
        next.Remove(ahead ? to.Id : from.Id);
        next.Sort(StringComparer.Ordinal);
        ball.Advance(next);
    }

    // :: Step 2: with everything fetched, the distances are exact for every node of the corridor; keep the edges that fit.
    private Corridor Build(CancellationToken cancellationToken)
    {
        var ahead = Distances(from.Id, ahead: true, cancellationToken);
        var back = Distances(to.Id, ahead: false, cancellationToken);
        var fitting = new List<(int Level, WalkEdge Edge, Arc? There, Arc? Back)>();
        foreach (var edge in _edges.Values)
        {
            var there = Fitting(edge, edge.From, edge.To);
            var reverse = Fitting(edge, edge.To, edge.From);
            if (Math.Min(there.Level, reverse.Level) is var level && level <= maxHops)
                fitting.Add((level, edge, there.Arc, reverse.Arc));
        }

        fitting.Sort((a, b) => a.Level != b.Level ? a.Level.CompareTo(b.Level) : string.CompareOrdinal(a.Edge.Id, b.Edge.Id));
        var kept = fitting.Take(Corridor.GreatestSize).ToList();
        var arcs = kept.SelectMany(edge => new[] { edge.There, edge.Back }).OfType<Arc>().ToList();
        return Corridor.Of(from, to, maxHops, arcs, fitting.Count > kept.Count);

        (int Level, Arc? Arc) Fitting(WalkEdge edge, string u, string v)
        {
            if (!ahead.TryGetValue(u, out var before) || !back.TryGetValue(v, out var after) || ArcOf(edge, u, v) is not { } arc)
                return (int.MaxValue, null);

            return before + 1 + after is var level && level <= maxHops ? (level, arc) : (int.MaxValue, null);
        }
    }

    private Dictionary<string, int> Distances(string start, bool ahead, CancellationToken cancellationToken)
    {
        var ball = new Ball(start);
        while (ball.Depth < maxHops && ball.Frontier.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Grow(ball, ahead);
        }

        return ball.Distances;
    }

    private Arc? ArcOf(WalkEdge edge, string u, string v)
    {
        if (u == to.Id || v == from.Id || (u != from.Id && !Inside(u)) || (v != to.Id && !Inside(v)))
            return null;

        var arc = Arc.Of(edge, _nodes[u], _nodes[v], v != to.Id);
        return rules.AllowsHop(arc.Strength, arc.When) ? arc : null;
    }

    private bool Inside(string id)
    {
        if (!_inside.TryGetValue(id, out var allowed))
            _inside.Add(id, allowed = rules.AllowsInside(_nodes[id]));

        return allowed;
    }

    private List<WalkEdge> Incident(string id)
    {
        if (!_incident.TryGetValue(id, out var edges))
            _incident.Add(id, edges = []);

        return edges;
    }

    private sealed class Ball(string center)
    {
        public Dictionary<string, int> Distances { get; } = new() { [center] = 0 };

        public List<string> Frontier { get; private set; } = [center];

        public int Depth { get; private set; }

        public void Advance(List<string> next)
        {
            Frontier = next;
            Depth++;
        }
    }
}
