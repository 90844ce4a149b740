using System.Globalization;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>How a dataset comes to the size that was asked for: what is drawn freely, and what then fills it up.</summary>
/// <remarks>
/// The number of records is the sum of the types' ranges. Of relationships, those that records bring along are counted, then so many edges are drawn
/// that each can have 1.3 citations; what is still missing is made up by further citations of edges, each of which is one relationship.
/// </remarks>
internal sealed class SyntheticPlan
{
    private const double CitationsOfAnEdge = 1.3;
    private const double MostDensity = 6;
    private const int MostFurtherCitations = 8;

    private long _weights;
    private long _further;

    private SyntheticPlan(SyntheticSize size)
    {
        Seed = size.Seed;
        Numbers = new(size.Nodes);
        Ties = new(Numbers, size.Seed);
        Claims = new(Numbers, size.Seed);
    }

    public ulong Seed { get; }

    public SyntheticNumbers Numbers { get; }

    public TieWalk Ties { get; }

    public ClaimWalk Claims { get; }

    public double Density { get; private set; }

    public SyntheticCounts Counts { get; private set; } = new(0, 0, 0, 0);

    /// <returns>The plan, or why there is none.</returns>
    public static (SyntheticPlan? Plan, string Fault) Of(SyntheticSize size)
    {
        if (size.Nodes is < SyntheticSize.LeastNodes or > SyntheticSize.MostNodes)
            return (null, Words($"A synthetic dataset has from {SyntheticSize.LeastNodes:N0} to {SyntheticSize.MostNodes:N0} nodes; {size.Nodes:N0} were asked for."));

        var plan = new SyntheticPlan(size);
        var ofNodes = plan.CountOfNodes(out var citations);
        var least = ofNodes + 2 * plan.Ties.Count(0);
        if (size.Edges < least)
            return (null, Words($"{size.Nodes:N0} nodes bring at least {least:N0} edges with them; {size.Edges:N0} were asked for."));
        plan.Density = plan.DensityFor((long)((size.Edges - ofNodes) / (1 + CitationsOfAnEdge)));
        var facts = plan.Weigh();
        plan._further = size.Edges - ofNodes - 2 * facts;
        if (plan._further > MostFurtherCitations * plan._weights)
        {
            var most = size.Edges - plan._further + MostFurtherCitations * plan._weights;
            return (null, Words($"{size.Nodes:N0} nodes can have at most {most:N0} edges; {size.Edges:N0} were asked for."));
        }
        plan.Counts = new(size.Nodes, citations + (int)(facts + plan._further), (int)facts, size.Edges);
        return (plan, "");
    }

    /// <summary>Passages of an entity, an event or a claim.</summary>
    public int CitationsOf(RecordType type, int number)
    {
        var dice = new Dice(Seed, Throw.Citations, (ulong)number);
        return type == RecordTypes.Claim ? dice.Of<int>((85, 1), (12, 2), (3, 3)) : dice.Of<int>((72, 1), (20, 2), (6, 3), (2, 5));
    }

    public bool HasAsserter(int claim) => new Dice(Seed, Throw.Asserters, (ulong)claim).Chance(0.43);

    /// <summary>The first source has none before it to relay.</summary>
    public bool IsRelay(int source) => source > Numbers[RecordTypes.Source].First && new Dice(Seed, Throw.Relays, (ulong)source).Chance(0.06);

    /// <summary>Every edge with the number of its passages.</summary>
    public IEnumerable<(TiedPair Pair, int Citations)> Edges()
    {
        var (weights, given) = (0L, 0L);
        foreach (var pair in Ties.Pairs(Density))
        {
            weights += Weight(pair);
            var due = _weights == 0 ? 0 : weights * _further / _weights;
            yield return (pair, 1 + (int)(due - given));
            given = due;
        }
    }

    private long CountOfNodes(out int citations)
    {
        citations = 0;
        var edges = 0L;
        foreach (var range in Numbers.All)
        {
            var (isSource, isClaim) = (range.Type == RecordTypes.Source, range.Type == RecordTypes.Claim);
            for (var number = range.First; number < range.End; number++)
            {
                if (isSource)
                {
                    edges += IsRelay(number) ? 1 : 0;
                    continue;
                }
                var own = CitationsOf(range.Type, number);
                citations += own;
                // CITED_BY and FROM_SOURCE; of a claim HAS_CLAIM and, where there is one, ASSERTED_BY.
                edges += 2 * own + (isClaim ? HasAsserter(number) ? 2 : 1 : 0);
            }
        }
        return edges;
    }

    private double DensityFor(long facts)
    {
        var (low, high) = (0.0, MostDensity);
        for (var step = 0; step < 16; step++)
        {
            var middle = (low + high) / 2;
            if (Ties.Count(middle) > facts)
                high = middle;
            else
                low = middle;
        }
        return low;
    }

    private long Weigh()
    {
        var facts = 0L;
        foreach (var pair in Ties.Pairs(Density))
        {
            _weights += Weight(pair);
            facts++;
        }
        return facts;
    }

    // Most edges have one passage, few have many.
    private int Weight(TiedPair pair) => new Dice(Seed, Throw.Citations, (ulong)pair.From << 32 | (uint)pair.To).Of<int>((58, 0), (25, 1), (11, 2), (4, 4), (2, 8));

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
