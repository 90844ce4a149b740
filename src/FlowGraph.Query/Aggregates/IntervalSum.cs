using FlowGraph.Model.Values;

namespace FlowGraph.Query.Aggregates;

/// <summary>The sum of figures as intervals: a missing low end counts nothing, a missing high end leaves the sum open, no midpoint is invented.</summary>
internal static class IntervalSum
{
    /// <param name="parts">At least one, of one unit; added in this order, so that every store gives the same last digit.</param>
    public static Quantity Of(IReadOnlyList<Quantity> parts)
    {
        var low = parts.Sum(part => part.Low ?? 0);
        double? high = parts.All(part => part.High is not null) ? parts.Sum(part => part.High!.Value) : null;
        double? best = parts.All(part => part.Best is not null) ? parts.Sum(part => part.Best!.Value) : null;
        var bound = high is null ? "AT_LEAST"
            : parts.Any(part => part.Low is null) ? "UP_TO"
            : low != high ? "BETWEEN"
            : parts.Any(part => part.Bound == "ABOUT") ? "ABOUT" : "EXACT";
        return new(best, low, high, parts[0].Unit, bound, null, parts.Any(part => part.Contested));
    }

    public static Quantity Divided(Quantity sum, int by) => sum with { Best = sum.Best / by, Low = sum.Low / by, High = sum.High / by };
}
