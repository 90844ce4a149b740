using FlowGraph.Model.Values;
using FlowGraph.Query.Chains.Assembly;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>The parts of a narrative, in order: answer, steps, time, disagreement, limits, footnotes, imprint. A part without content is left out.</summary>
internal sealed class NarrativePage(ChainPrint print, NarrativeWriter writer, string permalinkBase)
{
    private static readonly string[] _heads =
    [
        "Step", "From", "Relation", "To", "Kind", "When", "Confidence", "Independent origins", "Status", "According to", "In the source's words", "Footnotes",
    ];

    private readonly Chain _chain = print.Chain;

    public string Write()
    {
        writer.Title($"{_chain.From.Name} to {_chain.To.Name}");
        Answer();
        writer.Section("Steps");
        writer.Table(_heads, print.Rows.Select(Row));
        Time();
        writer.Disagreements(print.Disagreements, print.Footnotes);
        Limits();
        writer.Footnotes(print.Footnotes);
        writer.Imprint(_chain.Evidence.Release, _chain.Id, permalinkBase + _chain.Permalink);
        return writer.ToString();
    }

    private void Answer()
    {
        var inner = print.Nodes.Skip(1).SkipLast(1).Select(node => $"“{node.Name}”").ToList();
        var over = inner.Count == 0 ? "" : $", over {HopWords.List(inner)}";
        var weakest = _chain.WeakestHop;
        writer.Paragraph(writer.Plain(
            $"{_chain.From.Name} and {_chain.To.Name} are connected in {HopWords.Count(_chain.Hops.Length, "cited step")}{over}. "
            + $"Confidence: {FactWords.ToText(_chain.Confidence)}. Weakest is step {weakest.Index}, {HopWords.Fact(weakest)} ({HopWords.Of(weakest.Strength)})."));
        foreach (var bridge in print.Nodes.Where(node => node.Type.IsBridge))
        {
            writer.Alleged(bridge.Name, Attribution.OfBridge(_chain.Evidence.Of(bridge.Id)));
        }
    }

    private IReadOnlyList<string> Row(PrintRow row)
    {
        var hop = row.Hop;
        return
        [
            $"{hop.Index}",
            Node(hop.From),
            writer.Link(hop.Reversed ? $"← {HopWords.Of(hop.Fact.Type)}" : $"{HopWords.Of(hop.Fact.Type)} →", $"{permalinkBase}/fact/{hop.Fact.Id}"),
            Node(hop.To),
            FactWords.ToText(hop.Kind),
            writer.Plain(hop.When is { } when ? DateWords.Of(when) : "undated"),
            FactWords.ToText(hop.Confidence),
            HopWords.Number(hop.IndependentSources),
            FactWords.ToText(hop.Status),
            writer.Plain(row.AccordingTo),
            writer.Plain(string.Join(' ', row.Wordings.Select(words => $"“{words}”"))),
            writer.Numbers(print.Footnotes.Of(row.Support)),
        ];
    }

    private string Node(WalkNode node) => writer.Link(node.Name, $"{permalinkBase}/node/{node.Id}");

    private void Time()
    {
        writer.Section("Order in time");
        writer.List(_chain.Hops.Select(hop => writer.Plain($"Step {hop.Index}: {(hop.When is { } when ? DateWords.Of(when) : "undated")}{Against(hop)}.")));
        writer.Paragraph(writer.Plain(_chain.Chronology switch
        {
            ChainChronology.Coherent => "Together: coherent.",
            ChainChronology.Mixed => "Together: mixed, some steps lie before and some after the one before them.",
            _ => "Together: unknown.",
        }));
    }

    private static string Against(ChainHop hop)
    {
        var before = $"step {hop.Index - 1}";
        return hop.Comparison switch
        {
            null => "",
            { Order: TemporalOrder.Overlaps } => $"; overlaps {before}",
            { Order: TemporalOrder.Precedes } comparison => $"; {Gap(comparison)} before {before}",
            { Order: TemporalOrder.Follows } comparison => $"; {Gap(comparison)} after {before}",
            _ => $"; before or after {before} is unknown",
        };
    }

    private static string Gap(TemporalComparison comparison) =>
        comparison.GapDaysMax is { } most && most != comparison.GapDays ? $"{HopWords.Number(comparison.GapDays ?? 0)} to {HopWords.Count(most, "day")}"
        : comparison.GapDaysMax is null ? $"at least {HopWords.Count(comparison.GapDays ?? 0, "day")}"
        : HopWords.Count(comparison.GapDays ?? 0, "day");

    private void Limits()
    {
        if (_chain.Caveats.IsEmpty)
            return;

        writer.Section("What this does not show");
        writer.List(_chain.Caveats.Select(caveat => writer.Plain(caveat.Text)));
    }
}
