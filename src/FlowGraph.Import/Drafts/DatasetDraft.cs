using System.Collections.Immutable;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Drafts;

/// <summary>All records of a dataset with their fields understood; nothing said yet of how they fit together.</summary>
internal sealed class DatasetDraft
{
    public required GraphModel Model { get; init; }

    public required Manifest Manifest { get; init; }

    /// <summary>Sources, entities and events, claims. Of a large dataset each pass reads them anew.</summary>
    public required IEnumerable<NodeDraft> Nodes { get; init; }

    /// <inheritdoc cref="Nodes"/>
    public required IEnumerable<EdgeDraft> Edges { get; init; }

    public required ImmutableArray<OriginDraft> Origins { get; init; }

    /// <summary>Edges that say of a record that somebody denies it.</summary>
    public required ImmutableArray<EdgeDraft> Denials { get; init; }

    /// <summary>Prefixes of ids that may stand in lines or files that could not be read.</summary>
    public required ImmutableHashSet<string> PrefixesInDoubt { get; init; }

    /// <summary>Nodes, edges and citations; of two with one id the first.</summary>
    public required RecordIndex Index { get; init; }

    /// <summary>All ids, for whoever looks for a near one.</summary>
    public IEnumerable<string> Ids => Nodes.SelectMany(IdsOf).Concat(Edges.SelectMany(IdsOf)).Where(id => id.Length > 0);

    public NodeHeader? Node(string id) => Index.Node(id);

    /// <summary>Null when its ends are not what the model allows.</summary>
    public Relationship? RelationshipOf(EdgeDraft edge) =>
        Node(edge.From) is { } from && Node(edge.To) is { } to ? edge.Type.RelationshipBetween(from.Type, to.Type) : null;

    private static IEnumerable<string> IdsOf(Draft record) => record.Citations.Select(citation => citation.Id).Prepend(record.Id);
}
