using System.Collections.Immutable;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>A node as Neo4j has it.</summary>
internal sealed record StoredNode(NodeType Type, string Id, IEnumerable<StoredValue> Values);

/// <summary>A relationship that is a fact.</summary>
internal sealed record StoredFact(EdgeRecord Edge, IEnumerable<StoredValue> Values);

/// <summary>A relationship that only leads from one record to another.</summary>
internal readonly record struct StoredLink(string Type, string From, string To);

/// <summary>All that one line of a dataset becomes.</summary>
/// <param name="Nodes">The record and its citations, or an edge's citations.</param>
/// <param name="Links">Between these nodes, or from them to records of an earlier stage or of the same.</param>
internal sealed record StoredLine(LoadStage Stage, ImmutableArray<StoredNode> Nodes, StoredFact? Fact, ImmutableArray<StoredLink> Links);

/// <summary>What a line's links and ends lead to is of its stage or of an earlier one.</summary>
internal enum LoadStage
{
    Sources,
    Records,
    Claims,
    Facts,
}

/// <summary>A release as Neo4j has it, line by line. The release's own node is apart.</summary>
internal sealed class ReleaseRows(IReleaseRecords release)
{
    private readonly StoredRecord _stored = new(release);

    public GraphModel Model => release.Model;

    public ReleaseInfo Info => release.Info;

    public int NodeCount => release.NodeCount;

    public int EdgeCount => release.EdgeCount;

    public IEnumerable<StoredLine> Lines(CancellationToken cancellationToken) =>
        release.Nodes(cancellationToken).Select(Line).Concat(release.Edges(cancellationToken).Select(Line));

    public static LoadStage StageOf(NodeType type) => type.Name switch
    {
        Labels.Source => LoadStage.Sources,
        Labels.Claim => LoadStage.Claims,
        _ => LoadStage.Records,
    };

    private StoredLine Line(CitedNode line)
    {
        var node = line.Node;
        var sources = Sources(line.Links);
        var links = line.Links.Select(Link).Concat(line.Citations.Select(citation => new StoredLink(Labels.CitedBy, node.Id, citation.Id)));
        if (node.Type.Name == Labels.Claim)
            links = links.Append(new(Labels.HasClaim, (string)node["subjectId"]!, node.Id)); // required
        return new(StageOf(node.Type), [new(node.Type, node.Id, _stored.Of(node, line.Citations, sources)), .. Citations(line.Citations, sources, new(node.Type.IsFact ? (string?)node["status"] : null, null))], null, [.. links]);
    }

    private StoredLine Line(CitedEdge line)
    {
        var sources = Sources(line.Links);
        return new(LoadStage.Facts, Citations(line.Citations, sources, new((string?)line.Edge["status"], line.Edge.From)), new(line.Edge, _stored.Of(line.Edge, line.Citations, sources)), [.. line.Links.Select(Link)]);
    }

    private ImmutableArray<StoredNode> Citations(ImmutableArray<NodeRecord> citations, Dictionary<string, string> sources, CitedFact fact) =>
        [.. citations.Select(citation => new StoredNode(citation.Type, citation.Id, _stored.Of(citation, sources[citation.Id], fact)))];

    private static StoredLink Link(EdgeRecord link) => new(link.Relationship.Edge.Name, link.From, link.To);

    private static Dictionary<string, string> Sources(ImmutableArray<EdgeRecord> links) =>
        links.Where(link => link.Relationship.Source.Name == Labels.Citation).ToDictionary(link => link.From, link => link.To, StringComparer.Ordinal);
}
