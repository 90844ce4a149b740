using FlowGraph.Query.Chains.Walking;

namespace FlowGraph.Query.Chains.Ranking;

/// <summary>A path that broke no rule, with its place in the ranking.</summary>
internal sealed class RankedPath
{
    private RankedPath(Arc[] arcs, ChainRank rank)
    {
        Arcs = arcs;
        Rank = rank;
    }

    public IReadOnlyList<Arc> Arcs { get; }

    public ChainRank Rank { get; }

    public bool IsContested => Rank.Contested;

    public static RankedPath Of(Arc[] arcs, TimeOrder time)
    {
        var orders = arcs.Skip(1).Select((arc, i) => time.Compare(arc.When, arcs[i].When).Order);
        return new RankedPath(arcs, ChainRank.Of(
            [.. arcs.Select(arc => arc.Strength)],
            TimeOrder.Of(orders),
            arcs.SkipLast(1).Sum(arc => (long)arc.To.Degree)));
    }

    public static Comparison<RankedPath> Order(bool withChronology) => (a, b) =>
    {
        var order = a.Rank.CompareTo(b.Rank, withChronology);
        return order != 0 ? order : CompareIds(a.Arcs, b.Arcs);
    };

    /// <summary>Position of the weakest hop.</summary>
    public int Weakest => WeakestHop.Of([.. Arcs.Select(arc => (arc.Strength, arc.Edge.SupportingCitations))]);

    // Equal ranks mean equally many hops, and every hop takes the same room in an id: hop by hop is the order of the ids.
    private static int CompareIds(IReadOnlyList<Arc> a, IReadOnlyList<Arc> b)
    {
        for (var i = 0; i < a.Count; i++)
        {
            var order = string.CompareOrdinal(a[i].Mark, b[i].Mark);
            if (order != 0)
                return order;
        }

        return 0;
    }
}
