namespace FlowGraph.Query.Chains.Walking;

/// <summary>The rules of one search and its two ends, by number: what may be entered and taken.</summary>
internal sealed class Passage
{
    private readonly WalkRules _rules;
    private readonly HashSet<int> _avoidedNodes;
    private readonly HashSet<int> _avoidedEdges;
    private readonly bool _limitHops;

    // By the number of a kind: what the rules said of it.
    private readonly List<bool?> _kinds = [];

    public Passage(IWalkGraph graph, WalkRules rules, int from, int to)
    {
        (Graph, _rules, From, To) = (graph, rules, from, to);
        _avoidedNodes = [.. rules.Request.Avoid.Select(graph.NodeNumber)];
        _avoidedEdges = [.. rules.Request.Avoid.Select(graph.EdgeNumber)];
        _limitHops = rules.LimitHops;
    }

    public IWalkGraph Graph { get; }

    public int From { get; }

    public int To { get; }

    public bool SharedPlaces => _rules.Request.SharedPlaces;

    /// <summary>May the node stand inside a chain?</summary>
    public bool AllowsInside(int node) =>
        _rules.AllowsInside(Graph.TypeOf(node), Graph.DegreeOf(node)) && AllowsKind(Graph.KindNumber(node)) && !_avoidedNodes.Contains(node);

    /// <summary>Adds the steps from a node that may be taken.</summary>
    public void AddSteps(int node, List<WalkStep> steps)
    {
        var first = steps.Count;
        Graph.AddSteps(node, steps);
        if (_avoidedEdges.Count == 0)
            return;
        for (var i = steps.Count - 1; i >= first; i--)
        {
            if (_avoidedEdges.Contains(steps[i].Edge))
                steps.RemoveAt(i);
        }
    }

    /// <summary>Is the edge strong enough as a hop from <paramref name="u"/> to <paramref name="v"/>, both of which may be there?</summary>
    public bool AllowsHop(int edge, int u, int v) =>
        !_limitHops || _rules.AllowsHop(WalkFact.Hop(Graph.FactOfEdge(edge), Graph.FactOfNode(u), Graph.FactOfNode(v), v != To));

    private bool AllowsKind(int kind)
    {
        while (_kinds.Count <= kind)
            _kinds.Add(null);
        return _kinds[kind] ??= _rules.AllowsInside(Graph.Kind(kind));
    }
}
