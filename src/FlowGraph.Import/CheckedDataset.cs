using FlowGraph.Import.Computing;
using FlowGraph.Import.Drafts;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import;

/// <summary>A dataset without a fault: its records are computed as they are asked for.</summary>
internal sealed class CheckedDataset(DatasetDraft dataset, RecordCompiler compiler, Census census, string sha256) : IReleaseRecords
{
    public GraphModel Model => dataset.Model;

    public ReleaseInfo Info { get; } = new()
    {
        Id = dataset.Manifest.Id,
        Version = dataset.Manifest.Version,
        Title = dataset.Manifest.Title,
        Description = dataset.Manifest.Description,
        Licence = dataset.Manifest.Licence,
        ReleasedAt = dataset.Manifest.ReleasedAt,
        Sha256 = sha256,
        Contact = dataset.Manifest.Contact,
        Corrections = dataset.Manifest.Corrections,
        Counts = census.Counts,
        CountingGroups = dataset.Manifest.CountingGroups,
        Caveats = census.Caveats,
    };

    public int NodeCount => census.Nodes;

    public int EdgeCount => census.Edges;

    public NodeSummary? Find(string id) => dataset.Node(id);

    public IEnumerable<CitedNode> Nodes(CancellationToken cancellationToken)
    {
        foreach (var node in dataset.Nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return compiler.Node(node);
        }
    }

    public IEnumerable<CitedEdge> Edges(CancellationToken cancellationToken)
    {
        foreach (var edge in dataset.Edges)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return compiler.Edge(edge);
        }
    }

    /// <summary>All of it at once, in the order that stores want.</summary>
    public GraphRelease ToRelease(CancellationToken cancellationToken)
    {
        var nodes = new List<NodeRecord>(NodeCount);
        var facts = new List<EdgeRecord>();
        var links = new List<EdgeRecord>();
        foreach (var node in Nodes(cancellationToken))
        {
            nodes.Add(node.Node);
            nodes.AddRange(node.Citations);
            links.AddRange(node.Links);
        }
        foreach (var edge in Edges(cancellationToken))
        {
            facts.Add(edge.Edge);
            nodes.AddRange(edge.Citations);
            links.AddRange(edge.Links);
        }
        return new GraphRelease
        {
            Model = Model,
            Info = Info,
            Nodes = [.. nodes.OrderBy(node => node.Id, StringComparer.Ordinal)],
            Edges =
            [
                .. facts.OrderBy(edge => edge.Id, StringComparer.Ordinal),
                .. links.OrderBy(link => link.Relationship.Edge.Ordinal).ThenBy(link => link.From, StringComparer.Ordinal).ThenBy(link => link.To, StringComparer.Ordinal),
            ],
        };
    }
}
