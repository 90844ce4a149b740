using FlowGraph.Import.Drafts;
using FlowGraph.Model.Values;

namespace FlowGraph.Import.Computing;

/// <summary>What a claim says, as far as others need it: its rank and its figure.</summary>
internal sealed record ClaimReading(string Id, bool IsPreferred, string? Status, Quantity? Figure)
{
    public static ClaimReading Of(NodeDraft claim) =>
        new(claim.Id, claim.Text("rank") == Vocabulary.Preferred, claim.Text(Vocabulary.Status), Quantities.Of(claim, contested: false));

    public bool IsRetracted => Status == Vocabulary.Retracted;
}
