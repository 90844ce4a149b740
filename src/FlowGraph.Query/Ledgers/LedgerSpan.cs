using System.Globalization;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Ledgers;

/// <summary>The smallest span of whole years or months that holds a date: a record that crosses a border is never apportioned.</summary>
/// <param name="Year">Where it is one calendar year of a ledger by years.</param>
internal readonly record struct LedgerSpan(string Text, int? Year)
{
    public static LedgerSpan Of(FuzzyDate? when, LedgerPeriod period)
    {
        if (when is null)
            return new("undated", null);
        var format = period == LedgerPeriod.Year ? "yyyy" : "yyyy-MM";
        string Part(DateOnly? day) => day?.ToString(format, CultureInfo.InvariantCulture) ?? "..";
        var (from, to) = (Part(when.Earliest), Part(when.Latest));
        return from == to ? new(from, period == LedgerPeriod.Year ? when.Latest?.Year : null) : new($"{from}/{to}", null);
    }
}
