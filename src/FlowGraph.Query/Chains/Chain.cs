using System.Collections.Immutable;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains;

/// <summary>A chain of cited facts. Everything here is true of the chain alone, whatever it was asked with.</summary>
public sealed record Chain
{
    /// <summary><c>chain:fq3k7…-rz2mm…</c>: the facts and their directions.</summary>
    public required string Id { get; init; }

    public required WalkNode From { get; init; }

    public required WalkNode To { get; init; }

    public required ImmutableArray<ChainHop> Hops { get; init; }

    public required ChainHop WeakestHop { get; init; }

    public required ChainChronology Chronology { get; init; }

    public required string Why { get; init; }

    /// <summary>What the chain does not show, each with a fact behind it.</summary>
    public required ImmutableArray<ChainCaveat> Caveats { get; init; }

    /// <summary>The chain on one line.</summary>
    public required string Text { get; init; }

    /// <summary>The records behind it: what narrative and exports print.</summary>
    public required ChainEvidence Evidence { get; init; }

    /// <summary>Of the weakest hop.</summary>
    public Confidence Confidence => WeakestHop.Confidence;

    /// <summary>Of the hop with the fewest.</summary>
    public int IndependentSources => Hops.Min(hop => hop.IndependentSources);

    /// <summary>Root-relative.</summary>
    public string Permalink => $"/chain/{Id}";
}

/// <summary>One step. Strength is the weaker of the edge and of the inner event it enters.</summary>
public sealed record ChainHop
{
    /// <summary>From 1.</summary>
    public required int Index { get; init; }

    public required WalkNode From { get; init; }

    public required WalkNode To { get; init; }

    public required WalkEdge Fact { get; init; }

    /// <summary>The inner event it enters; null at the last hop and where it enters an entity.</summary>
    public WalkNode? Event { get; init; }

    /// <summary>Walked against the arrow.</summary>
    public required bool Reversed { get; init; }

    public required Strength Strength { get; init; }

    /// <summary>Of the edge, else of the event it enters, else of the event it leaves.</summary>
    public FuzzyDate? When { get; init; }

    /// <summary>This hop compared with the one before it: FOLLOWS = later than that one. Null on the first hop.</summary>
    public TemporalComparison? Comparison { get; init; }

    public FactKind Kind => Strength.Kind;

    public FactStatus Status => Strength.Status;

    public Confidence Confidence => Strength.Confidence;

    public int IndependentSources => Strength.IndependentSources;

    public TemporalOrder? Order => Comparison?.Order;

    /// <summary>The least number of days between the two; null for OVERLAPS and UNKNOWN.</summary>
    public int? GapDays => Comparison?.GapDays;
}

/// <param name="Step">The hop it is about; null when about the whole.</param>
public sealed record ChainCaveat(int? Step, string Text);

public enum ChainChronology
{
    Coherent,
    Unknown,
    Mixed,
}
