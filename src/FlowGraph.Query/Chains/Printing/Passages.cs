namespace FlowGraph.Query.Chains.Printing;

/// <summary>The citations of a fact in the order in which they are listed everywhere: best grade first, then id.</summary>
internal static class Passages
{
    public static IEnumerable<CitationEvidence> Supporting(FactEvidence fact) => Supporting(fact.Citations);

    public static IEnumerable<CitationEvidence> Supporting(IEnumerable<CitationEvidence> citations) => Of(citations, "SUPPORTS");

    public static IEnumerable<CitationEvidence> Disputing(FactEvidence fact) => Of(fact.Citations, "DISPUTES");

    public static IEnumerable<CitationEvidence> Ordered(IEnumerable<CitationEvidence> citations) =>
        citations.OrderBy(citation => Ordinal(citation, "stance")).ThenBy(citation => Ordinal(citation, "grade")).ThenBy(citation => citation.Citation.Id, StringComparer.Ordinal);

    private static IEnumerable<CitationEvidence> Of(IEnumerable<CitationEvidence> citations, string stance) =>
        Ordered(citations.Where(citation => citation.Citation["stance"] as string == stance));

    private static int Ordinal(CitationEvidence citation, string property) =>
        citation.Citation.Type.Property(property) is { Enum: { } members, Index: var index } && citation.Citation.Values[index] is string member ? members.OrdinalOf(member) : -1;
}
