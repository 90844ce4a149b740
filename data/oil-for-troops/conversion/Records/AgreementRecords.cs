using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

internal static class AgreementRecords
{
    public static void Convert(Draft draft)
    {
        foreach (var agreement in draft.Dossier["agreements"])
        {
            var node = draft.Node(agreement).Take(agreement, "name").Take(agreement, "kind", "form");
            foreach (var date in (string[])["adopted", "signed", "date"]) node.Take(agreement, date, "when");
            node.Take(agreement, "adoptedUnanimously").Take(agreement, "votes.for", "votesFor").Take(agreement, "votes.against", "votesAgainst");
            node.Take(agreement, "votes.abstain", "votesAbstaining").Take(agreement, "inForce");
            Parties(draft, agreement, node.Id);
            for (var n = 0; n < agreement.Count("caps"); n++) Cap(draft, agreement, n);
        }

        foreach (var tie in draft.Dossier.Ties("REPLACED_CAP_OF"))
        {
            var edge = draft.Tie(tie, "REPLACED", CapId(tie.Required("from"), "REFINED_PETROLEUM"), CapId(tie.Required("to"), "REFINED_PETROLEUM"));
            draft.Ledger.Field("agreements/unsc-2375", "caps.0.supersededBy", edge.Id);
        }
    }

    public static string CapId(string agreement, string commodity) =>
        $"cap:{agreement}-{(commodity == "CRUDE_OIL" ? "crude-oil" : "refined-petroleum")}";

    private static void Parties(Draft draft, DossierRecord agreement, string id)
    {
        foreach (var party in agreement.List("parties"))
        {
            draft.Implied(agreement, "parties", "PARTY_TO", id, draft.Dossier.Id(party), draft.Dossier.Ties("PARTY_TO", party, agreement.BareId))
                .Take(agreement, $"ratified.{party}", "ratified");
        }

        foreach (var tie in draft.Dossier.Ties("SIGNED").Where(tie => tie.Text("to") == agreement.BareId))
            draft.Tie(tie, "SIGNED_BY", id, draft.Dossier.Id(tie.Required("from")));
        foreach (var (type, edgeType) in (ReadOnlySpan<(string, string)>)[("VETOED", "VETOED_BY"), ("ABSTAINED_ON", "ABSTAINED_BY")])
        {
            foreach (var tie in draft.Dossier.Ties(type).Where(tie => tie.Text("to") == agreement.BareId))
            {
                var edge = draft.Tie(tie, edgeType, id, draft.Dossier.Id(tie.Required("from")));
                draft.Ledger.Field(tie.Key, "properties.date", id);
                if (type == "VETOED") draft.Ledger.Field(agreement.Key, "vetoedBy", edge.Id);
            }
        }

        foreach (var tie in draft.Dossier.Ties("ENDED").Where(tie => tie.Text("from") == agreement.BareId))
            draft.Tie(tie, "ENDED", id, draft.Dossier.Id(tie.Required("to")));
    }

    private static void Cap(Draft draft, DossierRecord agreement, int n)
    {
        var path = $"caps.{n}";
        var commodity = agreement.Required($"{path}.commodity");
        var agreementId = draft.Dossier.Id(agreement.BareId);
        var node = draft.New(CapId(agreement.BareId, commodity));
        var product = commodity == "CRUDE_OIL" ? "Crude oil" : "Refined petroleum";
        node.Set("name", $"{product} cap, {agreement.Required("name")}").Take(agreement, $"{path}.commodity", "commodity");
        if (node.Read(agreement, $"{path}.from") is { } from) node.Set("when", $"{from}/..");
        var barrels = agreement.Number($"{path}.barrelsPerYear")!.Value;
        QuantityClaims.CiteFigures(draft, node, agreement, [barrels], []);

        Amount("barrelsPerYear", "amount", "BARRELS_PER_YEAR");
        Amount("tonnesPerYear", "weight", "TONNES_PER_YEAR");
        var set = draft.Edge("SET_BY", node.Id, agreementId);
        QuantityClaims.CiteFigures(draft, set, agreement, [barrels], []);
        var on = draft.Edge("CAPS_IMPORTS_OF", node.Id, draft.Dossier.Id("dprk"));
        draft.CiteCopies(on, agreement);

        void Amount(string field, string property, string unit)
        {
            if (!agreement.Has($"{path}.{field}")) return;
            var claim = QuantityClaims.Number(draft, agreement, node.Id, property, unit, $"{path}.{field}");
            claim.Set("bound", "EXACT").Unset("qualifier");
        }
    }
}
