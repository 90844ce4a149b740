using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>Values of properties that are no quantities, where a passage gives another one.</summary>
internal static class ReadingClaims
{
    private static readonly string[] Properties = ["flag", "established", "role", "when"];

    public static void Convert(Draft draft)
    {
        foreach (var decision in draft.Decisions.Disputed.Where(IsReading))
        {
            var record = draft.Dossier.Record(decision.Record.Split('/')[1]);
            var (id, property) = (draft.Dossier.Id(record.BareId), decision.Property!);
            if (!draft.Has($"claim:{record.BareId}--{property}")) Preferred(draft, record, id, property);
            var claim = draft.Claim(id, property).Set("value", Value(draft, property, decision.Gives!));
            QuantityClaims.Ranked(claim, "DEPRECATED", decision.Why);
            claim.Cite(record.Passages[decision.Index], stance: "SUPPORTS");
        }

        OneCallTwoDates(draft);
    }

    private static bool IsReading(DisputedPassage decision) =>
        Properties.Contains(decision.Property) && decision is { Agrees: false, Gives: not null }
        && decision.Record.Split('/')[0] is "vessels" or "organizations" or "people" or "sanctions";

    private static void Preferred(Draft draft, DossierRecord record, string id, string property)
    {
        var own = property == "when" ? record.Required("date") : record.Required(property);
        var claim = draft.Claim(id, property).Set("value", property == "flag" ? VesselRecords.FlagState(draft, own) : own);
        QuantityClaims.Preferred(claim);
        QuantityClaims.CiteFigures(draft, claim, record, [], property switch
        {
            "flag" => ["Russian-flagged", "Russian flag"],
            "role" => [own.Split(" of ")[0]],
            _ => [Figures.DateWords(own)],
        });
        foreach (var passage in record.Passages.Where(passage => draft.Decisions.Disputing(passage) is { Agrees: true }))
            claim.Cite(passage, stance: "SUPPORTS");
    }

    private static string Value(Draft draft, string property, string given) => property == "flag" ? draft.Dossier.Id(given) : given;

    private static void OneCallTwoDates(Draft draft)
    {
        var voyage = draft.Dossier.Record("voyage-2024-10-20-chon-ma-san");
        const string Reason = "One call dated in two ways, likely UTC and local time; neither is preferred.";
        var byLloyds = draft.Claim(draft.Dossier.Id(voyage.BareId), "when").Set("value", "2024-10-19");
        QuantityClaims.Ranked(byLloyds.Set("qualifier", "likely UTC").Set("assertedByNote", "Lloyd's List"), "NORMAL", Reason);
        byLloyds.Cite(voyage.Passages[0]);
        var byVoa = draft.Claim(draft.Dossier.Id(voyage.BareId), "when").Set("value", "2024-10-20");
        QuantityClaims.Ranked(byVoa.Set("qualifier", "local").Set("assertedBy", "org:voice-of-america"), "NORMAL", Reason);
        byVoa.Cite(voyage.Passages[1]);
    }
}
