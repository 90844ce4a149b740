using CsvHelper;
using FlowGraph.Query.Exports;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>A row per hop. Several values in a cell are separated by a semicolon and a space.</summary>
internal static class ChainCsv
{
    private static readonly string[] _heads =
    [
        "index", "fromId", "fromName", "factId", "factType", "toId", "toName", "reversed", "when", "kind", "status", "confidence", "independentSources",
        "accordingTo", "order", "gapDays", "citationIds", "sourceIds", "caveats",
    ];

    public static string Write(ChainPrint print) => CsvText.Table(_heads, print.Rows, (csv, row) => Row(csv, print, row));

    private static void Row(CsvWriter csv, ChainPrint print, PrintRow row)
    {
        var hop = row.Hop;
        var passages = ChainPrint.FactsOf(hop).SelectMany(print.PassagesOf).DistinctBy(citation => citation.Citation.Id).ToList();
        csv.WriteField(hop.Index);
        csv.WriteField(hop.From.Id);
        csv.WriteField(hop.From.Name);
        csv.WriteField(hop.Fact.Id);
        csv.WriteField(hop.Fact.Type.Name);
        csv.WriteField(hop.To.Id);
        csv.WriteField(hop.To.Name);
        csv.WriteField(hop.Reversed ? "true" : "false");
        csv.WriteField(hop.When?.Edtf);
        csv.WriteField(FactWords.ToText(hop.Kind));
        csv.WriteField(FactWords.ToText(hop.Status));
        csv.WriteField(FactWords.ToText(hop.Confidence));
        csv.WriteField(hop.IndependentSources);
        csv.WriteField(row.AccordingTo);
        csv.WriteField(hop.Order is { } order ? FactWords.ToText(order) : null);
        csv.WriteField(hop.GapDays);
        csv.WriteField(string.Join("; ", passages.Select(citation => citation.Citation.Id)));
        csv.WriteField(string.Join("; ", passages.Select(citation => citation.Source.Id).Distinct()));
        csv.WriteField(string.Join(' ', print.Chain.Caveats.Where(caveat => caveat.Step == hop.Index).Select(caveat => caveat.Text)));
    }
}
