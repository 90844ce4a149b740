namespace FlowGraph.Query.Chains.Walking;

/// <summary>Every edge that a path of the asked length can use, in the directions allowed. Nodes are numbered anew; 0 is the start, 1 the end.</summary>
internal sealed class Corridor
{
    public const int GreatestSize = 20_000;

    public const int Start = 0;

    public const int End = 1;

    private readonly List<int> _nodes;
    private readonly Way[] _ways;

    // Invariant: _ways[_first[i].._first[i + 1]] lead out of node i.
    private readonly int[] _first;

    private Corridor(int maxHops, List<int> nodes, int[] first, Way[] ways, int nodeCount, bool truncated)
    {
        (MaxHops, _nodes, _first, _ways, NodeCount, Truncated) = (maxHops, nodes, first, ways, nodeCount, truncated);
    }

    public int MaxHops { get; }

    public int Size => _nodes.Count;

    /// <summary>Distinct nodes that an edge of the corridor touches.</summary>
    public int NodeCount { get; }

    /// <summary>There were more edges than <see cref="GreatestSize"/>.</summary>
    public bool Truncated { get; }

    /// <summary>The graph's number of a node.</summary>
    public int NodeOf(int node) => _nodes[node];

    /// <summary>The ways out of a node by edge id.</summary>
    public ReadOnlySpan<Way> WaysOf(int node) => _ways.AsSpan(_first[node].._first[node + 1]);

    /// <param name="edges">In any order; of too many the nearest are kept.</param>
    public static Corridor Of(int from, int to, int maxHops, List<CorridorEdge> edges)
    {
        var truncated = edges.Count > GreatestSize;
        if (truncated)
        {
            edges.Sort((a, b) => a.Level != b.Level ? a.Level.CompareTo(b.Level) : a.Rank.CompareTo(b.Rank));
            edges.RemoveRange(GreatestSize, edges.Count - GreatestSize);
        }
        edges.Sort((a, b) => a.Rank.CompareTo(b.Rank));

        var nodes = new List<int> { from, to };
        var numbers = new Dictionary<int, int> { [from] = Start, [to] = End };
        var ends = new (int U, int V)[edges.Count];
        var first = new List<int> { 0, 0, 0 };
        for (var i = 0; i < ends.Length; i++)
        {
            var (u, v) = ends[i] = (Number(edges[i].U), Number(edges[i].V));
            first[u + 1] += edges[i].There ? 1 : 0;
            first[v + 1] += edges[i].Back ? 1 : 0;
        }
        for (var i = 1; i < first.Count; i++)
            first[i] += first[i - 1];

        int[] next = [.. first];
        var ways = new Way[first[^1]];
        for (var i = 0; i < ends.Length; i++)
        {
            var (u, v) = ends[i];
            if (edges[i].There)
                ways[next[u]++] = new(v, edges[i].Edge);
            if (edges[i].Back)
                ways[next[v]++] = new(u, edges[i].Edge);
        }
        var untouched = ends.Any(edge => edge.U == Start || edge.V == Start) ? 0 : 1;
        untouched += ends.Any(edge => edge.U == End || edge.V == End) ? 0 : 1;
        return new(maxHops, nodes, [.. first], ways, nodes.Count - untouched, truncated);

        int Number(int node)
        {
            if (!numbers.TryGetValue(node, out var number))
            {
                numbers.Add(node, number = nodes.Count);
                nodes.Add(node);
                first.Add(0);
            }
            return number;
        }
    }
}

/// <param name="Target">The corridor's number of the node.</param>
/// <param name="Edge">The graph's number.</param>
internal readonly record struct Way(int Target, int Edge);

/// <param name="Level">The length of the shortest walk over it.</param>
/// <param name="Rank">Its place in the order of ids.</param>
/// <param name="There">It may be walked from <paramref name="U"/> to <paramref name="V"/>.</param>
/// <param name="Back">It may be walked from <paramref name="V"/> to <paramref name="U"/>.</param>
internal readonly record struct CorridorEdge(int Level, int Rank, int Edge, int U, int V, bool There, bool Back);
