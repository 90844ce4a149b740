using System.Collections.Immutable;

namespace FlowGraph.Query.Chains;

/// <summary>The arguments of <c>chains</c>.</summary>
public sealed record ChainRequest
{
    public const int GreatestMaxHops = 8;

    public const int GreatestFirst = 10;

    public required string From { get; init; }

    public required string To { get; init; }

    public int MaxHops { get; init; } = 6;

    /// <summary>FactType names. Edge types replace the FACT edges that are walked otherwise; event types admit every form of that event.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    public ImmutableArray<string> ExcludeTypes { get; init; } = [];

    public ImmutableArray<string> Modalities { get; init; } = ["ACTUAL"];

    /// <summary>Ids of nodes or edges that must all be passed.</summary>
    public ImmutableArray<string> Via { get; init; } = [];

    /// <summary>Ids of nodes or edges that may not be passed.</summary>
    public ImmutableArray<string> Avoid { get; init; } = [];

    public bool AllowHubs { get; init; }

    public bool SharedPlaces { get; init; }

    /// <summary>Empty = every kind.</summary>
    public ImmutableArray<FactKind> Kinds { get; init; } = [];

    public Confidence? MinConfidence { get; init; }

    public int? MinIndependentSources { get; init; }

    public bool IncludeContested { get; init; } = true;

    public DayRange? During { get; init; }

    public ChronologyMode Chronology { get; init; } = ChronologyMode.Prefer;

    public Diversity Diversity { get; init; } = Diversity.Movement;

    public int First { get; init; } = 3;

    /// <summary>A node with more FACT edges than this is a hub.</summary>
    public int HubDegree { get; init; } = 500;
}

/// <summary>Both ends included; null = open.</summary>
public sealed record DayRange(DateOnly? From, DateOnly? To);

public enum ChronologyMode
{
    None,
    Prefer,
    Require,
}

public enum Diversity
{
    Movement,
    None,
}
