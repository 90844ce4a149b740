using FlowGraph.Import.Drafts;
using FlowGraph.Import.Reading;
using FlowGraph.Import.References;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Evidence;

/// <summary>A claim is of something its subject has, gives a figure where the model wants one, and one reading at most is preferred.</summary>
internal sealed class ClaimRules(DatasetDraft dataset, Resolver resolver, Faults faults) : RecordRule
{
    private readonly FigureRules _figures = new(faults);
    private readonly ClaimValueRule _values = new(resolver, faults);

    private readonly Dictionary<(string Subject, string Property), string> _preferred = [];
    private readonly Dictionary<(string Subject, string Property), (LinePlace Line, string? Rank)> _unexplained = [];
    private readonly HashSet<(string Subject, string Property)> _explained = [];

    public override void Node(NodeDraft claim)
    {
        if (claim.Type.Name != Vocabulary.Claim || !claim.IsWhole)
            return;
        if (claim.Text("property") is not { } name || dataset.Node(claim.Text("subjectId") ?? "") is not { Type.Contract: not Contract.Record } subject)
            return;
        if (!FactFields.Has(subject.Type, name))
        {
            faults.Add(
                ErrorCodes.ImportClaimProperty, claim.Line.Field("property"),
                $"'property' is '{name}', which no {subject.Type} has; expected a field of it, or 'assessment'.", name,
                $"a field of {subject.Type}, or 'assessment'", faults.Near(name, FactFields.Of(subject.Type)));
            return;
        }

        var property = subject.Type.Property(name);
        _figures.Check(claim, property?.Kind == ValueKind.Quantity ? property : null);
        _values.Check(claim, subject.Type, name);
        if (name != Vocabulary.Assessment)
            CheckRank(claim, (subject.Id, name), property?.Kind == ValueKind.Quantity);
        if (claim.Text("rankReason") is not null)
            _explained.Add((subject.Id, name));
    }

    public override void End()
    {
        foreach (var (of, claim) in _unexplained.Where(entry => !_preferred.ContainsKey(entry.Key) && !_explained.Contains(entry.Key)))
        {
            faults.Add(
                ErrorCodes.ImportPreferred, claim.Line.Field("rank"), $"'{of.Property}' of '{of.Subject}' has no preferred claim, and no 'rankReason' says why.",
                claim.Rank, "one PREFERRED claim of a quantity, or a 'rankReason'");
        }
    }

    private void CheckRank(NodeDraft claim, (string Subject, string Property) of, bool isQuantity)
    {
        if (claim.Text(Vocabulary.Status) == Vocabulary.Retracted)
            return;
        if (claim.Text("rank") == Vocabulary.Preferred && !_preferred.TryAdd(of, claim.Id))
        {
            faults.Add(
                ErrorCodes.ImportPreferred, claim.Line.Field("rank"),
                $"'{of.Property}' of '{of.Subject}' has two preferred claims: this and '{_preferred[of]}'.",
                Vocabulary.Preferred, "one PREFERRED claim of a property, or none", "Rank the other readings NORMAL or DEPRECATED.");
        }
        else if (isQuantity && !claim.Refused.Contains("rank"))
        {
            _unexplained.TryAdd(of, (claim.Line, claim.Text("rank")));
        }
    }
}
