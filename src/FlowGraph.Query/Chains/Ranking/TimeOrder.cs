using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains.Ranking;

/// <summary>Compares hops in time; each pair of dates once.</summary>
internal sealed class TimeOrder
{
    private readonly Dictionary<(FuzzyDate? Hop, FuzzyDate? Before), TemporalComparison> _known = [];

    /// <summary>A hop against the one before it.</summary>
    public TemporalComparison Compare(FuzzyDate? hop, FuzzyDate? before)
    {
        if (!_known.TryGetValue((hop, before), out var comparison))
            _known.Add((hop, before), comparison = TemporalComparison.Of(hop, before));

        return comparison;
    }

    public static ChainChronology Of(IEnumerable<TemporalOrder> orders)
    {
        var (precedes, follows, unknown) = (false, false, false);
        foreach (var order in orders)
        {
            precedes |= order == TemporalOrder.Precedes;
            follows |= order == TemporalOrder.Follows;
            unknown |= order == TemporalOrder.Unknown;
        }

        return precedes && follows ? ChainChronology.Mixed : unknown ? ChainChronology.Unknown : ChainChronology.Coherent;
    }
}
