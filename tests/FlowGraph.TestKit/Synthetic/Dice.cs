namespace FlowGraph.TestKit.Synthetic;

/// <summary>What a dice is thrown for: two purposes never share their numbers.</summary>
internal enum Throw : ulong
{
    Record = 1,
    Citations,
    Passages,
    Ties,
    TieValues,
    TiePassages,
    Claims,
    Asserters,
    Relays,
    Origins,
}

/// <summary>Numbers by chance that depend on nothing but seed, purpose and index: any record can be made again without those before it.</summary>
/// <remarks>Whole numbers and products only, so that every machine draws the same.</remarks>
internal struct Dice(ulong seed, Throw purpose, ulong index)
{
    private ulong _state = Mix(Mix(seed ^ (ulong)purpose << 56) + index);

    public int Below(int count) => (int)((Next() >> 32) * (ulong)count >> 32);

    public int Between(int first, int last) => first + Below(last - first + 1);

    public bool Chance(double share) => Share() < share;

    /// <summary>From 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A position of <paramref name="count"/> that is the more likely the smaller it is.</summary>
    /// <remarks>With 2 the degrees are those that preferential attachment ends in; more makes fewer and larger hubs.</remarks>
    public int Ranked(int count, int skew)
    {
        var share = Share();
        var product = share;
        for (var i = 1; i < skew; i++)
            product *= share;
        return (int)(product * count);
    }

    /// <summary>How many of something there are <paramref name="mean"/> of.</summary>
    public int Count(double mean) => (int)(mean + Share());

    public T Of<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];

    /// <summary>One of <paramref name="items"/> by its share of all; shares add up to 100.</summary>
    public T Of<T>(params ReadOnlySpan<(int Share, T Item)> items)
    {
        var left = Below(100);
        foreach (var (share, item) in items)
        {
            left -= share;
            if (left < 0)
                return item;
        }
        return items[^1].Item;
    }

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
