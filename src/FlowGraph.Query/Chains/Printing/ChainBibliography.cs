using FlowGraph.Model.Records;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>The sources of a chain, each once, in the order of the footnotes; a note says what each is cited for, by whom it is said, and whose word it relays.</summary>
internal static class ChainBibliography
{
    public static string CslJson(ChainPrint print) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var source in print.Footnotes.Sources)
            SourceReference.WriteCsl(json, source, Note(print, source));

        json.WriteEndArray();
    });

    public static string BibTeX(ChainPrint print) =>
        $"% {print.Chain.Id}\n\n" + string.Join('\n', print.Footnotes.Sources.Select(source => SourceReference.BibTeX(source, Note(print, source))));

    private static string Note(ChainPrint print, NodeRecord source)
    {
        var cited = print.Rows.Where(row => print.SourcesOf(row.Hop.Fact.Id).Contains(source.Id)).Select(row => $"{row.Hop.Fact.Id} (according to {row.AccordingTo})")
            .Concat(print.Nodes.Where(node => print.SourcesOf(node.Id).Contains(source.Id)).Select(node => node.Id));
        var notes = print.Footnotes.Notes.Where(note => note.Source.Id == source.Id).ToList();
        var relays = notes.Select(FootnoteText.Relay).OfType<string>().Distinct().Select(relay => $"; {relay}");
        return $"{(notes.Count == 1 ? "Footnote" : "Footnotes")} {string.Join(", ", notes.Select(note => note.Number))}; cited for {string.Join(", ", cited)}{string.Concat(relays)}; in {print.Chain.Id}";
    }
}
