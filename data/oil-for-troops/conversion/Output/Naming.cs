using System.Text.RegularExpressions;

namespace FlowGraph.Conversion.Output;

/// <summary>Names as written, names without their bracket, and the sentences' own way with dates.</summary>
internal static partial class Naming
{
    /// <summary><c>Rajin (Najin) Port</c> → <c>Rajin Port</c> and <c>Najin</c>; no bracket: the name and null.</summary>
    public static (string Name, string? Bracket) Split(string written)
    {
        var match = Bracketed().Match(written);
        return match.Success
            ? (string.Join(' ', new[] { match.Groups[1].Value, match.Groups[3].Value }.Where(part => part.Length > 0)), match.Groups[2].Value)
            : (written, null);
    }

    public static string? Span(string? start, string? end) => (start, end) switch
    {
        (null, null) => null,
        (null, _) => $"../{end}",
        (_, null) => start,
        _ => start == end ? start : $"{start}/{end}",
    };

    /// <summary>An EDTF date as a name has it: <c>2023-09 to 2025-03</c>, <c>until 2024-10-28</c>.</summary>
    public static string InName(string edtf) =>
        edtf.StartsWith("../", StringComparison.Ordinal) ? $"until {edtf[3..]}" : edtf.Replace("/", " to ", StringComparison.Ordinal);

    [GeneratedRegex(@"^(.*?)\s*\(([^)]*)\)\s*(.*)$")]
    private static partial Regex Bracketed();
}
