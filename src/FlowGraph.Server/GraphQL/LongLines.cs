using System.Buffers;
using System.Text;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;
using GraphQLParser;

namespace FlowGraph.Server.GraphQL;

/// <summary>
/// The parser draws the line in which it finds a fault, one column after the other, each time anew: seconds for a fault at the end of a line of a hundred kilobytes.
/// A document with such a line is parsed once before, with its long texts left out and its blanks turned into line ends, every character in its place.
/// </summary>
internal static class LongLines
{
    private const int Long = 2000;

    private const int LongestWord = 1000;

    private static readonly SearchValues<char> _hexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>What to parse first; null where no line is long.</summary>
    /// <exception cref="RequestException">GRAPHQL_PARSE_FAILED: a text that does not end, or with an escape that is none; a name or number beyond all reason.</exception>
    public static string? Outline(string text)
    {
        var rest = text.AsSpan();
        var isLong = false;
        while (!rest.IsEmpty && !isLong)
        {
            var end = rest.IndexOfAny('\n', '\r');
            isLong = (end < 0 ? rest.Length : end) > Long;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        return isLong ? Outlined(text) : null;
    }

    /// <summary>The place in the document of a place in its outline.</summary>
    public static Location Place(string text, string outline, Location found)
    {
        var start = 0;
        for (var line = 1; line < found.Line; line++)
            start = outline.IndexOf('\n', start) + 1;
        return Location.FromLinearPosition(text, Math.Min(text.Length, start + found.Column - 1));
    }

    private static string Outlined(string text)
    {
        var outline = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at = outline.Length)
        {
            var length = TokenCount.Length(text.AsSpan(at));
            switch (text[at])
            {
                case '#' or ' ' or '\t' or ',' or '\r' or '\ufeff':
                    outline.Append('\n', length);
                    break;
                case '"':
                    CheckText(text, at, length);
                    outline.Append("\"\"").Append('\n', length - 2);
                    break;
                default:
                    if (length > LongestWord)
                        throw Fault(text, at, FormattableString.Invariant($"Found a name or number of {length} characters."));
                    outline.Append(text, at, length);
                    break;
            }
        }
        return outline.ToString();
    }

    private static void CheckText(string text, int at, int length)
    {
        var quotes = text.AsSpan(at).StartsWith("\"\"\"") ? 3 : 1;
        var token = text.AsSpan(at, length);
        if (length < 2 * quotes || token[^1] != '"' || quotes == 3 && !token.EndsWith("\"\"\""))
            throw Fault(text, at, "Found a text that does not end.");
        if (quotes == 3)
            return;
        for (var i = 1; i < length - 1; i++)
        {
            if (token[i] != '\\')
                continue;
            i++;
            var isHex = token[i] == 'u' && i + 4 < length - 1 && token.Slice(i + 1, 4).IndexOfAnyExcept(_hexDigits) < 0;
            if (!isHex && !"\"\\/bfnrt".Contains(token[i], StringComparison.Ordinal))
                throw Fault(text, at + i - 1, $"Found the escape \\{token[i]} in a text, which is none.");
        }
    }

    private static RequestException Fault(string text, int at, string message)
    {
        var place = Location.FromLinearPosition(text, at);
        return new(ErrorCodes.GraphQLParseFailed, message, null, new("document", place.Line, place.Column));
    }
}
