using System.Globalization;

namespace FlowGraph.Model.Values;

public sealed partial record Quantity
{
    /// <summary>The figure in words: "at least 1,000,000 barrels", "4,000,000 to 6,000,000 shells"; without a figure the source's own words.</summary>
    public string Display
    {
        get
        {
            var (low, high) = (Low ?? Best, High ?? Best);
            if (low is not { } from)
                return high is { } top ? $"up to {Figure(top)}" : Text ?? "not stated";

            if (high is not { } to)
                return $"at least {Figure(from)}";

            return Bound switch
            {
                "AT_LEAST" => $"at least {Figure(from)}",
                "UP_TO" => $"up to {Figure(to)}",
                "ABOUT" => from == to ? $"about {Figure(from)}" : $"about {Span(from, to)}",
                _ => from == to ? Figure(from) : Span(from, to),
            };
        }
    }

    /// <summary>A number with thousands set apart and every digit it has.</summary>
    public static string Number(double value)
    {
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        if (digits.Contains('E', StringComparison.Ordinal) || !double.IsFinite(value))
            return digits;

        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        for (var i = whole.Length - 3; i > (value < 0 ? 1 : 0); i -= 3)
            whole = whole.Insert(i, ",");

        return point < 0 ? whole : whole + digits[point..];
    }

    private string Span(double from, double to) => $"{Number(from)} to {Figure(to)}";

    private string Figure(double amount) => $"{Number(amount)} {UnitWords.Of(Unit, amount)}";
}
