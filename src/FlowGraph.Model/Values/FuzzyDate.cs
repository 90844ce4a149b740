namespace FlowGraph.Model.Values;

public enum DatePrecision
{
    Day,
    Month,
    Year,
}

/// <summary>
/// A date as sources give it: EDTF text with the days it can mean. A null end is open; an interval is a duration, a date coarser than a day
/// an uncertain instant.
/// </summary>
/// <param name="Edtf">Canonical text: <c>2024-03-07/2024-11-05</c>, <c>2024-03~</c>, <c>../2024-10-28</c>.</param>
/// <param name="Precision">The coarser of the ends.</param>
public sealed partial record FuzzyDate(string Edtf, DateOnly? Earliest, DateOnly? Latest, DatePrecision Precision);
