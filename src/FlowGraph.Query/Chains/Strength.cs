namespace FlowGraph.Query.Chains;

/// <summary>How well a fact is supported.</summary>
public readonly record struct Strength(FactKind Kind, FactStatus Status, Confidence Confidence, int IndependentSources)
{
    public bool IsContested => Status == FactStatus.Contested;

    /// <summary>In each respect the weaker of the two: a hop is as strong as its edge and the inner event it enters together.</summary>
    public static Strength Weaker(Strength a, Strength b) => new(
        a.Kind > b.Kind ? a.Kind : b.Kind,
        WeakerStatus(a.Status, b.Status),
        a.Confidence > b.Confidence ? a.Confidence : b.Confidence,
        Math.Min(a.IndependentSources, b.IndependentSources));

    // Withdrawn outweighs disputed, disputed outweighs replaced: a reader must learn the gravest of the two.
    private static FactStatus WeakerStatus(FactStatus a, FactStatus b) =>
        a == FactStatus.Retracted || b == FactStatus.Retracted ? FactStatus.Retracted
        : a == FactStatus.Contested || b == FactStatus.Contested ? FactStatus.Contested
        : a == FactStatus.Superseded || b == FactStatus.Superseded ? FactStatus.Superseded
        : FactStatus.Asserted;
}
