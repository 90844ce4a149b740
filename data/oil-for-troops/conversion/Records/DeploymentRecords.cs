using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

internal static class DeploymentRecords
{
    public static void Convert(Draft draft)
    {
        foreach (var deployment in draft.Dossier["troopDeployments"])
        {
            var node = Node(draft, deployment);
            Figures(draft, deployment, node);
            Parties(draft, deployment, node.Id);
            Route(draft, deployment, node.Id);
            MovementLinks.Convert(draft, deployment);
        }
    }

    private static RecordDraft Node(Draft draft, DossierRecord deployment)
    {
        var node = draft.Node(deployment);
        node.Read(deployment, "datePrecision");
        var when = Naming.Span(node.Read(deployment, "startDate"), node.Read(deployment, "endDate"))!;
        var form = deployment.Required("kind");
        var name = $"{ArmsRecords.ShortName(draft, deployment.Required("unit"))}: {ArmsRecords.ShortName(draft, deployment.Required("to"))}";
        var by = ArmsRecords.ShortName(draft, deployment.Required("personnel.estimator"));
        node.Set("name", $"{name}, {Naming.InName(when)} ({form.ToLowerInvariant()}, {by})").Set("when", when);
        node.Take(deployment, "kind", "form");
        if (form == "PLAN") node.Set("modality", "PLANNED");
        if (form == "ANNOUNCEMENT") node.Set("modality", "ANNOUNCED");
        node.Take(deployment, "transport").Take(deployment, "area", "areaAsReported");
        node.Take(deployment, "countingGroup").Take(deployment, "includeInTotals").Set("aggregate", form == "CUMULATIVE");
        return node.Take(deployment, "countNote").Describe(deployment, "areaNote");
    }

    private static void Figures(Draft draft, DossierRecord deployment, RecordDraft node)
    {
        var estimates = draft.Dossier.Ties("ESTIMATED").Where(tie => tie.Text("to") == deployment.BareId);
        var personnel = QuantityClaims.Span(draft, deployment, node.Id, "personnel", "PERSONS", "personnel", estimates);
        if (personnel is null)
        {
            node.Describe(deployment, "personnel.method");
            draft.Ledger.Field(deployment.Key, "personnel.estimator", node.Id);
        }

        for (var n = 0; n < deployment.Count("personnel.otherEstimates"); n++) OtherEstimate(draft, deployment, node.Id, $"personnel.otherEstimates.{n}");
        if (deployment.BareId == "dep-cumulative-2024") DeploymentReadings.Convert(draft, deployment, node.Id);
        foreach (var (field, property) in (ReadOnlySpan<(string, string)>)[("via.shipCount.landingShips", "landingShips"), ("via.shipCount.escorts", "escorts")])
            if (deployment.Has(field)) QuantityClaims.Number(draft, deployment, node.Id, property, "VESSELS", field);
        if (deployment.Has("aircraftCount")) QuantityClaims.Number(draft, deployment, node.Id, "aircraft", "AIRCRAFT", "aircraftCount");
    }

    private static void OtherEstimate(Draft draft, DossierRecord deployment, string id, string path)
    {
        var claim = draft.Claim(id, "personnel");
        var figure = deployment.Number($"{path}.central")!.Value;
        QuantityClaims.Values(claim, null, null, figure, "PERSONS", "ABOUT");
        draft.Ledger.Field(deployment.Key, $"{path}.central", claim.Id);
        claim.Take(deployment, $"{path}.note", "qualifier");
        QuantityClaims.Asserter(draft, claim, deployment, path);
        QuantityClaims.Ranked(claim, "NORMAL", null);
        QuantityClaims.CiteFigures(draft, claim, deployment, [figure], []);
    }

    private static void Parties(Draft draft, DossierRecord deployment, string id)
    {
        var unit = deployment.Required("unit");
        draft.Implied(deployment, "state", "DEPLOYED_BY", id, draft.Dossier.Id(deployment.Required("state")));
        draft.Implied(deployment, "host", "HOSTED_BY", id, draft.Dossier.Id(deployment.Required("host")));
        var ties = draft.Dossier.Ties("DEPLOYED_IN", unit, deployment.BareId);
        draft.Implied(deployment, "unit", "FIELDED", id, draft.Dossier.Id(unit), ties);
        foreach (var tie in ties) draft.Ledger.Field(tie.Key, "properties.kind", id);
    }

    private static void Route(Draft draft, DossierRecord deployment, string id)
    {
        foreach (var from in deployment.List("from"))
        {
            draft.Implied(deployment, "from", "EMBARKED_AT", id, draft.Dossier.Id(from), draft.Dossier.Ties("EMBARKED_AT", deployment.BareId, from))
                .Set("basis", "REPORTED");
        }

        foreach (var port in deployment.List("via.ports"))
            draft.Implied(deployment, "via.ports", "VIA", id, draft.Dossier.Id(port)).Set("basis", Basis(deployment)).Take(deployment, "via.note", "note");
        foreach (var vessel in deployment.List("via.vessels"))
            draft.Implied(deployment, "via.vessels", "CARRIED_BY", id, draft.Dossier.Id(vessel), draft.Dossier.Ties("TRANSPORTED", vessel, deployment.BareId));

        var to = deployment.Required("to");
        var planned = draft.Dossier.Ties("PLANNED_DESTINATION", deployment.BareId, to);
        var ties = (DossierRecord[])[.. draft.Dossier.Ties("ARRIVED_AT", deployment.BareId, to), .. planned];
        draft.Implied(deployment, "to", "DEPLOYED_TO", id, draft.Dossier.Id(to), ties)
            .Set("basis", planned.Count > 0 ? "PLANNED" : Basis(deployment))
            .Take(deployment, "toNote", "note");
        foreach (var tie in ties) draft.Ledger.Field(tie.Key, "properties.kind", id);
    }

    private static string Basis(DossierRecord deployment) => deployment.Text("kind") == "OBSERVATION" ? "OBSERVED" : "REPORTED";
}
