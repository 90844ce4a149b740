using System.Globalization;

namespace FlowGraph.Model.Values;

public enum TemporalOrder
{
    Precedes,
    Overlaps,
    Follows,
    Unknown,
}

/// <summary>What the dates of two facts allow to say about their order in time.</summary>
/// <param name="GapDays">The least possible distance in days; null unless one precedes the other.</param>
/// <param name="GapDaysMax">The greatest possible distance in days.</param>
/// <param name="Reason">The comparison in words.</param>
public sealed record TemporalComparison(TemporalOrder Order, int? GapDays, int? GapDaysMax, string Reason)
{
    /// <summary>Compares <paramref name="a"/> with <paramref name="b"/>; null = undated.</summary>
    public static TemporalComparison Of(FuzzyDate? a, FuzzyDate? b)
    {
        if (a is null || b is null)
            return Unknown(a is null && b is null ? "Both are undated." : a is null ? "The first is undated." : "The second is undated.");

        var first = PossibleSpan.Of(a);
        var second = PossibleSpan.Of(b);
        if (first.LatestEnd < second.EarliestStart)
            return Apart(TemporalOrder.Precedes, a, first, b, second);

        if (second.LatestEnd < first.EarliestStart)
            return Apart(TemporalOrder.Follows, b, second, a, first);

        var from = Later(first.LatestStart, second.LatestStart);
        var to = Earlier(first.EarliestEnd, second.EarliestEnd);
        return from <= to
            ? new TemporalComparison(TemporalOrder.Overlaps, null, null, from == to
                ? $"{a.Edtf} and {b.Edtf} both hold {Day(from)}."
                : $"{a.Edtf} and {b.Edtf} both hold {Day(from)} to {Day(to)}.")
            : Unknown($"{a.Edtf} and {b.Edtf} can share a day but need not: {Vagueness(a, first, b, second)}.");
    }

    private static TemporalComparison Apart(TemporalOrder order, FuzzyDate earlier, PossibleSpan before, FuzzyDate later, PossibleSpan after)
    {
        // Both inner ends are there: an open one is later, or earlier, than everything and would have failed the comparison.
        var least = after.EarliestStart!.Value.DayNumber - before.LatestEnd!.Value.DayNumber;
        var most = after.LatestStart.DayNumber - before.EarliestEnd.DayNumber;
        var days = least == most ? Days(least) : string.Create(CultureInfo.InvariantCulture, $"{least:N0} to {Days(most)}");
        return new TemporalComparison(order, least, most, $"{earlier.Edtf} ends {days} before {later.Edtf} begins.");
    }

    private static string Vagueness(FuzzyDate a, PossibleSpan first, FuzzyDate b, PossibleSpan second)
    {
        var vague = new[] { (Date: a, Span: first), (Date: b, Span: second) }
            .Where(side => side.Date.Precision != DatePrecision.Day || side.Span.IsOpen)
            .Select(side => side.Span.IsOpen
                ? $"{side.Date.Edtf} is open at one end"
                : $"{side.Date.Edtf} is dated only to the {(side.Date.Precision == DatePrecision.Month ? "month" : "year")}")
            .Distinct();
        return string.Join(", ", vague);
    }

    private static TemporalComparison Unknown(string reason) => new(TemporalOrder.Unknown, null, null, reason);

    private static DateOnly Later(DateOnly x, DateOnly y) => x > y ? x : y;

    private static DateOnly Earlier(DateOnly x, DateOnly y) => x < y ? x : y;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Days(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "day" : "days")}");
}
