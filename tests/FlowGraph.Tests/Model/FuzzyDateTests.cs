using FlowGraph.Model.Values;
using Xunit;

namespace FlowGraph.Tests.Model;

public sealed class FuzzyDateTests
{
    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31", DatePrecision.Year)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", DatePrecision.Month)]
    [InlineData("2024-03-07", "2024-03-07", "2024-03-07", DatePrecision.Day)]
    [InlineData("2024-03~", "2024-03-01", "2024-03-31", DatePrecision.Month)]
    [InlineData("2024-03-07/2024-11-05", "2024-03-07", "2024-11-05", DatePrecision.Day)]
    [InlineData("2023-09/2025-03-02", "2023-09-01", "2025-03-02", DatePrecision.Month)]
    [InlineData("2023/2025-03", "2023-01-01", "2025-03-31", DatePrecision.Year)]
    [InlineData("2023-10-15/2023-10", "2023-10-15", "2023-10-31", DatePrecision.Month)]
    [InlineData("2023-09?/2025-03%", "2023-09-01", "2025-03-31", DatePrecision.Month)]
    [InlineData("../2024-10-28", null, "2024-10-28", DatePrecision.Day)]
    [InlineData("2025-06-17/..", "2025-06-17", null, DatePrecision.Day)]
    [InlineData("2025-06/..", "2025-06-01", null, DatePrecision.Month)]
    [InlineData("0001", "0001-01-01", "0001-12-31", DatePrecision.Year)]
    [InlineData("9999-12", "9999-12-01", "9999-12-31", DatePrecision.Month)]
    public void Reads_the_days_a_date_can_mean(string text, string? earliest, string? latest, DatePrecision precision)
    {
        var date = FuzzyDate.Parse(text);

        Assert.Equal(new FuzzyDate(text, Day(earliest), Day(latest), precision), date);
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("2024-13", "a month from 01 to 12")]
    [InlineData("2024-00-01", "a month from 01 to 12")]
    [InlineData("2023-02-29", "a day from 01 to 28, which 2023-02 has")]
    [InlineData("2024-04-31/2024-05", "a day from 01 to 30, which 2024-04 has")]
    [InlineData("0000", "a year from 0001 to 9999")]
    [InlineData("2024~?", "one closing qualifier: '~', '?', or '%' for both")]
    [InlineData("../..", "a date on at least one end of the interval")]
    [InlineData("2024/2023", "an interval that starts no later than it ends")]
    [InlineData("2024-03-02/2024-03-01", "an interval that starts no later than it ends")]
    public void Says_what_would_have_been_right(string text, string wanted)
    {
        var isDate = FuzzyDate.TryParse(text, out var date, out var expected);

        Assert.False(isDate);
        Assert.Null(date);
        Assert.Equal(wanted, expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 2024")]
    [InlineData("2024 ")]
    [InlineData("24")]
    [InlineData("2024-3")]
    [InlineData("2024-03-7")]
    [InlineData("20240307")]
    [InlineData("2024/03/07")]
    [InlineData("07.03.2024")]
    [InlineData("2024-03-07T10:00")]
    [InlineData("-2024")]
    [InlineData("+2024")]
    [InlineData("Y12024")]
    [InlineData("2024-XX")]
    [InlineData("~2024")]
    [InlineData("..")]
    [InlineData("..~/2024")]
    [InlineData("2024/")]
    [InlineData("/2024")]
    [InlineData("/")]
    [InlineData("2024/2025/2026")]
    [InlineData("March 2024")]
    [InlineData("٢٠٢٤")]
    public void Refuses_what_is_no_date_of_the_dataset(string text)
    {
        var isDate = FuzzyDate.TryParse(text, out _, out var expected);

        Assert.False(isDate);
        Assert.StartsWith("an EDTF date: YYYY, YYYY-MM, YYYY-MM-DD, or an interval of these", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_text_and_expectation_when_parsing_fails()
    {
        var fault = Assert.Throws<FormatException>(() => FuzzyDate.Parse("2024-13"));

        Assert.Equal("'2024-13' is no date; expected a month from 01 to 12.", fault.Message);
    }

    [Fact]
    public void Round_trips_every_valid_text()
    {
        const int seed = 20240307;
        var dates = new RandomDates(seed, new DateOnly(1, 1, 1), new DateOnly(9999, 12, 31));
        for (var i = 0; i < 20_000; i++)
        {
            var text = dates.Next();

            var isDate = FuzzyDate.TryParse(text, out var date, out var expected);

            Assert.True(isDate, $"seed {seed}, round {i}: '{text}' was refused; expected {expected}");
            Assert.True(date!.Edtf == text, $"seed {seed}, round {i}: '{text}' became '{date.Edtf}'");
            Assert.True((date.Earliest ?? DateOnly.MinValue) <= (date.Latest ?? DateOnly.MaxValue), $"seed {seed}, round {i}: '{text}' ends before it starts");
            Assert.Equal(date, FuzzyDate.Parse(date.Edtf));
        }
    }

    [Fact]
    public void Survives_damaged_text()
    {
        const int seed = 20241105;
        const string alphabet = "0123456789-/.~?%XYT +é\u0000";
        var random = new Random(seed);
        var dates = new RandomDates(seed, new DateOnly(1, 1, 1), new DateOnly(9999, 12, 31));
        for (var i = 0; i < 50_000; i++)
        {
            var text = dates.Next().ToList();
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(text.Count + 1);
                if (at < text.Count && random.Next(2) == 0)
                    text.RemoveAt(at);
                if (random.Next(3) > 0)
                    text.Insert(Math.Min(at, text.Count), alphabet[random.Next(alphabet.Length)]);
            }

            var damaged = string.Concat(text);
            var isDate = FuzzyDate.TryParse(damaged, out var date, out var expected);

            Assert.True(isDate ? date!.Edtf == damaged && expected == "" : date is null && expected != "", $"seed {seed}, round {i}: '{damaged}'");
        }
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
}
