namespace FlowGraph.Model.Values;

public enum Certainty
{
    No,
    Perhaps,
    Yes,
}

/// <summary>
/// When something holds whose date says since when: a designation, a cap. A single date is its first day, an interval goes from that day to the last;
/// an open end has not come yet.
/// </summary>
public static class InForce
{
    /// <summary>Whether it holds on a day. Undated, or dated to a month or year that the day lies in: perhaps.</summary>
    public static Certainty On(FuzzyDate? when, DateOnly day)
    {
        if (when is null)
            return Certainty.Perhaps;
        var (start, end) = Ends(when);
        if (day < start?.First || day > end?.Last)
            return Certainty.No;
        var hasBegun = start is { } first && (first.Precision == DatePrecision.Day || day > first.Last);
        var goesOn = end is not { } last || last.Precision == DatePrecision.Day || day < last.First;
        return hasBegun && goesOn ? Certainty.Yes : Certainty.Perhaps;
    }

    /// <summary>Whether it certainly holds on every day of a year. A year alone is that year, any other single date too little to say so.</summary>
    public static bool Throughout(FuzzyDate? when, int year)
    {
        if (when is null)
            return false;
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        if (!IsInterval(when))
            return when.Earliest <= from && when.Latest >= to;
        var (start, end) = Ends(when);
        return start?.Last <= from && (end is null || end.Value.First >= to);
    }

    private static bool IsInterval(FuzzyDate when) => when.Edtf.Contains(FuzzyDate.IntervalMark, StringComparison.Ordinal);

    /// <summary>Null where an end is open, or has not been said.</summary>
    private static (EdtfDate? Start, EdtfDate? End) Ends(FuzzyDate when)
    {
        var text = when.Edtf.AsSpan();
        var mark = text.IndexOf(FuzzyDate.IntervalMark);
        return mark < 0 ? (Read(text), null) : (Read(text[..mark]), Read(text[(mark + 1)..]));
    }

    private static EdtfDate? Read(ReadOnlySpan<char> text) => text is FuzzyDate.OpenEnd ? null
        : EdtfDate.TryRead(text, out var date, out _) ? date
        : throw new FormatException($"'{text}' is no EDTF date.");
}
