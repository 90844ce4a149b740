using FlowGraph.Import.Drafts;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Computing;

/// <summary>The order of CitationGrade: CONFIRMED, LIKELY, REPORTED, DISPUTED.</summary>
internal sealed class Grade(GraphModel model)
{
    public const string Confirmed = "CONFIRMED";
    public const string Likely = "LIKELY";
    public const string Disputed = "DISPUTED";

    private readonly EnumType _grades = model.EnumsByName["CitationGrade"];

    public bool IsLikelyOrBetter(CitationDraft citation) => Rank(citation) <= _grades.OrdinalOf(Likely);

    public string Best(IEnumerable<CitationDraft> citations) => citations.MinBy(Rank)!.Grade!; // asked of at least one; read before

    private int Rank(CitationDraft citation) => _grades.OrdinalOf(citation.Grade!); // read before anything is computed
}
