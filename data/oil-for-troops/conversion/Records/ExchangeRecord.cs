using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>The alleged quid pro quo: the only record composed by hand, from what sources assess and the parties deny.</summary>
internal static class ExchangeRecord
{
    public const string Id = "exchange:oil-for-arms-and-troops";

    private const string Series = "osc-43-trips-2024";
    private const string Arms = "arms-osc-64-voyages";
    private const string Troops = "dep-cumulative-2024";

    public static void Convert(Draft draft)
    {
        var dispute = draft.Dossier.Record("dispute-exchange");
        var (f12, f17) = (draft.Decisions.Founding["F12"], draft.Decisions.Founding["F17"]);
        var denials = dispute.Passages.Where(passage => passage.IsDisputed).ToList();
        var node = draft.New(Id).Set("name", "Oil for arms and troops").Set("kind", "ASSESSED").Describe(dispute.Required("reading"));
        node.CiteAll(draft.Supporting(dispute)).Cite(f12).Cite(f17).CiteAll(denials);
        draft.Ledger.Field(dispute.Key, "reading", Id);

        var forArms = draft.Dossier.Ties("ALLEGED_PAYMENT_FOR", Series, Arms).Single();
        var forTroops = draft.Dossier.Ties("ALLEGED_PAYMENT_FOR", Series, Troops).Single();
        Leg(draft, "HAS_OIL_LEG", Series, forTroops, [f12, f17], denials, "RECORD");
        Leg(draft, "HAS_ARMS_LEG", Arms, forArms, [f17], denials, "OWN");
        Leg(draft, "HAS_TROOPS_LEG", Troops, forTroops, [f17], denials, "RECORD");
        foreach (var passage in denials)
        {
            var denier = draft.Decisions.Disputing(passage)!.DeniedBy!;
            draft.Edge("DENIES", draft.Dossier.Id(denier), Id).Cite(passage, stance: "SUPPORTS");
        }
    }

    // The denials speak of arms, so on the other legs they were read for the record only.
    private static void Leg(Draft draft, string type, string movement, DossierRecord tie, Passage[] founding, List<Passage> denials, string denialScope)
    {
        var leg = draft.Edge(type, Id, draft.Dossier.Id(movement)).Set("inferred", false);
        draft.CiteTie(leg, tie).Take(tie, "properties.nature", "basis").CiteAll(founding).CiteAll(denials, denialScope);
    }
}
