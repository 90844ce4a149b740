using FlowGraph.Model.Records;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Exports;

/// <summary>The sources of a print-out, each once, in the order of the footnotes; a note says what each is cited for and by whom it is said.</summary>
internal static class RecordBibliography
{
    // What a source is cited for beyond these is in every other format.
    private const int MostCited = 20;

    public static string CslJson(RecordPrint print) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var source in print.Sources)
            SourceReference.WriteCsl(json, source, Note(print, source));
        json.WriteEndArray();
    });

    public static string BibTeX(RecordPrint print) =>
        $"% {print.Record.Id}\n\n" + string.Join('\n', print.Sources.Select(source => SourceReference.BibTeX(source, Note(print, source))));

    private static string Note(RecordPrint print, NodeRecord source)
    {
        var release = $"in {print.Release.Id} {print.Release.Version}";
        var notes = print.Footnotes.Notes.Where(note => note.Source.Id == source.Id).ToList();
        if (notes.Count == 0)
            return release;

        var facts = print.Facts.Where(fact => fact.Sources.Contains(source.Id)).ToList();
        var cited = facts.Take(MostCited).Select(fact => fact.AccordingTo.Length == 0 ? fact.Id : $"{fact.Id} (according to {fact.AccordingTo})").ToList();
        if (facts.Count > MostCited)
            cited.Add(FormattableString.Invariant($"{facts.Count - MostCited} more"));
        if (cited.Count == 0)
            cited.Add($"what stands against {print.Record.Id}");
        var relays = notes.Select(FootnoteText.Relay).OfType<string>().Distinct().Select(relay => $"; {relay}");
        return $"{(notes.Count == 1 ? "Footnote" : "Footnotes")} {string.Join(", ", notes.Select(note => note.Number))}; cited for {string.Join(", ", cited)}{string.Concat(relays)}; {release}";
    }
}
