using System.Collections.Immutable;
using FlowGraph.Embedded.Execution;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;

namespace FlowGraph.Embedded;

public sealed partial class EmbeddedStore
{
    private RecordTables Tables => _snapshot.Tables;

    public ValueTask<IReadOnlyList<WalkNode?>> NodesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        new(Held<WalkNode?[]>([.. ids.Select(id => _snapshot.Ids.Find(id) is >= 0 and var record && !Tables.IsEdge(record) ? _walk.Node(record) : null)]));

    public ValueTask<Expansion> ExpandAsync(IReadOnlyList<string> frontier, IReadOnlySet<EdgeType> types, CancellationToken cancellationToken)
    {
        var edges = new Dictionary<int, WalkEdge>();
        var outside = new HashSet<int>();
        foreach (var id in frontier)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var node = _snapshot.Ids.Find(id);
            if (node < 0 || Tables.IsEdge(node))
                continue;
            foreach (var type in types)
            {
                var (leaving, arriving) = _snapshot.ByEdgeType[type.Ordinal];
                Take(leaving.Of(node));
                Take(arriving.Of(node));
            }
        }
        return new(Held(new Expansion([.. edges.Values], [.. outside.Select(_walk.Node)])));

        void Take(ReadOnlySpan<Step> steps)
        {
            foreach (var step in steps)
            {
                if ((edges.Count & 1023) == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                if (edges.ContainsKey(step.Edge))
                    continue;
                edges.Add(step.Edge, _walk.Edge(step.Edge));
                outside.Add(step.Node);
            }
        }
    }

    public IWalkGraph WalkGraph(IReadOnlySet<EdgeType> types) => new StoredGraph(_snapshot, _walk, types);

    public ValueTask<IReadOnlyDictionary<string, FactEvidence>> EvidenceAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var evidence = new Dictionary<string, FactEvidence>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var record = _snapshot.Ids.Find(id);
            if (record < 0)
                continue;
            var isEdge = Tables.IsEdge(record);
            evidence[id] = new()
            {
                Node = isEdge ? null : _records.Node(record),
                Edge = isEdge ? _records.Edge(record - Tables.NodeCount) : null,
                Citations = Citations(record),
                Claims = isEdge ? [] : Claims(record),
            };
        }
        return new(Held(evidence));
    }

    public ValueTask<IReadOnlyList<string?>> FactIdsByKeyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        new(Held<string?[]>([.. keys.Select(key => _snapshot.FactKeys.Find(key) is >= 0 and var record ? Tables.Id(record) : null)]));

    private ImmutableArray<CitationEvidence> Citations(int record)
    {
        var citations = ImmutableArray.CreateBuilder<CitationEvidence>();
        foreach (var citation in _snapshot.Citations.Of(record))
        {
            var passage = _records.Node(citation);
            citations.Add(new(passage, _records.SourceOf(citation), passage["origin"] is string origin && _snapshot.Ids.Find(origin) is >= 0 and var at ? _records.Node(at) : null));
        }
        return citations.ToImmutable();
    }

    private ImmutableArray<ClaimEvidence> Claims(int node)
    {
        var claims = ImmutableArray.CreateBuilder<ClaimEvidence>();
        foreach (var claim in _snapshot.Claims.Of(node))
            claims.Add(new(_records.Node(claim), _records.AssertedBy(claim), Citations(claim)));
        return claims.ToImmutable();
    }
}
