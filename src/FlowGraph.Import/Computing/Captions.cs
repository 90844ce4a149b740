using FlowGraph.Import.Drafts;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Computing;

/// <summary>One readable line per fact.</summary>
internal static class Captions
{
    private const string ContestedMark = "⚠ ";

    public static string Of(Draft fact, DatasetDraft dataset, bool contested)
    {
        var caption = fact switch
        {
            EdgeDraft edge => $"{NameOf(dataset.Node(edge.From)!)} · {Words(edge.Type)} · {NameOf(dataset.Node(edge.To)!)}", // references are checked
            NodeDraft { Type.Name: Vocabulary.Claim } claim =>
                $"{NameOf(dataset.Node(claim.Text("subjectId")!)!)} · {claim.Text("property")} · {ValueOf(claim, dataset)}", // references are checked
            NodeDraft node => node.Text("name") ?? node.Id,
            _ => fact.Id,
        };
        return contested ? ContestedMark + caption : caption;
    }

    private static string NameOf(NodeHeader node) => node.Name ?? node.Id;

    private static string Words(EdgeType type) => type.Prefix.Replace('-', ' ');

    // The value of a relationship may be the id of what it leads to.
    private static string? ValueOf(NodeDraft claim, DatasetDraft dataset) =>
        Quantities.Of(claim, contested: false)?.Display
        ?? (claim.Text("value") is { } value && dataset.Node(value) is { } node ? NameOf(node) : claim.Text("value"));
}
