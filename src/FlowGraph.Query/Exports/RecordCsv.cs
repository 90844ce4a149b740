using System.Globalization;
using CsvHelper;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Exports;

/// <summary>A row per fact: the record, the claims on it, what is around it. Several values in a cell are separated by a semicolon and a space.</summary>
internal static class RecordCsv
{
    private static readonly string[] _heads =
    [
        "id", "type", "caption", "fromId", "fromName", "toId", "toName", "property", "value", "rank", "when", "kind", "status", "statusReason",
        "confidence", "confidenceBasis", "independentSources", "standing", "accordingTo", "citationIds", "sourceIds", "passages", "footnotes",
    ];

    public static string Write(RecordPrint print) => CsvText.Table(_heads, print.Facts, (csv, fact) => Row(csv, print, fact));

    private static void Row(CsvWriter csv, RecordPrint print, PrintedFact fact)
    {
        csv.WriteField(fact.Id);
        csv.WriteField(fact.Type);
        csv.WriteField(fact.Caption);
        csv.WriteField(fact.From?.Id);
        csv.WriteField(fact.From?.Name);
        csv.WriteField(fact.To?.Id);
        csv.WriteField(fact.To?.Name);
        csv.WriteField(fact.IsClaim ? fact.Text("property") : null);
        csv.WriteField(fact.Value);
        csv.WriteField(fact.Text("rank"));
        csv.WriteField(fact.When?.Edtf);
        csv.WriteField(fact.Text("kind"));
        csv.WriteField(fact.Text("status"));
        csv.WriteField(fact.Text("statusReason"));
        csv.WriteField(fact.Text("confidence"));
        csv.WriteField(fact.Text("confidenceBasis"));
        csv.WriteField(fact.Record["independentSources"] as int?);
        csv.WriteField(fact.Text("standing"));
        csv.WriteField(fact.AccordingTo);
        csv.WriteField(string.Join("; ", fact.Citations.Select(citation => citation.Citation.Id)));
        csv.WriteField(string.Join("; ", fact.Sources));
        csv.WriteField(string.Join("; ", fact.Citations.Select(citation =>
            $"{citation.Citation["stance"]}: {citation.Citation["paraphrase"]} ({FootnoteText.Locator(citation.Citation)})")));
        csv.WriteField(string.Join("; ", print.Footnotes.Of(fact.Citations).Select(number => number.ToString(CultureInfo.InvariantCulture))));
    }
}
