using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>Statements and occurrences, and what the parties denied or admitted in them.</summary>
internal static class EventRecords
{
    // Paired by hand: the statement of that date and party.
    private static readonly Dictionary<string, string> Acknowledgements = new()
    {
        ["dprk"] = "event-2025-04-28-dprk-confirms",
        ["russia"] = "event-2025-04-26-gerasimov",
    };

    public static void Convert(Draft draft)
    {
        foreach (var entry in draft.Dossier["events"]) Event(draft, entry);
        foreach (var tie in draft.Dossier.Ties("ACKNOWLEDGED")) Acknowledged(draft, tie);
        foreach (var tie in draft.Dossier.Ties("DENIES")) Denied(draft, tie);
        foreach (var (decision, target, passage) in draft.Denials)
        {
            var id = $"denies:{decision.DeniedBy}--{DatasetText.Bare(target)}";
            var edge = draft.Has(id) ? draft[id] : draft.Edge("DENIES", draft.Dossier.Id(decision.DeniedBy!), target);
            edge.Cite(passage, stance: "SUPPORTS");
        }
    }

    private static void Event(Draft draft, DossierRecord entry)
    {
        var decision = draft.Decisions.Events[entry.BareId];
        var node = draft.Node(entry).Take(entry, "name").Take(entry, "date", "when").Set("form", decision.Required("form"));
        node.Read(entry, "precision");
        node.Describe(entry, "note");
        var statement = decision.Text("type") == "statement";
        foreach (var actor in decision.List("actors"))
            draft.CiteCopies(draft.Edge(statement ? "MADE_BY" : "INVOLVED", node.Id, draft.Dossier.Id(actor)), entry);
        if (entry.Has("quantity")) QuantityClaims.Number(draft, entry, node.Id, "workers", "PERSONS", "quantity").Set("assertedBy", "org:msmt");
    }

    private static void Acknowledged(Draft draft, DossierRecord tie)
    {
        var statement = Acknowledgements[tie.Required("from")];
        var edge = draft.Tie(tie, "ACKNOWLEDGES", draft.Dossier.Id(statement), draft.Dossier.Id(tie.Required("to")));
        draft.Ledger.Field(tie.Key, "properties.date", edge.Text("from")!);
    }

    private static void Denied(Draft draft, DossierRecord tie)
    {
        var decision = draft.Decisions.Disputing(tie.Passages[0])!;
        var edge = draft.Edge("DENIES", draft.Dossier.Id(decision.DeniedBy!), draft.Dossier.Id(tie.Required("to")));
        foreach (var field in (string[])["from", "type", "to"]) edge.Read(tie, field);
        edge.CiteAll(tie.Passages, stance: "SUPPORTS");
    }
}
