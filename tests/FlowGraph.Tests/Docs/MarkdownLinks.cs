using System.Text.RegularExpressions;

namespace FlowGraph.Tests.Docs;

/// <summary>Links of a page to files of the checkout.</summary>
internal static partial class MarkdownLinks
{
    public static IEnumerable<string> Of(string page) => Link().Matches(page).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\]\((?![a-z]+:|#)([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
