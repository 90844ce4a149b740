using System.Collections.Immutable;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.TestKit.Records;

/// <summary>A release in memory as a loader wants it: also one that no dataset could hold.</summary>
public sealed class ReleaseRecords : IReleaseRecords
{
    private readonly GraphRelease _release;
    private readonly ILookup<string, NodeRecord> _citations;
    private readonly ILookup<string, EdgeRecord> _links;
    private readonly Dictionary<string, Summary> _summaries;

    public ReleaseRecords(GraphRelease release)
    {
        _release = release;
        _citations = release.Nodes.Where(node => node.Type.Name == "Citation").ToLookup(citation => (string)citation["factId"]!);
        _links = release.Edges.Where(edge => edge.Id.Length == 0).ToLookup(edge => edge.From);
        var degrees = release.Edges.Where(edge => edge.Relationship.Edge.Class == EdgeClass.Fact).SelectMany(edge => (string[])[edge.From, edge.To]).CountBy(id => id).ToDictionary();
        _summaries = release.Nodes.Where(node => node.Type.Name != "Citation").ToDictionary(node => node.Id, node => new Summary(node, degrees.GetValueOrDefault(node.Id)));
    }

    public GraphModel Model => _release.Model;

    public ReleaseInfo Info => _release.Info;

    public int NodeCount => _release.Nodes.Length;

    public int EdgeCount => _release.Edges.Length + _release.Nodes.Count(node => node.Type.Name == "Claim") + _citations.Where(cited => _summaries.ContainsKey(cited.Key)).Sum(cited => cited.Count());

    public IEnumerable<CitedNode> Nodes(CancellationToken cancellationToken) => _release.Nodes.Where(node => node.Type.Name != "Citation")
        .OrderBy(node => node.Type.Name switch { "Source" => 0, "Claim" => 2, _ => 1 })
        .Select(node => new CitedNode(node, [.. _citations[node.Id]], [.. _links[node.Id], .. Links(node.Id)]));

    public IEnumerable<CitedEdge> Edges(CancellationToken cancellationToken) =>
        _release.Edges.Where(edge => edge.Id.Length > 0).Select(edge => new CitedEdge(edge, [.. _citations[edge.Id]], [.. Links(edge.Id)]));

    public NodeSummary? Find(string id) => _summaries.GetValueOrDefault(id);

    private IEnumerable<EdgeRecord> Links(string fact) => _citations[fact].SelectMany(citation => _links[citation.Id]);

    private sealed class Summary : NodeSummary
    {
        private readonly NodeRecord _node;

        public Summary(NodeRecord node, int degree)
            : base(node.Type, node.Id, node["name"] as string)
        {
            _node = node;
            Degree = degree;
        }

        public override string? Publication => _node.Type.Name == "Source" ? $"{_node["publisher"] ?? _node["title"]}, {(_node["publishedAt"] as FuzzyDate)?.Edtf ?? "undated"}" : null;
    }
}
