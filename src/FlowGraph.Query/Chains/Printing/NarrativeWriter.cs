using System.Text;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>The forms a narrative is written in. Text given to it is plain; what its methods return is ready for the page.</summary>
internal abstract class NarrativeWriter
{
    protected StringBuilder Page { get; } = new();

    /// <summary>Text as it is, on one line.</summary>
    public abstract string Plain(string text);

    public abstract string Link(string text, string target);

    public abstract string Id(string id);

    public abstract string Numbers(IReadOnlyList<int> footnotes);

    public abstract void Title(string text);

    public abstract void Section(string text);

    public void Paragraph(string ready) => Page.Append(ready).Append("\n\n");

    public void List(IEnumerable<string> ready)
    {
        foreach (var item in ready)
            Page.Append("- ").Append(item).Append('\n');

        Page.Append('\n');
    }

    public abstract void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows);

    /// <summary>Numbered from 1.</summary>
    public abstract void Footnotes(IEnumerable<string> ready);

    public override string ToString() => Page.ToString().TrimEnd('\n') + "\n";

    internal static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n', '\t', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
