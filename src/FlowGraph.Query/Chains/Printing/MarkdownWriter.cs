using System.Buffers;
using System.Text;

namespace FlowGraph.Query.Chains.Printing;

internal sealed class MarkdownWriter : NarrativeWriter
{
    // Whatever stands in the data is shown, never obeyed.
    private static readonly SearchValues<char> _special = SearchValues.Create(@"\`*_[]<>|~#&");

    public override string Plain(string text)
    {
        var line = OneLine(text);
        if (!line.AsSpan().ContainsAny(_special))
            return line;

        var escaped = new StringBuilder(line.Length + 8);
        foreach (var letter in line)
        {
            if (_special.Contains(letter))
                escaped.Append('\\');

            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    public override string Link(string text, string target, string? language = null) => $"[{Plain(text)}](<{Target(target)}>)";

    public override string Id(string id) => $"`{id}`";

    public override string Numbers(IReadOnlyList<int> footnotes) => string.Concat(footnotes.Select(number => $"[^{number}]"));

    public override void Title(string text) => Page.Append("# ").Append(Plain(text)).Append("\n\n");

    public override void Section(string text) => Page.Append("## ").Append(Plain(text)).Append("\n\n");

    public override void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(heads);
        Row([.. heads.Select(_ => "---")]);
        foreach (var row in rows)
            Row(row);

        Page.Append('\n');
    }

    protected override void Footnotes(IEnumerable<string> ready)
    {
        foreach (var (note, index) in ready.Select((note, index) => (note, index)))
            Page.Append($"[^{index + 1}]: ").Append(note).Append('\n');

        Page.Append('\n');
    }

    private void Row(IReadOnlyList<string> cells) => Page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Target(string target) =>
        OneLine(target).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);
}
