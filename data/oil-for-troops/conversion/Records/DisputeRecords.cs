using System.Text.Json.Nodes;
using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>The nineteen questions, what each is about, and the values that its passages give.</summary>
internal static class DisputeRecords
{
    public static void Convert(Draft draft)
    {
        foreach (var dispute in draft.Dossier["disputes"])
        {
            var node = draft.Node(dispute).Set("kind", "DERIVED");
            node.Set("name", node.Read(dispute, "question")).Take(dispute, "question").Take(dispute, "reading");
        }

        foreach (var about in draft.Decisions.About) About(draft, about);
    }

    private static void About(Draft draft, DossierRecord about)
    {
        var dispute = draft.Dossier.Record(about.Required("dispute"));
        foreach (var target in about.List("about"))
            draft.Edge("ABOUT", draft.Dossier.Id(dispute.BareId), Target(draft, target)).CiteAll(dispute.Passages, "RECORD", "SUPPORTS");
        for (var n = 0; n < about.Count("values"); n++) Reading(draft, dispute, about, $"values.{n}");
    }

    private static void Reading(Draft draft, DossierRecord dispute, DossierRecord about, string path)
    {
        var (subject, property) = (Target(draft, about.Required($"{path}.record")), about.Required($"{path}.property"));
        var read = (int)about.Number($"{path}.n.0")!;
        if (about.Has($"{path}.value") && property != "assessment") Preferred(draft, dispute, subject, property, read);

        var claim = draft.Claim(subject, property);
        if (about.Text($"{path}.value") is { } value)
            claim.Set("value", value.Contains('/', StringComparison.Ordinal) ? Target(draft, value) : value);
        foreach (var figure in (string[])["low", "high", "best"]) claim.Set(figure, about.Number($"{path}.{figure}"));
        foreach (var word in (string[])["unit", "bound", "text", "asOf", "rank", "rankReason"]) claim.Set(word, about.Text($"{path}.{word}"));
        claim.Cite(dispute.Passages[read], stance: "SUPPORTS");
    }

    // Beside a reading that differs stands the record's own value, borne out by the other passages of the dispute.
    private static void Preferred(Draft draft, DossierRecord dispute, string subject, string property, int read)
    {
        if (draft.Has($"claim:{DatasetText.Bare(subject)}--{DatasetText.Kebab(property)}")) return;
        var own = property == "deployedTo"
            ? draft.Records.Single(edge => edge.Id.StartsWith("deployed-to:", StringComparison.Ordinal) && edge.Text("from") == subject).Text("to")
            : draft[subject].Text(property);
        var claim = draft.Claim(subject, property).Set("value", JsonValue.Create(own));
        QuantityClaims.Preferred(claim);
        claim.CiteAll(dispute.Passages.Where(passage => passage.Index != read && !passage.IsDisputed));
    }

    private static string Target(Draft draft, string key)
    {
        var (category, bareId) = (key[..key.IndexOf('/', StringComparison.Ordinal)], key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return category switch
        {
            "caps" => $"cap:{bareId}",
            "exchanges" => $"exchange:{bareId}",
            _ => draft.Dossier.Id(bareId),
        };
    }
}
