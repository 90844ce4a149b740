namespace FlowGraph.Query.Chains.Printing;

internal sealed class PlainTextWriter : NarrativeWriter
{
    public override string Plain(string text) => OneLine(text);

    public override string Link(string text, string target, string? language = null) => $"{OneLine(text)} <{OneLine(target)}>";

    public override string Id(string id) => id;

    public override string Numbers(IReadOnlyList<int> footnotes) => string.Concat(footnotes.Select(number => $"[{number}]"));

    public override void Title(string text) => Page.Append(OneLine(text).ToUpperInvariant()).Append("\n\n");

    public override void Section(string text) => Page.Append(OneLine(text).ToUpperInvariant()).Append('\n');

    // A dozen columns fit on no terminal: one block a row.
    public override void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        foreach (var row in rows)
        {
            for (var i = 0; i < heads.Count; i++)
            {
                if (row[i].Length > 0)
                    Page.Append(i == 0 ? "" : "  ").Append(heads[i]).Append(i == 0 ? " " : ": ").Append(row[i]).Append('\n');
            }

            Page.Append('\n');
        }
    }

    protected override void Footnotes(IEnumerable<string> ready)
    {
        foreach (var (note, index) in ready.Select((note, index) => (note, index)))
            Page.Append($"[{index + 1}] ").Append(note).Append('\n');

        Page.Append('\n');
    }
}
