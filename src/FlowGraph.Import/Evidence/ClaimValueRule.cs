using FlowGraph.Import.Drafts;
using FlowGraph.Import.Reading;
using FlowGraph.Import.References;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Import.Evidence;

/// <summary>A claim's text is a value of its property's kind: a date an EDTF date, an enum a member, an id the id of what the relationship leads to.</summary>
internal sealed class ClaimValueRule(Resolver resolver, Faults faults)
{
    public void Check(NodeDraft claim, NodeType subject, string name)
    {
        if (claim.Text("value") is not { } value)
            return;
        var property = subject.Property(name);
        if (property?.Kind == ValueKind.FuzzyDate && !FuzzyDate.TryParse(value, out _, out var expected))
        {
            Wrong(ErrorCodes.ImportEdtf, claim, $"'{name}' is a date; expected {expected}.", value, expected);
        }
        else if (property is { Kind: ValueKind.Enum, Enum: { } members } && members.OrdinalOf(value) < 0)
        {
            var allowed = members.Members.Select(member => member.Name).ToList();
            Wrong(ErrorCodes.ImportEnum, claim, $"'{name}' is a {members.Name}; expected one of {string.Join(", ", allowed)}.", value, $"one of {string.Join(", ", allowed)}", faults.Near(value, allowed));
        }
        else if (RecordId.IsValid(value) && subject.Ends.FirstOrDefault(end => end.Name == name) is { } end)
        {
            resolver.Node(value, new FieldPlace(claim.Line, "", "value"), end.Target.Types, Resolver.Words(end.Target));
        }
    }

    private void Wrong(string code, NodeDraft claim, string reason, string found, string expected, string? hint = null) =>
        faults.Add(code, claim.Line.Field("value"), $"'value' is '{found}', and {reason}", found, expected, hint);
}
