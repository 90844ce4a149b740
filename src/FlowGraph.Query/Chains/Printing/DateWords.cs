using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>EDTF for readers: <c>2024-03-07/2024-11-05</c> → 2024-03-07 to 2024-11-05, <c>../2024-10-28</c> → until 2024-10-28.</summary>
internal static class DateWords
{
    public static string Of(FuzzyDate date)
    {
        var ends = date.Edtf.Split('/');
        return ends switch
        {
            [var day] => End(day),
            [".." or "", var last] => $"until {End(last)}",
            [var first, ".." or ""] => $"from {End(first)}",
            [var first, var last] => $"{End(first)} to {End(last)}",
            _ => date.Edtf,
        };
    }

    private static string End(string text) => text.TrimEnd('~', '?', '%') is var plain && plain.Length == text.Length
        ? text
        : text[^1] switch
        {
            '~' => $"about {plain}",
            '?' => $"{plain} (uncertain)",
            _ => $"about {plain} (uncertain)",
        };
}
