using FlowGraph.Import.Drafts;

namespace FlowGraph.Import.Computing;

/// <summary>What a passage does to its record, where it does not say so itself.</summary>
internal static class Stances
{
    /// <summary>True for records on which every passage SUPPORTS: that it was denied, that sources differ.</summary>
    public static bool AreAllSupporting(Draft record, DatasetDraft dataset) => record switch
    {
        NodeDraft node => node.Type.Name == Vocabulary.Dispute,
        EdgeDraft edge => edge.Type.Name == Vocabulary.Denies || dataset.Node(edge.From)?.Type.Name == Vocabulary.Dispute,
        _ => false,
    };

    public static void Fill(Draft record, DatasetDraft dataset)
    {
        var supporting = AreAllSupporting(record, dataset);
        foreach (var citation in record.Citations.Where(citation => citation.Stance is null))
            citation.Set("stance", citation.Grade == Grade.Disputed && !supporting ? Vocabulary.Disputes : Vocabulary.Supports);
    }
}
