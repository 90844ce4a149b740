using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>The founding article's statements F1 to F17; the Exchange carries F12 and F17 too.</summary>
internal static class FoundingRecords
{
    private const string Osc = "org:open-source-centre";
    private const string Series = "shipment:osc-43-trips-2024";
    private const string Troops = "deployment:dep-cumulative-2024";
    private const string FirstVoyage = "shipment:voyage-2024-03-07-paek-yang-san-1";
    private const string LastVoyage = "shipment:voyage-2024-11-05-unnamed";
    private const string Vostochny = "port:vostochny-port";
    private const string Maxar = "arms:arms-2024-11-angara-maxar";
    private const string Cap = "cap:unsc-2397-refined-petroleum";

    public static void Convert(Draft draft)
    {
        Counts(draft);
        Dates(draft);
        Assessments(draft);
        NoAnswer(draft);

        draft[Troops].Cite(F(draft, 11), stance: "CONTEXT");
        draft.Edge("BREACHES", Series, "agreement:unsc-2397").Cite(F(draft, 13)).Set("standing", "ALLEGED").Set("accordingTo", Osc);
        draft[Maxar].Cite(F(draft, 14));
        draft["carried-by:arms-2024-11-angara-maxar--angara"].Cite(F(draft, 14));
    }

    private static void Counts(Draft draft)
    {
        Quantity("barrels", 1, 1_000_000, "BARRELS", "NORMAL", null).Set("likelihood", "LIKELY");
        Words("vesselCount", 2, "dozens", "VESSELS");
        Quantity("trips", 3, 40, "VOYAGES", "NORMAL", null);
        var tankers = Quantity("vesselCount", 5, 43, "VESSELS", "DEPRECATED", draft.Dossier.Record("dispute-43-trips-or-tankers").Required("reading"));
        foreach (var passage in draft.Dossier.Record("osc-43-trips-2024").Passages.Where(passage => passage.IsDisputed)) tankers.Cite(passage, stance: "SUPPORTS");
        draft[Series].Cite(F(draft, 5), "trips", stance: "DISPUTES");
        Words("unListedShare", 6, "many", "SHARE");

        var cap = draft.Claim(Cap, "amount").Set("assertedBy", "org:bbc").Cite(F(draft, 16));
        QuantityClaims.Values(cap, 500_000, 500_000, null, "BARRELS_PER_YEAR", "EXACT");
        QuantityClaims.Ranked(cap, "NORMAL", null);

        RecordDraft Quantity(string property, int statement, decimal figure, string unit, string rank, string? reason)
        {
            var claim = draft.Claim(Series, property).Set("assertedBy", Osc).Cite(F(draft, statement));
            QuantityClaims.Values(claim, figure, null, null, unit, "AT_LEAST");
            return QuantityClaims.Ranked(claim, rank, reason);
        }

        void Words(string property, int statement, string text, string unit)
        {
            var claim = draft.Claim(Series, property).Set("assertedBy", Osc).Cite(F(draft, statement));
            QuantityClaims.Ranked(claim.Set("unit", unit).Set("bound", "UNSTATED").Set("text", text), "NORMAL", null);
        }
    }

    private static void Dates(Draft draft)
    {
        QuantityClaims.Preferred(Value(FirstVoyage, "when", "2024-03-07", 9).Set("assertedByNote", "the report"));
        QuantityClaims.Preferred(Value(LastVoyage, "when", "2024-11-05", 11).Set("assertedBy", "org:bbc"));

        var resolution = draft.Dossier.Record("unsc-2397");
        var inForce = draft.Claim(Cap, "when").Set("value", draft[Cap].Text("when"));
        QuantityClaims.Preferred(inForce);
        QuantityClaims.CiteFigures(draft, inForce, resolution, [], [Figures.DateWords(resolution.Required("caps.0.from"))]);
        QuantityClaims.Ranked(
            Value(Cap, "when", "2016", 15).Set("assertedBy", Osc),
            "DEPRECATED",
            draft.Dossier.Record("dispute-cap-year-and-product").Required("reading"));
        draft[Cap].Cite(F(draft, 15), "when", stance: "DISPUTES");

        RecordDraft Value(string subject, string property, string value, int statement) =>
            draft.Claim(subject, property).Set("value", value).Cite(F(draft, statement));
    }

    private static void Assessments(Draft draft)
    {
        Assessment(Series, 8, "assertedBy", Osc);
        Assessment(FirstVoyage, 10, "assertedByNote", draft["source:voz-2024-11-22"].Text("publisher")!);
        Assessment(ExchangeRecord.Id, 12, "assertedBy", "person:joe-byrne");
        Assessment(Cap, 16, "assertedBy", "org:bbc");
        Assessment(ExchangeRecord.Id, 17, "assertedByNote", "the investigation");
        foreach (var authority in (string[])["United Kingdom", "United States"])
        {
            var claim = draft.Claim(Vostochny, "designations").Set("value", $"listed by the {authority}").Set("assertedBy", Osc).Cite(F(draft, 7));
            QuantityClaims.Ranked(claim, "NORMAL", "As claimed; no act and no date is on file.");
        }

        void Assessment(string subject, int statement, string by, string whose)
        {
            var claim = draft.Claim(subject, "assessment").Set("value", F(draft, statement).Says).Set(by, whose).Cite(F(draft, statement));
            QuantityClaims.Ranked(claim, "NORMAL", "An attributed judgement.");
        }
    }

    private static void NoAnswer(Draft draft)
    {
        var statement = draft.New("statement:no-response-russia-2024-11").Cite(F(draft, 4));
        statement.Set("name", "Russian government gave the BBC no answer").Set("when", "2024-11").Set("form", "NO_RESPONSE");
        statement.Describe("According to the BBC");
        draft.Edge("MADE_BY", statement.Id, "state:russia").Cite(F(draft, 4));
        draft.Edge("SPEAKS_OF", statement.Id, Series).Cite(F(draft, 4));
    }

    private static Passage F(Draft draft, int number) => draft.Decisions.Founding[FormattableString.Invariant($"F{number}")];
}
