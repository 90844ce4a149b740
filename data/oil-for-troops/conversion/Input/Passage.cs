namespace FlowGraph.Conversion.Input;

/// <summary>One citation of the dossier: the <paramref name="Index"/>th of the record <paramref name="Record"/>.</summary>
internal sealed record Passage(string Record, int Index, string Source, string Locator, string Says, string Grade)
{
    public bool IsDisputed => Grade == "DISPUTED";
}
