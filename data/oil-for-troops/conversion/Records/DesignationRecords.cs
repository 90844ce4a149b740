using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

internal static class DesignationRecords
{
    private static readonly string[] Counted = ["individuals", "entities", "vessels"];

    public static void Convert(Draft draft)
    {
        foreach (var sanction in draft.Dossier["sanctions"])
        {
            var node = Node(draft, sanction);
            Edges(draft, sanction, node.Id);
            foreach (var list in (string[])["targetCount", "actionTargetCount"]) Counts(draft, sanction, node.Id, list);
        }
    }

    private static RecordDraft Node(Draft draft, DossierRecord sanction)
    {
        var target = sanction.Text("target") is { } bareId ? ArmsRecords.ShortName(draft, bareId) : "Unnamed targets";
        var authority = ArmsRecords.ShortName(draft, sanction.Required("authority"));
        var node = draft.Node(sanction).Set("name", $"{target}, listed by {authority}, {sanction.Text("date") ?? "undated"}");
        node.Take(sanction, "date", "when").Take(sanction, "actionId", "action").Take(sanction, "instrument").Take(sanction, "reason");
        node.Take(sanction, "measures").Take(sanction, "announcedDate", "announced").Take(sanction, "targetNote");
        node.Read(sanction, "datePrecision");
        node.Describe(sanction, "dateNote", "measuresNote", "unverifiedTargetsNote");
        if (node.Read(sanction, "dateBasis") is { } basis) node.Describe($"Basis of the date: {basis}");
        return node;
    }

    private static void Edges(Draft draft, DossierRecord sanction, string id)
    {
        var ties = (DossierRecord[])[.. draft.Dossier.Ties("SANCTIONED").Where(tie => tie.Text("properties.sanction") == sanction.BareId)];
        draft.Implied(sanction, "authority", "ISSUED_BY", id, draft.Dossier.Id(sanction.Required("authority")), ties);
        if (sanction.Text("target") is { } target)
            draft.Implied(sanction, "target", "DESIGNATES", id, draft.Dossier.Id(target), ties);
        foreach (var tie in ties)
        {
            foreach (var (path, _) in tie.Leaves().Where(leaf => leaf.Path.StartsWith("properties.", StringComparison.Ordinal)))
                draft.Ledger.Field(tie.Key, path, id);
            Contesting(draft, sanction, tie);
        }
    }

    // What contests the act's date or count stays with the act: its passage is the record's own.
    private static void Contesting(Draft draft, DossierRecord sanction, DossierRecord tie)
    {
        foreach (var passage in tie.Passages.Where(passage => draft.Decisions.Disputing(passage) is not null))
        {
            var same = sanction.Passages.First(own => own.Source == passage.Source && own.Says == passage.Says);
            draft.Ledger.Citation(passage, draft.Ledger.Of(same));
        }
    }

    private static void Counts(Draft draft, DossierRecord sanction, string id, string list)
    {
        foreach (var kind in Counted)
        {
            if (!sanction.Has($"{list}.{kind}")) continue;
            var claim = QuantityClaims.Number(draft, sanction, id, "targetCount", "TARGETS", $"{list}.{kind}").Set("qualifier", kind);
            QuantityClaims.Ranked(claim, "NORMAL", "One part of the count; no source gives the whole.");
        }
    }
}
