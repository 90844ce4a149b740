using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;

namespace FlowGraph.Embedded.Execution;

/// <summary>The snapshot as it is walked: its own numbers, its own adjacency. Nothing has to be fetched.</summary>
/// <remarks>Whoever walks it asks its store for more when the walk is over, and so holds the memory that is walked; the loop over a span says so itself.</remarks>
internal sealed class StoredGraph(Snapshot snapshot, WalkReader reader, IReadOnlySet<EdgeType> types) : IWalkGraph
{
    private readonly RecordTables _tables = snapshot.Tables;
    private readonly bool _hasRetracted = snapshot.HasRetracted;

    // By node type: the adjacency of the edge types that can touch such a node.
    private readonly Adjacency[]?[] _adjacency = new Adjacency[]?[snapshot.Model.NodeTypes.Length];

    public int NodeNumber(string id) => snapshot.Ids.Find(id) is >= 0 and var record && !_tables.IsEdge(record) ? record : -1;

    public int EdgeNumber(string id) => snapshot.Ids.Find(id) is >= 0 and var record && _tables.IsEdge(record) ? record - _tables.NodeCount : -1;

    public int NumberOf(WalkNode node) => NodeNumber(node.Id);

    public ValueTask FetchAsync(IEnumerable<int> nodes, CancellationToken cancellationToken) => default;

    public void AddSteps(int node, List<WalkStep> steps)
    {
        foreach (var adjacency in _adjacency[TypeOf(node).Ordinal] ??= Touching(TypeOf(node)))
        {
            var found = adjacency.Of(node);
            steps.EnsureCapacity(steps.Count + found.Length);
            foreach (var step in found)
            {
                if (step.Node != node && !(_hasRetracted && snapshot.Retracted[_tables.NodeCount + step.Edge]))
                    steps.Add(new(step.Node, step.Edge));
            }
        }
        GC.KeepAlive(snapshot);
    }

    public int DegreeOf(int node) => snapshot.Degree[node];

    public NodeType TypeOf(int node) => _tables.OfNode(node).Type;

    public int KindNumber(int node) => reader.KindNumber(node);

    public NodeKind Kind(int number) => reader.Kinds[number];

    public WalkFact FactOfNode(int node) => reader.FactOfNode(node);

    public WalkFact FactOfEdge(int edge) => reader.FactOfEdge(edge);

    public int RankOfEdge(int edge) => snapshot.IdRank[_tables.NodeCount + edge];

    public WalkNode Node(int node) => reader.Node(node);

    public WalkEdge Edge(int edge) => reader.Edge(edge);

    private Adjacency[] Touching(NodeType node)
    {
        var touching = new List<Adjacency>();
        foreach (var type in types)
        {
            var (leaving, arriving) = snapshot.ByEdgeType[type.Ordinal];
            if (type.Relationships.Any(relationship => relationship.Source == node))
                touching.Add(leaving);
            if (type.Relationships.Any(relationship => relationship.Target.Types.Contains(node)))
                touching.Add(arriving);
        }
        return [.. touching];
    }
}
