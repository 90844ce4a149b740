using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

internal static class SourceRecords
{
    private static readonly string[] Reposted = ["repost", "mirror", "machine-translated", "translated repost"];

    public static void Convert(Draft draft)
    {
        var works = Relays(draft);
        foreach (var source in draft.Dossier["sources"])
        {
            var record = draft.New(draft.Dossier.Id(source.BareId));
            record.Read(source, "id");
            foreach (var field in (string[])["title", "publisher", "authors", "publishedAt", "url", "language"]) record.Take(source, field);
            record.Take(source, "kind", "category").Take(source, "primary").Take(source, "textRead").Take(source, "accessNote").Take(source, "note");
            if (IsRepost(source))
            {
                record.Set("reliability", "D");
                if (!source.Has("note")) record.Set("note", "A repost or mirror, by its publisher line.");
            }

            record.Set("derivedFrom", works.Where(work => work.Source == source.BareId).Select(work => draft.Dossier.Id(work.Work)).Order(StringComparer.Ordinal));
            foreach (var passage in source.Passages) draft.Ledger.DropCitation(passage, "a source's note on its own page header");
        }

        foreach (var work in draft.Dossier["referencedWorks"])
        {
            var record = draft.New(draft.Dossier.Id(work.BareId));
            record.Read(work, "id");
            foreach (var field in (string[])["title", "publisher", "publishedAt", "url"]) record.Take(work, field);
            record.Take(work, "workKind", "category");
            record.Set("primary", work.Text("workKind") != "NEWS_REPORT");
            record.Take(work, "textRead").Take(work, "urlBasis", "note");
        }
    }

    // Who relays a work is told by the work's own citations and by the relationships EVIDENCE_FOR.
    private static List<(string Source, string Work)> Relays(Draft draft)
    {
        var relays = new List<(string Source, string Work)>();
        foreach (var work in draft.Dossier["referencedWorks"])
            foreach (var passage in work.Passages) Add(work.BareId, passage);
        foreach (var tie in draft.Dossier.Ties("EVIDENCE_FOR"))
        {
            foreach (var passage in tie.Passages) Add(tie.Required("from"), passage);
            foreach (var field in (string[])["from", "type", "to"])
                draft.Ledger.Field(tie.Key, field, tie.Passages.Select(passage => draft.Dossier.Id(passage.Source)));
        }

        return relays;

        void Add(string work, Passage passage)
        {
            relays.Add((passage.Source, work));
            draft.Ledger.Citation(passage, draft.Dossier.Id(passage.Source));
        }
    }

    private static bool IsRepost(DossierRecord source) =>
        Reposted.Any(word => $"{source.Text("publisher")} {source.Text("note")}".Contains(word, StringComparison.OrdinalIgnoreCase));
}
