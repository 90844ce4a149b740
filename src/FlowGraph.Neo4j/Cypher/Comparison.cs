using System.Globalization;
using System.Text;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>
/// Less and greater, texts by code point. Neo4j orders what it has stored by code point too, but compares it with a parameter by UTF-16 unit: there what is
/// above U+FFFF stands before U+E000–U+FFFF. A text with characters of these kinds is compared as Neo4j does it, and turned round for the values that it misplaces.
/// </summary>
internal static class Comparison
{
    private const string Upper = @"\x{E000}-\x{FFFF}";
    private const string Supplementary = @"\x{10000}-\x{10FFFF}";

    // Each nests the pattern one deeper, and the database reads it by recursion. Texts that agree in so many of these characters are not told apart by the next.
    private const int Deepest = 500;

    /// <param name="sign"><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c></param>
    /// <param name="parameter">Stands for <paramref name="than"/> in the statement.</param>
    public static string Of(string expression, string sign, object than, string parameter, ParameterList parameters)
    {
        var comparison = $"{expression} {sign} {parameter}";
        return than is string text && text.AsSpan().ContainsAnyInRange('\ud800', '\uffff')
            ? $"({comparison} XOR {expression} =~ {parameters.Add(Misplaced(text))})"
            : comparison;
    }

    /// <summary>A pattern of all texts that differ from this one first where one of the two has a character above U+FFFF and the other one of U+E000–U+FFFF.</summary>
    private static string Misplaced(string text)
    {
        var pattern = new StringBuilder("(?s)");
        var depth = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value >= 0xE000 && depth == Deepest)
                break;
            if (rune.Value >= 0xE000)
            {
                pattern.Append("(?:[").Append(rune.IsBmp ? Supplementary : Upper).Append("].*|");
                depth++;
            }
            pattern.Append(CultureInfo.InvariantCulture, $@"\x{{{rune.Value:X}}}");
        }
        return pattern.Append("(?!)").Append(')', depth).ToString();
    }
}
