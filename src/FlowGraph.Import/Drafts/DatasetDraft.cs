using System.Collections.Immutable;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Drafts;

/// <summary>All records of a dataset with their fields understood; nothing said yet of how they fit together.</summary>
internal sealed class DatasetDraft
{
    public required GraphModel Model { get; init; }

    public required Manifest Manifest { get; init; }

    public required ImmutableArray<NodeDraft> Nodes { get; init; }

    public required ImmutableArray<EdgeDraft> Edges { get; init; }

    public required ImmutableArray<OriginDraft> Origins { get; init; }

    /// <summary>Prefixes of ids that may stand in lines or files that could not be read.</summary>
    public required ImmutableHashSet<string> PrefixesInDoubt { get; init; }

    /// <summary>Nodes, edges and citations; of two with one id the first.</summary>
    public required IReadOnlyDictionary<string, Draft> ById { get; init; }

    public NodeDraft? Node(string id) => ById.GetValueOrDefault(id) as NodeDraft;
}
