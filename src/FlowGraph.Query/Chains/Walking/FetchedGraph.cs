using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>What one question has asked the store for, numbered as it came: each look is a round trip, and its further searches look at much the same edges.</summary>
internal sealed class FetchedGraph(IChainStore store, IReadOnlySet<EdgeType> types) : IWalkGraph
{
    private readonly Dictionary<string, int> _nodeNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _edgeNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, WalkNode> _nodes = [];
    private readonly Dictionary<int, WalkEdge> _edges = [];
    private readonly Dictionary<int, List<WalkStep>> _steps = [];
    private readonly Dictionary<NodeKind, int> _kindNumbers = [];
    private readonly List<NodeKind> _kinds = [];
    private Dictionary<int, int>? _ranks;

    public int NodeNumber(string id) => Number(_nodeNumbers, id);

    public int EdgeNumber(string id) => Number(_edgeNumbers, id);

    public int NumberOf(WalkNode node)
    {
        var number = NodeNumber(node.Id);
        _nodes.TryAdd(number, node);
        return number;
    }

    public async ValueTask FetchAsync(IEnumerable<int> nodes, CancellationToken cancellationToken)
    {
        var unseen = nodes.Where(node => !_steps.ContainsKey(node)).Distinct().ToList();
        if (unseen.Count == 0)
            return;
        var ids = unseen.ConvertAll(node => _nodes[node].Id);
        ids.Sort(StringComparer.Ordinal);
        var found = await store.ExpandAsync(ids, types, cancellationToken);
        foreach (var node in unseen)
            _steps.Add(node, []);
        foreach (var node in found.Nodes)
            NumberOf(node);
        var asked = unseen.ToHashSet();
        foreach (var edge in found.Edges)
        {
            if (edge.Strength.Status == FactStatus.Retracted || edge.From == edge.To)
                continue;
            var (from, to, number) = (NodeNumber(edge.From), NodeNumber(edge.To), EdgeNumber(edge.Id));
            _edges[number] = edge;
            // An end that was asked for before has the edge already.
            if (asked.Contains(from))
                _steps[from].Add(new(to, number));
            if (asked.Contains(to))
                _steps[to].Add(new(from, number));
        }
        _ranks = null;
    }

    public void AddSteps(int node, List<WalkStep> steps) => steps.AddRange(_steps[node]);

    public int DegreeOf(int node) => _nodes[node].Degree;

    public NodeType TypeOf(int node) => _nodes[node].Type;

    public int KindNumber(int node)
    {
        var kind = NodeKind.Of(_nodes[node]);
        if (!_kindNumbers.TryGetValue(kind, out var number))
        {
            _kindNumbers.Add(kind, number = _kinds.Count);
            _kinds.Add(kind);
        }
        return number;
    }

    public NodeKind Kind(int number) => _kinds[number];

    public WalkFact FactOfNode(int node) => WalkFact.Of(_nodes[node]);

    public WalkFact FactOfEdge(int edge) => WalkFact.Of(_edges[edge]);

    public int RankOfEdge(int edge) =>
        (_ranks ??= _edges.OrderBy(known => known.Value.Id, StringComparer.Ordinal).Select((known, i) => (known.Key, i)).ToDictionary())[edge];

    public WalkNode Node(int node) => _nodes[node];

    public WalkEdge Edge(int edge) => _edges[edge];

    private static int Number(Dictionary<string, int> numbers, string id)
    {
        if (!numbers.TryGetValue(id, out var number))
            numbers.Add(id, number = numbers.Count);
        return number;
    }
}
