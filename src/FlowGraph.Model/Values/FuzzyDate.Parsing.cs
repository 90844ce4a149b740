using System.Diagnostics.CodeAnalysis;

namespace FlowGraph.Model.Values;

public sealed partial record FuzzyDate
{
    internal const char IntervalMark = '/';

    internal const string OpenEnd = "..";

    private const string AnyDate = "an EDTF date: YYYY, YYYY-MM, YYYY-MM-DD, or an interval of these such as 2024-03/2024-11, '..' for an open end";

    /// <summary>Reads EDTF text. The text of a value is its only spelling, so that it round-trips unchanged.</summary>
    /// <param name="expected">What would have been right, in words; empty on success.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out FuzzyDate? value, out string expected)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = null;
        var mark = text.IndexOf(IntervalMark, StringComparison.Ordinal);
        if (mark < 0)
        {
            if (text == OpenEnd)
            {
                expected = $"{AnyDate}; '..' stands in an interval only";
                return false;
            }

            if (!EdtfDate.TryRead(text, out var date, out var reason))
            {
                expected = reason ?? AnyDate;
                return false;
            }

            value = new FuzzyDate(text, date.First, date.Last, date.Precision);
            expected = "";
            return true;
        }

        return TryParseInterval(text, text.AsSpan(0, mark), text.AsSpan(mark + 1), out value, out expected);
    }

    /// <exception cref="FormatException">The text is no EDTF date.</exception>
    public static FuzzyDate Parse(string text) =>
        TryParse(text, out var value, out var expected) ? value : throw new FormatException($"'{text}' is no date; expected {expected}.");

    public override string ToString() => Edtf;

    private static bool TryParseInterval(
        string text, ReadOnlySpan<char> startText, ReadOnlySpan<char> endText, [NotNullWhen(true)] out FuzzyDate? value, out string expected)
    {
        value = null;
        var openStart = startText is OpenEnd;
        var openEnd = endText is OpenEnd;
        if (openStart && openEnd)
        {
            expected = "a date on at least one end of the interval";
            return false;
        }

        EdtfDate start = default;
        EdtfDate end = default;
        string? reason = null;
        if ((!openStart && !EdtfDate.TryRead(startText, out start, out reason)) || (!openEnd && !EdtfDate.TryRead(endText, out end, out reason)))
        {
            expected = reason ?? AnyDate;
            return false;
        }

        if (!openStart && !openEnd && start.First > end.Last)
        {
            expected = "an interval that starts no later than it ends";
            return false;
        }

        value = new FuzzyDate(
            text,
            openStart ? null : start.First,
            openEnd ? null : end.Last,
            openStart ? end.Precision : openEnd || start.Precision > end.Precision ? start.Precision : end.Precision);
        expected = "";
        return true;
    }
}
