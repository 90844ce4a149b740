using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>Relationships that no field implies: who owns, runs, leads, pays, breaches.</summary>
internal static class TieRecords
{
    private static readonly Dictionary<string, Shape> Shapes = new()
    {
        ["OWNS"] = new("OWNED_BY", Reversed: true, Nature: "OWNERSHIP"),
        ["POSSIBLE_OWNER_OF"] = new("OWNED_BY", Reversed: true, Standing: "POSSIBLE", Nature: "OWNERSHIP"),
        ["CONTROLS"] = new("OWNED_BY", Reversed: true, Nature: "CONTROL"),
        ["SUSPECTED_OPERATOR_OF"] = new("OPERATED_BY", Reversed: true, Standing: "SUSPECTED"),
        ["OPERATES"] = new("OPERATES"),
        ["OPERATES_TERMINAL_AT"] = new("OPERATES"),
        ["HAS_INTEREST_IN"] = new("LINKED_TO", Reversed: true, Nature: "INTEREST"),
        ["LINKED_TO"] = new("LINKED_TO", Reversed: true, Nature: "LINK"),
        ["ALLEGED_OIL_SUPPLIER_OF"] = new("ALLEGED_OIL_SUPPLIER_OF", Standing: "ALLEGED"),
        ["HELD_ACCOUNTS_FOR"] = new("HELD_ACCOUNTS_FOR", Standing: "ALLEGED"),
        ["PAID_FOR_OIL_EXPORTS"] = new("PAID_FOR_OIL_EXPORTS_TO", Standing: "ALLEGED"),
        ["VIOLATES"] = new("BREACHES"),
        ["ALLEGED_VIOLATION_OF"] = new("BREACHES", Standing: "ALLEGED"),
        ["ACCOMPANIED"] = new("ACCOMPANIED_BY", Reversed: true, Standing: "ALLEGED"),
        ["SUPERVISED_TRAINING_OF"] = new("SUPERVISED_TRAINING_OF", Standing: "ALLEGED"),
        ["ACTED_FOR"] = new("ACTED_FOR", Standing: "ALLEGED"),
        ["JUSTIFIED_BY"] = new("JUSTIFIED_BY"),
        ["DIRECTS"] = new("HOLDS_POSITION_IN", Position: "DIRECTOR"),
        ["HEADS"] = new("HOLDS_POSITION_IN", Position: "HEAD"),
        ["OFFICER_OF"] = new("HOLDS_POSITION_IN", Position: "OFFICER"),
        ["BOARD_MEMBER_OF"] = new("HOLDS_POSITION_IN", Position: "BOARD_MEMBER"),
        ["MEMBER_OF"] = new("HOLDS_POSITION_IN", Position: "MEMBER"),
        ["FORMERLY_AT"] = new("HOLDS_POSITION_IN", Position: "MEMBER", Former: true),
        ["SUCCEEDED"] = new("SUCCEEDED", Plain: true),
        ["ATTACHED_TO"] = new("ATTACHED_TO", Plain: true),
        ["PROVIDED_TROOPS_TO"] = new("PROVIDED_TROOPS_TO", Plain: true),
        ["BELONGS_TO"] = new("BELONGS_TO", Plain: true),
    };

    public static void Convert(Draft draft)
    {
        foreach (var tie in draft.Dossier["relationships"])
            if (!draft.IsCarried(tie) && Shapes.TryGetValue(tie.Required("type"), out var shape)) Tie(draft, tie, shape);
        foreach (var tie in draft.Dossier.Ties("EXCEEDS_CAP_OF")) Exceeds(draft, tie);
    }

    private static void Tie(Draft draft, DossierRecord tie, Shape shape)
    {
        var (from, to) = (draft.Dossier.Id(tie.Required("from")), draft.Dossier.Id(tie.Required("to")));
        if (shape.Reversed) (from, to) = (to, from);
        var edge = draft.Tie(tie, shape.Type, from, to);
        if (shape.Position is not null)
        {
            edge.Set("position", shape.Position).Set("former", shape.Former);
        }
        else if (!shape.Plain)
        {
            edge.Set("standing", shape.Standing).Set("nature", shape.Nature);
            if (edge.Read(tie, "properties.accordingTo") is { } author) edge.Set("accordingTo", draft.Dossier.Id(author));
            else if (shape.Standing == "ALLEGED") edge.Set("accordingToNote", Publisher(draft, tie));
            edge.Take(tie, "properties.terminal", "extent").Take(tie, "properties.basis", "basis").Take(tie, "properties.note", "basis");
        }
        else if (tie.Has("properties.note"))
        {
            draft[draft.Dossier.Id(tie.Required("from"))].Describe(tie, "properties.note");
        }
    }

    private static string Publisher(Draft draft, DossierRecord tie) =>
        draft[$"source:{tie.Passages[0].Source}"].Text("publisher")!;

    private static void Exceeds(Draft draft, DossierRecord tie)
    {
        var edge = draft.Tie(tie, "EXCEEDS", draft.Dossier.Id(tie.Required("from")), AgreementRecords.CapId(tie.Required("to"), "REFINED_PETROLEUM"));
        foreach (var field in (string[])["properties.capBarrels", "properties.estimateAtLeast"]) draft.Ledger.Field(tie.Key, field, edge.Id);
        var basis = FormattableString.Invariant($"Estimate of at least {tie.Number("properties.estimateAtLeast"):#,0} barrels against a cap of {tie.Number("properties.capBarrels"):#,0}");
        edge.Set("inferred", false).Set("basis", basis);
    }

    private sealed record Shape(
        string Type,
        bool Reversed = false,
        string Standing = "STATED",
        string? Nature = null,
        string? Position = null,
        bool Former = false,
        bool Plain = false);
}
