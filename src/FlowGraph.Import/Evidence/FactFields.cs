using System.Collections.Immutable;
using FlowGraph.Import.Drafts;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Evidence;

/// <summary>What a passage or a claim may speak of: the fields of a type that sources can differ on.</summary>
internal static class FactFields
{
    private static readonly ImmutableArray<string> _ours =
        ["id", "key", "caption", "kind", "status", "statusReason", "confidence", "confidenceBasis", "likelihood", "independentSources"];

    public static bool Has(Draft record, string name) => record switch
    {
        NodeDraft node => Has(node.Type, name),
        _ => record.Property(name) is not null && !_ours.Contains(name),
    };

    public static bool Has(NodeType type, string name) =>
        name == Vocabulary.Assessment || (!_ours.Contains(name) && (type.Property(name) is not null || type.Ends.Any(end => end.Name == name)));

    public static IEnumerable<string> Of(Draft record) => record switch
    {
        NodeDraft node => Of(node.Type),
        EdgeDraft edge => Named(edge.Type.Properties),
        _ => [],
    };

    public static IEnumerable<string> Of(NodeType type) => Named(type.Properties).Concat(type.Ends.Select(end => end.Name)).Append(Vocabulary.Assessment);

    private static IEnumerable<string> Named(ImmutableArray<PropertyDefinition> properties) =>
        properties.Select(property => property.Name).Except(_ours);
}
