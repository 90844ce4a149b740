using FlowGraph.Import.Drafts;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Import.Evidence;

/// <summary>An accusation carries who makes it, a judgement its author, a withdrawal its reason.</summary>
internal sealed class AttributionRules(Faults faults) : RecordRule
{
    public override void Node(NodeDraft node)
    {
        if (!node.IsWhole)
            return;
        if (node.Type.Name == Vocabulary.Claim)
            CheckAssessment(node);
        CheckStatus(node);
    }

    public override void Edge(EdgeDraft edge)
    {
        CheckStanding(edge);
        CheckStatus(edge);
    }

    private void CheckStanding(EdgeDraft edge)
    {
        var hasAuthor = !edge.Lacks("accordingTo") || !edge.Lacks("accordingToNote");
        var expected = edge.Text("standing") switch
        {
            "ALLEGED" when !hasAuthor => "'accordingTo' or 'accordingToNote'",
            "SUSPECTED" or "POSSIBLE" when !hasAuthor && edge.Lacks("basis") => "'accordingTo', 'accordingToNote' or 'basis'",
            _ => null,
        };
        if (expected is null)
            return;
        faults.Add(
            ErrorCodes.ImportAttribution, edge.Line.Field("standing"), $"'{edge.Id}' is {edge.Text("standing")}, but nothing says by whom; expected {expected}.",
            edge.Text("standing"), expected, "An accusation without its author cannot be printed.");
    }

    private void CheckAssessment(NodeDraft claim)
    {
        var hasAuthor = !claim.Lacks("assertedByNote") || claim.Refused.Contains("assertedBy") || claim.Links.Any(link => link.Relationship.Field == "assertedBy");
        if (claim.Text("property") != Vocabulary.Assessment || hasAuthor)
            return;
        faults.Add(
            ErrorCodes.ImportAttribution, claim.Line.Field("assertedBy"),
            $"'{claim.Id}' is an assessment, but nothing says whose; expected 'assertedBy' or 'assertedByNote'.",
            expected: "'assertedBy' or 'assertedByNote'");
    }

    private void CheckStatus(Draft record)
    {
        var status = record.Text(Vocabulary.Status);
        var reason = record.Text(Vocabulary.StatusReason);
        if (status is not null && record.Lacks(Vocabulary.StatusReason))
        {
            faults.Add(
                ErrorCodes.ImportStatus, record.Line.Field(Vocabulary.StatusReason), $"'{record.Id}' is {status} without a reason; expected 'statusReason'.",
                status,
                status == Vocabulary.Superseded ? "a reason that names the successor" : "a reason");
        }
        else if (reason is not null && record.Lacks(Vocabulary.Status))
        {
            faults.Add(
                ErrorCodes.ImportStatus, record.Line.Field(Vocabulary.Status),
                $"'{record.Id}' has a 'statusReason' but no 'status'; expected RETRACTED or SUPERSEDED.",
                expected: "RETRACTED or SUPERSEDED");
        }
    }
}
