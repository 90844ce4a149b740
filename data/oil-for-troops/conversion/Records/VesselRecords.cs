using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

internal static class VesselRecords
{
    private static readonly (string Field, string Property, string Unit)[] Measures =
    [
        ("deadweightTonnes", "deadweight", "DEADWEIGHT_TONNES"),
        ("grossTons", "grossTonnage", "GROSS_TONS"),
        ("tonnage", "tonnage", "TONNES_UNSPECIFIED"),
        ("lengthMetres", "length", "METRES"),
    ];

    public static void Convert(Draft draft)
    {
        foreach (var vessel in draft.Dossier["vessels"]) Vessel(draft, vessel);
    }

    private static void Vessel(Draft draft, DossierRecord vessel)
    {
        var node = draft.Node(vessel);
        Names(node, vessel);
        node.Take(vessel, "imo");
        var type = node.Read(vessel, "type");
        node.Set("category", type == "TANKER_OR_CARGO_UNSPECIFIED" ? "UNSPECIFIED" : type);
        node.Take(vessel, "yearBuilt").Take(vessel, "identityNote");
        node.Describe(vessel, "operatorNote", "tonnageNote", "transliterationNote");

        foreach (var (field, property, unit) in Measures)
            if (vessel.Has(field)) QuantityClaims.Number(draft, vessel, node.Id, property, unit, field);
        if (vessel.Has("capacityTroops")) TroopCapacity(draft, vessel, node.Id);

        var flag = draft.Edge("FLAGGED_TO", node.Id, FlagState(draft, vessel.Required("flag")));
        draft.CiteCopies(flag, vessel, "flag").Read(vessel, "flag");
        Tie(draft, vessel, "operator", "OPERATED_BY", "OPERATES");
        Tie(draft, vessel, "owner", "OWNED_BY", "OWNS")?.Set("nature", "OWNERSHIP");
    }

    public static string FlagState(Draft draft, string iso2) =>
        draft.Dossier.Id(draft.Dossier["states"].Single(state => state.Text("iso2") == iso2).BareId);

    private static void Names(RecordDraft node, DossierRecord vessel)
    {
        var written = node.Read(vessel, "name")!;
        var (name, bracket) = Naming.Split(written);
        node.Set("name", name);
        if (bracket is not null)
        {
            var former = bracket.StartsWith("ex ", StringComparison.Ordinal);
            node.Set("aliases", former ? [written] : [bracket, written]);
            if (former) node.Set("formerNames", [bracket[3..]]);
        }

        if (node.Read(vessel, "formerName") is { } formerName) node.Set("formerNames", [formerName]);
    }

    private static RecordDraft? Tie(Draft draft, DossierRecord vessel, string field, string type, string tie)
    {
        if (vessel.Text(field) is not { } actor) return null;
        var ties = draft.Dossier.Ties(tie, actor, vessel.BareId);
        var edge = draft.Implied(vessel, field, type, draft.Dossier.Id(vessel.BareId), draft.Dossier.Id(actor), ties).Set("standing", "STATED");
        foreach (var carried in ties) edge.Take(carried, "properties.note", "basis");
        return edge;
    }

    // The same estimate stands on the ship and on the deployment that it carried; only the latter has the passage.
    private static void TroopCapacity(Draft draft, DossierRecord vessel, string id)
    {
        var deployment = draft.Dossier["troopDeployments"].Single(record => record.Has("personnel.perShipCapacity") && record.List("via.vessels").Contains(vessel.BareId));
        var claim = draft.Claim(id, "troopCapacity");
        var figure = vessel.Number("capacityTroops")!.Value;
        QuantityClaims.Values(claim, null, figure, null, "PERSONS", "UP_TO");
        claim.Set("qualifier", "up to about");
        claim.Take(deployment, "personnel.method", "method");
        claim.Set("assertedBy", draft.Dossier.Id(deployment.Required("personnel.estimator"))).Take(vessel, "capacityNote", "assertedByNote");
        QuantityClaims.Preferred(claim);
        QuantityClaims.CiteFigures(draft, claim, deployment, [figure], []);
        draft.Ledger.Field(vessel.Key, "capacityTroops", claim.Id);
        draft.Ledger.Field(deployment.Key, "personnel.perShipCapacity", claim.Id);
    }
}
