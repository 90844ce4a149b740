using System.Globalization;
using FlowGraph.Model.Values;
using Xunit;

namespace FlowGraph.Tests.Model;

public sealed class TemporalComparisonTests
{
    [Theory]
    [InlineData("2022-11-18/2022-11-19", "2024-03-07", 474, 474, "2022-11-18/2022-11-19 ends 474 days before 2024-03-07 begins.")]
    [InlineData("2023-08/2023-10", "2024-03-07", 128, 158, "2023-08/2023-10 ends 128 to 158 days before 2024-03-07 begins.")]
    [InlineData("2024-03-07", "2024-03-08", 1, 1, "2024-03-07 ends 1 day before 2024-03-08 begins.")]
    [InlineData("2024-03", "2024-04", 1, 60, "2024-03 ends 1 to 60 days before 2024-04 begins.")]
    [InlineData("../2024-10-28", "2025-06-17/..", 232, 232, "../2024-10-28 ends 232 days before 2025-06-17/.. begins.")]
    [InlineData("2018", "2024-03-07", 1_893, 2_257, "2018 ends 1,893 to 2,257 days before 2024-03-07 begins.")]
    public void Earlier_precedes_later_by_days(string earlier, string later, int least, int most, string reason)
    {
        var (a, b) = (FuzzyDate.Parse(earlier), FuzzyDate.Parse(later));

        Assert.Equal(new TemporalComparison(TemporalOrder.Precedes, least, most, reason), TemporalComparison.Of(a, b));
        Assert.Equal(new TemporalComparison(TemporalOrder.Follows, least, most, reason), TemporalComparison.Of(b, a));
    }

    [Theory]
    [InlineData("2023-09/2025-03", "2024-03-07/2024-11-05", "2023-09/2025-03 and 2024-03-07/2024-11-05 both hold 2024-03-07 to 2024-11-05.")]
    [InlineData("2024-03-07", "2024-03-07~", "2024-03-07 and 2024-03-07~ both hold 2024-03-07.")]
    [InlineData("../2024-10-28", "2024-10-28/..", "../2024-10-28 and 2024-10-28/.. both hold 2024-10-28.")]
    public void Overlaps_where_both_certainly_hold_a_day(string one, string other, string reason)
    {
        var comparison = TemporalComparison.Of(FuzzyDate.Parse(one), FuzzyDate.Parse(other));

        Assert.Equal(new TemporalComparison(TemporalOrder.Overlaps, null, null, reason), comparison);
    }

    [Theory]
    [InlineData("2024-04", "2024-04-07", "2024-04 and 2024-04-07 can share a day but need not: 2024-04 is dated only to the month.")]
    [InlineData("2024", "2024", "2024 and 2024 can share a day but need not: 2024 is dated only to the year.")]
    [InlineData(
        "2024", "2024-05-01/..",
        "2024 and 2024-05-01/.. can share a day but need not: 2024 is dated only to the year, 2024-05-01/.. is open at one end.")]
    [InlineData(null, "2024-04-07", "The first is undated.")]
    [InlineData("2024-04-07", null, "The second is undated.")]
    [InlineData(null, null, "Both are undated.")]
    public void Is_unknown_with_its_reason(string? one, string? other, string reason)
    {
        var comparison = TemporalComparison.Of(one is null ? null : FuzzyDate.Parse(one), other is null ? null : FuzzyDate.Parse(other));

        Assert.Equal(new TemporalComparison(TemporalOrder.Unknown, null, null, reason), comparison);
    }

    [Fact]
    public void Agrees_with_every_way_the_dates_can_have_been()
    {
        const int seed = 43;
        var dates = new RandomDates(seed, new DateOnly(2024, 1, 25), new DateOnly(2024, 4, 5));
        for (var i = 0; i < 400; i++)
        {
            var (a, b) = (dates.Next(), dates.Next());

            var comparison = TemporalComparison.Of(FuzzyDate.Parse(a), FuzzyDate.Parse(b));

            var expected = Enumerated(Ways(a), Ways(b));
            var found = (comparison.Order, comparison.GapDays, comparison.GapDaysMax);
            Assert.True(expected == found, $"seed {seed}, round {i}: {a} and {b}: {found}, not {expected}");
        }
    }

    private static (TemporalOrder Order, int? Least, int? Most) Enumerated(List<(int Start, int End)> first, List<(int Start, int End)> second)
    {
        var precedes = first.Max(way => way.End) < second.Min(way => way.Start);
        var follows = second.Max(way => way.End) < first.Min(way => way.Start);
        if (precedes || follows)
        {
            var (earlier, later) = precedes ? (first, second) : (second, first);
            return (
                precedes ? TemporalOrder.Precedes : TemporalOrder.Follows,
                later.Min(way => way.Start) - earlier.Max(way => way.End),
                later.Max(way => way.Start) - earlier.Min(way => way.End));
        }

        var both = first.Concat(second).ToList();
        return (both.Max(way => way.Start) <= both.Min(way => way.End) ? TemporalOrder.Overlaps : TemporalOrder.Unknown, null, null);
    }

    // Every start and end that the text allows; an open end reaches two years further than any date drawn here.
    private static List<(int Start, int End)> Ways(string text)
    {
        var ends = text.Split('/');
        if (ends.Length == 1)
            return [.. Days(text).Select(day => (day, day))];

        int[] starts = ends[0] == ".." ? [new DateOnly(2022, 1, 1).DayNumber, .. Days(ends[1])] : Days(ends[0]);
        int[] finishes = ends[1] == ".." ? [.. Days(ends[0]), new DateOnly(2026, 12, 31).DayNumber] : Days(ends[1]);
        return [.. starts.SelectMany(start => finishes.Where(finish => start <= finish).Select(finish => (start, finish)))];
    }

    private static int[] Days(string text)
    {
        var plain = text.TrimEnd('~', '?', '%');
        return [.. Enumerable.Range(0, 366)
            .Select(new DateOnly(2024, 1, 1).AddDays)
            .Where(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).StartsWith(plain, StringComparison.Ordinal))
            .Select(day => day.DayNumber)];
    }
}
