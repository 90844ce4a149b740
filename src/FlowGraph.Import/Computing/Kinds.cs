using FlowGraph.Import.Drafts;

namespace FlowGraph.Import.Computing;

/// <summary>How a fact is known: the first rule that fits.</summary>
internal sealed class Kinds(DatasetDraft dataset, Grade grade)
{
    public const string Observed = "OBSERVED";
    public const string Reported = "REPORTED";
    public const string Assessed = "ASSESSED";
    public const string Derived = "DERIVED";

    public string Of(Draft fact)
    {
        if (fact.Text(Vocabulary.Kind) is { } declared)
            return declared;

        var inherent = fact switch
        {
            EdgeDraft edge => OfEdge(edge),
            NodeDraft node => OfNode(node),
            _ => null,
        };
        return inherent ?? (fact.Citations.Any(citation => citation.Stance == Vocabulary.Supports && IsSeen(citation)) ? Observed : Reported);
    }

    /// <summary>An image or a transponder track that is likely or better shows it.</summary>
    public bool IsSeen(CitationDraft citation) => citation.EvidenceType is "SATELLITE" or "AIS" && grade.IsLikelyOrBetter(citation);

    private string? OfEdge(EdgeDraft edge)
    {
        if (edge.Is("inferred"))
            return edge.Citations.Any(citation => citation.Scope == Vocabulary.ScopeOwn) ? Assessed : Derived;

        // What a dispute is about is our reading, like the dispute itself.
        var from = dataset.Node(edge.From)!.Type; // references are checked
        return from.IsBridge ? Assessed : from.Name == Vocabulary.Dispute ? Derived : null;
    }

    private static string? OfNode(NodeDraft node)
    {
        if (node.Type.Name == Vocabulary.Dispute)
            return Derived;
        var isJudgement = node.Type.Name == Vocabulary.Claim && (node.Text("property") == Vocabulary.Assessment || node.Text("method") is not null);
        // A count does not become observed by one picture.
        return node.Type.IsBridge || isJudgement || (node.Type.Domain is not null && node.Is("aggregate")) ? Assessed : null;
    }
}
