using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>A release with what Neo4j's records show beyond their own values: readable names, the passages of each fact, degrees.</summary>
/// <remarks>Records of a release stand in the order of their ids, so most look-ups are binary searches and need no table of their own.</remarks>
internal sealed class ReleaseImage
{
    private static readonly Comparer<NodeRecord> _byId = Comparer<NodeRecord>.Create((x, y) => string.CompareOrdinal(x.Id, y.Id));

    private readonly Dictionary<string, int> _degrees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeRecord> _sources = new(StringComparer.Ordinal);
    private readonly ImmutableArray<NodeRecord> _citations;
    private readonly PropertyDefinition _factId;

    public ReleaseImage(GraphRelease release)
    {
        Release = release;
        var citation = release.Model.NodeTypesByName[Labels.Citation];
        var (stance, grade) = (citation.Property("stance")!, citation.Property("grade")!); // of the evidence contract
        _factId = citation.Property("factId")!; // of the evidence contract
        foreach (var edge in release.Edges)
            Count(edge);
        // As the API lists them: what supports first, the better grade first.
        _citations =
        [
            .. release.Nodes.Where(node => node.Type == citation)
                .OrderBy(FactOf, StringComparer.Ordinal).ThenBy(node => Ordinal(node, stance)).ThenBy(node => Ordinal(node, grade)).ThenBy(node => node.Id, StringComparer.Ordinal),
        ];
    }

    public GraphRelease Release { get; }

    public GraphModel Model => Release.Model;

    /// <summary>All citations, those of one fact together.</summary>
    public ImmutableArray<NodeRecord> Citations => _citations;

    /// <summary>Nodes and edges as Neo4j has them: also the edges that come from a record's own fields. The release's own node is not counted.</summary>
    public (int Nodes, int Edges) Size => (
        Release.Nodes.Length,
        Release.Edges.Length + _citations.Count(IsOfNode) + Release.Nodes.Count(node => node.Type.Name == Labels.Claim));

    public NodeRecord? Find(string id)
    {
        var index = Release.Nodes.BinarySearch(new NodeRecord(Release.Model.NodeTypes[0], id, []), _byId);
        return index >= 0 ? Release.Nodes[index] : null;
    }

    public string FactOf(NodeRecord citation) => (string)citation.Values[_factId.Index]!; // required

    /// <summary>A citation of an edge is found by its factId only: an edge cannot have edges.</summary>
    public bool IsOfNode(NodeRecord citation) => Model.NodeTypeOfId(FactOf(citation)) is not null;

    /// <summary>Incident FACT edges: the hub test.</summary>
    public int DegreeOf(string id) => _degrees.GetValueOrDefault(id);

    public ImmutableArray<NodeRecord> CitationsOf(string id)
    {
        var (low, high) = (0, _citations.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(FactOf(_citations[middle]), id) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        var end = low;
        while (end < _citations.Length && FactOf(_citations[end]) == id)
            end++;
        return _citations[low..end];
    }

    /// <summary>What the node is called where it is shown.</summary>
    public string NameOf(NodeRecord node) => node.Type.Name switch
    {
        Labels.Claim => CaptionOf(node),
        Labels.Citation => Publication(_sources[node.Id]),
        _ => node["name"] as string ?? node["title"] as string ?? node.Id,
    };

    public string CaptionOf(NodeRecord node) => node["caption"] as string ?? NameOf(node);

    /// <summary>"Publisher, date: paraphrase (locator)".</summary>
    public string CiteOf(NodeRecord citation) => $"{Publication(_sources[citation.Id])}: {citation["paraphrase"]} ({Locator(citation)})";

    private static string Publication(NodeRecord source) =>
        $"{source["publisher"] ?? source["title"] ?? source.Id}, {(source["publishedAt"] as FuzzyDate)?.Edtf ?? "undated"}";

    private static string Locator(NodeRecord citation) =>
        citation["locatorKind"] is "EXCERPT" ? "archived excerpt, passage not located" : citation["locator"] as string ?? "";

    private static int Ordinal(NodeRecord node, PropertyDefinition property) => property.Enum!.OrdinalOf((string)node.Values[property.Index]!); // both are required enums

    private void Count(EdgeRecord edge)
    {
        if (edge.Relationship.Edge.Class == EdgeClass.Fact)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_degrees, edge.From, out _)++;
            CollectionsMarshal.GetValueRefOrAddDefault(_degrees, edge.To, out _)++;
        }
        else if (edge.Relationship is { Edge.Class: EdgeClass.Structural, Source.Name: Labels.Citation })
        {
            _sources[edge.From] = Find(edge.To)!; // a release has no edge into nothing
        }
    }
}
