using System.Text.RegularExpressions;

namespace FlowGraph.TestKit;

/// <summary>The footnotes of a Markdown export as a reader sees them.</summary>
public static partial class MarkdownNotes
{
    /// <summary>The text of each, and the addresses that it leads to.</summary>
    public static IReadOnlyList<(string Text, IReadOnlyList<string> Links)> Of(string markdown) =>
    [
        .. markdown.Split('\n').Where(line => line.StartsWith("[^", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]).Select(note =>
            (Escape().Replace(Link().Replace(Code().Replace(note, "$1"), "$1"), "$1"), (IReadOnlyList<string>)[.. Link().Matches(note).Select(link => link.Groups[2].Value)])),
    ];

    /// <summary>The text of each with its addresses written out, as on paper.</summary>
    public static IReadOnlyList<string> OnPaper(string markdown) => [.. Of(Link().Replace(markdown, "$1 <$2>")).Select(note => note.Text)];

    [GeneratedRegex(@"\[((?:[^\]\\]|\\.)*)\]\(<([^>]*)>\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
