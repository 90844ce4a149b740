using FlowGraph.Import.Drafts;
using FlowGraph.Import.References;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Evidence;

/// <summary>A claim is of something its subject has, gives a figure where the model wants one, and one reading at most is preferred.</summary>
internal sealed class ClaimRules(DatasetDraft dataset, Resolver resolver, Faults faults)
{
    private readonly Dictionary<(string Subject, string Property), NodeDraft> _preferred = [];
    private readonly Dictionary<(string Subject, string Property), NodeDraft> _unexplained = [];

    public void Check()
    {
        var figures = new FigureRules(faults);
        var values = new ClaimValueRule(resolver, faults);
        var claims = dataset.Nodes.Where(node => node.Type.Name == Vocabulary.Claim && node.IsWhole).ToList();
        foreach (var claim in claims)
        {
            if (claim.Text("property") is not { } name || dataset.Node(claim.Text("subjectId") ?? "") is not { Type.Contract: not Contract.Record } subject)
                continue;
            if (!FactFields.Has(subject, name))
            {
                faults.Add(
                    ErrorCodes.ImportClaimProperty, claim.Line.Field("property"), $"'property' is '{name}', which no {subject.TypeName} has; expected a field of it, or 'assessment'.", name,
                    $"a field of {subject.TypeName}, or 'assessment'", faults.Near(name, FactFields.Of(subject)));
                continue;
            }

            var property = subject.Type.Property(name);
            figures.Check(claim, property?.Kind == ValueKind.Quantity ? property : null);
            values.Check(claim, subject.Type, name);
            if (name != Vocabulary.Assessment)
                CheckRank(claim, (subject.Id, name), property?.Kind == ValueKind.Quantity);
        }

        CheckUnpreferred(claims);
    }

    private void CheckRank(NodeDraft claim, (string Subject, string Property) of, bool isQuantity)
    {
        if (claim.Text(Vocabulary.Status) == Vocabulary.Retracted)
            return;
        if (claim.Text("rank") == Vocabulary.Preferred && !_preferred.TryAdd(of, claim))
        {
            faults.Add(
                ErrorCodes.ImportPreferred, claim.Line.Field("rank"), $"'{of.Property}' of '{of.Subject}' has two preferred claims: this and '{_preferred[of].Id}'.",
                Vocabulary.Preferred, "one PREFERRED claim of a property, or none", "Rank the other readings NORMAL or DEPRECATED.");
        }
        else if (isQuantity && !claim.Refused.Contains("rank"))
        {
            _unexplained.TryAdd(of, claim);
        }
    }

    private void CheckUnpreferred(List<NodeDraft> claims)
    {
        var explained = claims.Where(claim => claim.Text("rankReason") is not null).Select(claim => (claim.Text("subjectId")!, claim.Text("property")!)).ToHashSet();
        foreach (var (of, claim) in _unexplained.Where(entry => !_preferred.ContainsKey(entry.Key) && !explained.Contains(entry.Key)))
        {
            faults.Add(
                ErrorCodes.ImportPreferred, claim.Line.Field("rank"), $"'{of.Property}' of '{of.Subject}' has no preferred claim, and no 'rankReason' says why.",
                claim.Text("rank"), "one PREFERRED claim of a quantity, or a 'rankReason'");
        }
    }
}
