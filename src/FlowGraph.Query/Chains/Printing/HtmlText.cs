using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>Text of the data as HTML: escaped, with dates in one piece, with what reads from right to left kept to itself, and with the language of a script that has only one.</summary>
public static partial class HtmlText
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Marks, embeddings, overrides and isolates that turn the direction of what follows.
    private static readonly SearchValues<char> _turning = SearchValues.Create("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    public static string Of(string text)
    {
        var escaped = Date().Replace(NeedsLanguage(text) ? WithLanguages(text) : _encoder.Encode(text), "<span class=\"date\">$0</span>");
        return Turns(text) ? $"<bdi>{escaped}</bdi>" : escaped;
    }

    /// <summary>Inside quotation marks.</summary>
    internal static string Attribute(string text) => _encoder.Encode(text);

    private static bool Turns(string text) => text.AsSpan().ContainsAny(_turning) || text.AsSpan().ContainsAnyInRange('\u0590', '\u08FF') || text.AsSpan().ContainsAnyInRange('\uFB1D', '\uFEFC');

    private static bool NeedsLanguage(string text) => text.AsSpan().ContainsAnyInRange('\u0400', '\u052F') || text.AsSpan().ContainsAnyInRange('\u1100', '\u11FF') || text.AsSpan().ContainsAnyInRange('\uAC00', '\uD7A3');

    /// <summary>Hangul is Korean; Cyrillic is one of several languages, so only the script is said.</summary>
    private static string? LanguageOf(char letter) => letter switch
    {
        >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF' => "ko",
        >= '\u0400' and <= '\u052F' => "und-Cyrl",
        _ => null,
    };

    private static string WithLanguages(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        for (var start = 0; start < text.Length;)
        {
            var language = LanguageOf(text[start]);
            var end = start + 1;
            var last = end;
            // Spaces, digits and signs between two words of a script belong to it.
            for (; end < text.Length && (LanguageOf(text[end]) == language || language is not null && !char.IsLetter(text[end])); end++)
            {
                if (LanguageOf(text[end]) == language)
                    last = end + 1;
            }
            end = language is null ? end : last;
            var run = _encoder.Encode(text[start..end]);
            html.Append(language is null ? run : $"<span lang=\"{language}\">{run}</span>");
            start = end;
        }
        return html.ToString();
    }

    // A date is read in one piece: no line breaks at its hyphens.
    [GeneratedRegex(@"(?<![\w-])\d{4}-\d{2}(-\d{2})?(?![\w-])")]
    private static partial Regex Date();
}
