namespace FlowGraph.Query.Chains.Ranking;

/// <summary>Which of the hops a chain hangs on.</summary>
internal static class WeakestHop
{
    /// <summary>The position of the weakest: lowest confidence; then contested; then fewest independent sources; then fewest supporting citations; then the later one.</summary>
    public static int Of(IReadOnlyList<(Strength Strength, int SupportingCitations)> hops)
    {
        var weakest = 0;
        for (var i = 1; i < hops.Count; i++)
        {
            if (Compare(hops[i], hops[weakest]) <= 0)
                weakest = i;
        }

        return weakest;
    }

    // Negative: a is weaker.
    private static int Compare((Strength Strength, int SupportingCitations) a, (Strength Strength, int SupportingCitations) b)
    {
        var order = b.Strength.Confidence.CompareTo(a.Strength.Confidence);
        if (order == 0)
            order = b.Strength.IsContested.CompareTo(a.Strength.IsContested);

        if (order == 0)
            order = a.Strength.IndependentSources.CompareTo(b.Strength.IndependentSources);

        return order != 0 ? order : a.SupportingCitations.CompareTo(b.SupportingCitations);
    }
}
