namespace FlowGraph.Query.Chains.Ranking;

/// <summary>What chains are compared by, in this order. Likelihoods are never multiplied: what is unknown stays unknown.</summary>
internal readonly record struct ChainRank(
    bool Contested,
    Confidence Weakest,
    int WeaklySourcedHops,
    ChainChronology Chronology,
    int JudgedHops,
    int Hops,
    long InnerDegree)
{
    public static ChainRank Of(IReadOnlyList<Strength> hops, ChainChronology chronology, long innerDegree)
    {
        var (contested, weakest, weaklySourced, judged) = (false, Confidence.High, 0, 0);
        foreach (var hop in hops)
        {
            contested |= hop.IsContested;
            weakest = hop.Confidence > weakest ? hop.Confidence : weakest;
            weaklySourced += hop.IndependentSources <= 1 ? 1 : 0;
            judged += hop.Kind >= FactKind.Assessed ? 1 : 0;
        }

        return new ChainRank(contested, weakest, weaklySourced, chronology, judged, hops.Count, innerDegree);
    }

    /// <summary>Negative: this one is better.</summary>
    public int CompareTo(ChainRank other, bool withChronology)
    {
        var order = Contested.CompareTo(other.Contested);
        if (order == 0)
            order = Weakest.CompareTo(other.Weakest);

        if (order == 0)
            order = WeaklySourcedHops.CompareTo(other.WeaklySourcedHops);

        if (order == 0 && withChronology)
            order = Chronology.CompareTo(other.Chronology);

        if (order == 0)
            order = JudgedHops.CompareTo(other.JudgedHops);

        if (order == 0)
            order = Hops.CompareTo(other.Hops);

        return order != 0 ? order : InnerDegree.CompareTo(other.InnerDegree);
    }
}
