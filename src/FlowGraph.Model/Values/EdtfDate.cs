using System.Globalization;

namespace FlowGraph.Model.Values;

/// <summary>One date of EDTF text: a year, a month or a day, with the days it can mean. Its closing qualifier moves neither.</summary>
internal readonly record struct EdtfDate(DateOnly First, DateOnly Last, DatePrecision Precision)
{
    /// <param name="expected">What would have been right; null when the text does not even look like a date.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out EdtfDate date, out string? expected)
    {
        date = default;
        expected = null;
        if (text.Length > 0 && text[^1] is '~' or '?' or '%')
            text = text[..^1];

        if (text.Length > 0 && text[^1] is '~' or '?' or '%')
        {
            expected = "one closing qualifier: '~', '?', or '%' for both";
            return false;
        }

        if (text.Length is not (4 or 7 or 10) || !TryDigits(text[..4], out var year))
            return false;

        if (text.Length > 4 && text[4] != '-' || text.Length > 7 && text[7] != '-')
            return false;

        var month = 1;
        var day = 1;
        if (text.Length > 4 && !TryDigits(text[5..7], out month) || text.Length > 7 && !TryDigits(text[8..], out day))
            return false;

        expected = Fault(text.Length, year, month, day);
        if (expected is not null)
            return false;

        var first = new DateOnly(year, month, day);
        date = text.Length switch
        {
            4 => new EdtfDate(first, new DateOnly(year, 12, 31), DatePrecision.Year),
            7 => new EdtfDate(first, new DateOnly(year, month, DateTime.DaysInMonth(year, month)), DatePrecision.Month),
            _ => new EdtfDate(first, first, DatePrecision.Day),
        };
        return true;
    }

    private static string? Fault(int length, int year, int month, int day)
    {
        if (year == 0)
            return "a year from 0001 to 9999";

        if (month is < 1 or > 12)
            return "a month from 01 to 12";

        if (length > 7 && (day < 1 || day > DateTime.DaysInMonth(year, month)))
            return string.Create(CultureInfo.InvariantCulture, $"a day from 01 to {DateTime.DaysInMonth(year, month)}, which {year:0000}-{month:00} has");

        return null;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
