namespace FlowGraph.TestKit.Synthetic;

/// <summary>One edge: its tie, the numbers of its ends, and its position among all.</summary>
internal readonly record struct TiedPair(Tie Tie, int From, RecordType ToType, int To, int Index);

/// <summary>All edges of a dataset, in the order of their ids. They are drawn anew on every walk; nothing is kept.</summary>
internal sealed class TieWalk(SyntheticNumbers numbers, ulong seed)
{
    // A share of the records that have lists is a count of many: those lists are long.
    private const double ShareOfSeries = 0.01;
    private const int LongestSeries = 30;

    private const int SkewOfEarlier = 2;

    public long Count(double density)
    {
        var count = 0L;
        Span<(int, int)> targets = stackalloc (int, int)[LongestSeries * 2];
        for (var i = 0; i < Ties.All.Length; i++)
        {
            var from = numbers[Ties.All[i].From];
            for (var record = 0; record < from.Count; record++)
                count += Draw(i, record, density, targets);
        }
        return count;
    }

    public IEnumerable<TiedPair> Pairs(double density)
    {
        var targets = new (int Number, int Target)[LongestSeries * 2];
        var index = 0;
        for (var i = 0; i < Ties.All.Length; i++)
        {
            var tie = Ties.All[i];
            var from = numbers[tie.From];
            for (var record = 0; record < from.Count; record++)
            {
                var count = Draw(i, record, density, targets);
                for (var j = 0; j < count; j++)
                    yield return new(tie, from.First + record, tie.Targets[targets[j].Target].Type, targets[j].Number, index++);
            }
        }
    }

    // Each target once, in the order of its number, which is that of its id.
    private int Draw(int tieIndex, int record, double density, Span<(int Number, int Target)> found)
    {
        var tie = Ties.All[tieIndex];
        var dice = new Dice(seed, Throw.Ties, (ulong)tieIndex << 32 | (uint)record);
        var wanted = Wanted(tie, density, ref dice);
        var count = 0;
        for (var i = 0; i < wanted; i++)
        {
            var target = Target(tie, ref dice);
            var range = numbers[tie.Targets[target].Type];
            var skew = tie.Targets[target].Skew;
            var among = skew == 0 ? record : range.Count;
            if (among == 0)
                continue;
            var number = range.First + dice.Ranked(among, skew == 0 ? SkewOfEarlier : skew);
            if (!Contains(found[..count], number))
                found[count++] = (number, target);
        }
        found[..count].Sort(static (x, y) => x.Number.CompareTo(y.Number));
        return count;
    }

    private static int Wanted(Tie tie, double density, ref Dice dice)
    {
        if (tie.IsRequired)
            return 1;
        var mean = tie.Mean * density;
        if (tie.IsSingle)
            return dice.Chance(mean) ? 1 : 0;
        var count = Math.Min(dice.Count(mean), LongestSeries);
        return dice.Chance(mean * ShareOfSeries) ? count + dice.Between(3, LongestSeries) : count;
    }

    private static int Target(Tie tie, ref Dice dice)
    {
        if (tie.Targets.Length == 1)
            return 0;
        var left = dice.Below(100);
        for (var i = 0; i < tie.Targets.Length - 1; i++)
        {
            left -= tie.Targets[i].Share;
            if (left < 0)
                return i;
        }
        return tie.Targets.Length - 1;
    }

    private static bool Contains(ReadOnlySpan<(int Number, int Target)> found, int number)
    {
        foreach (var pair in found)
        {
            if (pair.Number == number)
                return true;
        }
        return false;
    }
}
