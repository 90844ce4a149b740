using System.Collections.Immutable;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;

namespace FlowGraph.TestKit.Records;

/// <summary>The chain store in its plainest form: dictionaries over the records of a release. What the real stores are compared with.</summary>
public sealed class RecordsChainStore : IChainStore
{
    private readonly Dictionary<string, NodeRecord> _nodes;
    private readonly Dictionary<string, EdgeRecord> _edges;
    private readonly ILookup<string, EdgeRecord> _incident;
    private readonly ILookup<(string Type, string From), EdgeRecord> _structural;
    private readonly ILookup<string, NodeRecord> _citations;
    private readonly ILookup<string, NodeRecord> _claims;
    private readonly Dictionary<string, string> _keys;

    public RecordsChainStore(GraphRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        Model = release.Model;
        Release = release.Info;
        _nodes = release.Nodes.ToDictionary(node => node.Id);
        _edges = release.Edges.Where(IsFact).ToDictionary(edge => edge.Id);
        _incident = _edges.Values.SelectMany(edge => new[] { (edge.From, edge), (edge.To, edge) }.DistinctBy(end => end.Item1)).ToLookup(end => end.Item1, end => end.edge);
        _structural = release.Edges.Where(edge => !IsFact(edge)).ToLookup(edge => (edge.Relationship.Edge.Name, edge.From));
        _citations = release.Nodes.Where(node => node.Type.Name == "Citation").ToLookup(node => (string)node["factId"]!);
        _claims = release.Nodes.Where(node => node.Type.Name == "Claim").ToLookup(node => (string)node["subjectId"]!);
        _keys = release.Nodes.Where(node => node.Type.IsFact).ToDictionary(node => (string)node["key"]!, node => node.Id);
        foreach (var edge in _edges.Values)
            _keys.Add((string)edge["key"]!, edge.Id);
    }

    public GraphModel Model { get; }

    public ReleaseInfo Release { get; }

    /// <summary>How often <see cref="ExpandAsync"/> was called.</summary>
    public int Expansions { get; private set; }

    public ValueTask<IReadOnlyList<WalkNode?>> NodesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        new([.. ids.Select(id => _nodes.TryGetValue(id, out var node) ? Walk(node) : null)]);

    public ValueTask<Expansion> ExpandAsync(IReadOnlyList<string> frontier, IReadOnlySet<EdgeType> types, CancellationToken cancellationToken)
    {
        Expansions++;
        var edges = frontier.SelectMany(id => _incident[id]).Where(edge => types.Contains(edge.Relationship.Edge)).DistinctBy(edge => edge.Id).ToList();
        var nodes = edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Select(id => Walk(_nodes[id]));
        return new(new Expansion([.. edges.Select(Walk)], [.. nodes]));
    }

    public ValueTask<IReadOnlyDictionary<string, FactEvidence>> EvidenceAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        new(ids.Distinct().Select(Evidence).OfType<FactEvidence>().ToImmutableDictionary(fact => fact.Id));

    public ValueTask<IReadOnlyList<string?>> FactIdsByKeyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        new([.. keys.Select(_keys.GetValueOrDefault)]);

    private static bool IsFact(EdgeRecord edge) => edge.Relationship.Edge.Class != EdgeClass.Structural;

    private WalkNode Walk(NodeRecord node) => WalkNode.Of(node, _incident[node.Id].Count(edge => edge.Relationship.Edge.Class == EdgeClass.Fact));

    private WalkEdge Walk(EdgeRecord edge) => WalkEdge.Of(edge, _citations[edge.Id].Count(citation => citation["stance"] is "SUPPORTS"));

    private FactEvidence? Evidence(string id)
    {
        var node = _nodes.GetValueOrDefault(id);
        var edge = _edges.GetValueOrDefault(id);
        return node is null && edge is null ? null : new FactEvidence
        {
            Node = node,
            Edge = edge,
            Citations = Cited(id),
            Claims = [.. _claims[id].Select(claim => new ClaimEvidence(claim, Linked("ASSERTED_BY", claim.Id), Cited(claim.Id)))],
        };
    }

    private ImmutableArray<CitationEvidence> Cited(string id) =>
    [
        .. _citations[id].Select(citation =>
        {
            var source = Linked("FROM_SOURCE", citation.Id)!;
            var origin = citation["origin"] as string;
            return new CitationEvidence(citation, source, origin is null ? null : _nodes.GetValueOrDefault(origin));
        }),
    ];

    private NodeRecord? Linked(string type, string from) => _structural[(type, from)].FirstOrDefault() is { } edge ? _nodes[edge.To] : null;
}
