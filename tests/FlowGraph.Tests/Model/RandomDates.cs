using System.Globalization;

namespace FlowGraph.Tests.Model;

/// <summary>Valid EDTF texts of every form, from one seed.</summary>
internal sealed class RandomDates(int seed, DateOnly from, DateOnly to)
{
    private readonly Random _random = new(seed);

    public string Next()
    {
        var (first, last) = (Day(), Day());
        if (first > last)
            (first, last) = (last, first);

        return _random.Next(6) switch
        {
            0 => $"../{Single(first)}",
            1 => $"{Single(first)}/..",
            2 or 3 => $"{Single(first)}/{Single(last)}",
            _ => Single(first),
        };
    }

    private DateOnly Day() => DateOnly.FromDayNumber(_random.Next(from.DayNumber, to.DayNumber + 1));

    private string Single(DateOnly day)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] qualifiers = ["", "", "", "~", "?", "%"];
        return text[..new[] { 4, 7, 10, 10 }[_random.Next(4)]] + qualifiers[_random.Next(qualifiers.Length)];
    }
}
