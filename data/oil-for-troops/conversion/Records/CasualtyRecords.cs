using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>Nine records become fourteen claims on the contingent: each figure with its date and who gave it.</summary>
internal static class CasualtyRecords
{
    private const string Subject = "unit:kpa-expeditionary-force";

    private static readonly (string Field, string Property)[] Figures = [("totalCasualties", "casualties"), ("killed", "killed"), ("wounded", "wounded")];

    public static void Convert(Draft draft)
    {
        foreach (var record in draft.Dossier["casualtyClaims"])
        {
            var claims = Figures.Where(figure => record.Has(figure.Field)).Select(figure => Claim(draft, record, figure.Field, figure.Property)).ToList();

            // A passage that repeats the figures without giving one.
            foreach (var passage in record.Passages.Where(passage => draft.Ledger.Of(passage).Count == 0)) claims[0].Cite(passage, scope: "RECORD");
        }
    }

    private static RecordDraft Claim(Draft draft, DossierRecord record, string field, string property)
    {
        var contested = record.Passages.All(passage => passage.IsDisputed);
        var claim = QuantityClaims.Number(draft, record, Subject, property, "PERSONS", field);
        foreach (var passage in record.Passages) Contested(draft, claim, passage, property, contested);
        if (record.Text("qualifier") == "more than")
        {
            claim.Set("bound", "AT_LEAST").Take(record, "qualifier");
            claim.Unset("high");
        }

        claim.Take(record, "asOf").Read(record, "precision");
        claim.Read(record, "id");
        if (record.Has("dateNote")) claim.Take(record, "dateNote", "method");
        claim.Take(record, "claimantNote", "assertedByNote");

        // The BBC only carries the word of officials that it does not name.
        var claimant = claim.Read(record, "claimant");
        if (claimant is not null && !record.Has("claimantNote")) claim.Set("assertedBy", draft.Dossier.Id(claimant));
        return contested
            ? QuantityClaims.Ranked(claim, "DEPRECATED", draft.Dossier.Record("dispute-casualties-2025-02").Required("reading"))
            : QuantityClaims.Ranked(claim, "NORMAL", "Figures for different dates; none is preferred.");
    }

    private static void Contested(Draft draft, RecordDraft claim, Passage passage, string property, bool alone)
    {
        if (draft.Decisions.Disputing(passage) is not { } decision || decision.Property != property) return;
        claim.Cite(passage, stance: alone ? "SUPPORTS" : null);
    }
}
