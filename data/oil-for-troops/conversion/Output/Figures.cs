using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowGraph.Conversion.Output;

/// <summary>Finds a figure in a paraphrase, as digits or in words, with the words before it that soften it.</summary>
internal static partial class Figures
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    public static bool Mentions(string text, decimal figure) => Pattern(figure).IsMatch(text);

    public static bool Mentions(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary><c>about</c>, <c>at least</c>, …: the hedge right before the figure, or null.</summary>
    public static string? HedgeBefore(string text, decimal figure)
    {
        var match = Pattern(figure).Match(text);
        if (!match.Success) return null;
        var hedge = Hedge().Match(text[..match.Index]);
        return hedge.Success ? hedge.Groups[1].Value.ToLowerInvariant() : null;
    }

    public static bool IsApproximate(string hedge) =>
        hedge is "about" or "around" or "some" or "roughly" or "nearly" or "almost" or "approximately";

    public static bool IsFloor(string hedge) => hedge is "at least" or "over" or "more than" or "above";

    /// <summary>The day and month of an EDTF date as the paraphrases write them: <c>19 June</c>, <c>October 2024</c>.</summary>
    public static string DateWords(string edtf)
    {
        var parts = edtf.Split('/')[0].Split('-');
        var month = parts.Length > 1 ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(int.Parse(parts[1], CultureInfo.InvariantCulture)) : "";
        return parts.Length switch
        {
            3 => $"{int.Parse(parts[2], CultureInfo.InvariantCulture)} {month}",
            2 => $"{month} {parts[0]}",
            _ => parts[0],
        };
    }

    private static Regex Pattern(decimal figure)
    {
        var forms = new List<string> { figure.ToString("#,0.##", CultureInfo.InvariantCulture), figure.ToString("0.##", CultureInfo.InvariantCulture) };
        if (figure is > 0 and <= 20 && figure == decimal.Truncate(figure)) forms.Add(Small[(int)figure]);
        if (figure >= 100_000)
        {
            var millions = figure / 1_000_000;
            forms.Add($"{millions.ToString("0.##", CultureInfo.InvariantCulture)} million");
            if (millions == decimal.Truncate(millions) && millions <= 20) forms.Add($"{Small[(int)millions]} million");
            if (millions == 1) forms.Add("a million");
            if (millions is 4 or 6) forms.Add("4-6 million");
        }

        if (figure >= 1000 && figure % 1000 == 0 && figure <= 20_000) forms.Add($"{Small[(int)(figure / 1000)]} thousand");
        if (figure is 100 or 200) forms.Add(figure == 100 ? "a hundred" : "two hundred");
        if (figure == 0.5m) forms.Add("half");
        if (figure == 13) forms.Add("more than a dozen");
        return new Regex($@"(?<![\w.,])(?:{string.Join('|', forms.Distinct().Select(Regex.Escape))})(?![\w]|[.,]\d)", RegexOptions.IgnoreCase);
    }

    [GeneratedRegex(@"\b(at least|more than|over|above|about|around|some|roughly|nearly|almost|approximately|up to)(?: the| a)? $", RegexOptions.IgnoreCase)]
    private static partial Regex Hedge();
}
