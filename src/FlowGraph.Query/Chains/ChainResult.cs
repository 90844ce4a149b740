using System.Collections.Immutable;
using FlowGraph.Model.Records;

namespace FlowGraph.Query.Chains;

/// <summary>The answer of <c>chains</c>.</summary>
public sealed record ChainResult
{
    public required ImmutableArray<Chain> Chains { get; init; }

    public required ImmutableArray<ChainOverlap> Overlaps { get; init; }

    /// <summary>Why there is none; null when there are chains.</summary>
    public string? None { get; init; }

    /// <summary>With <see cref="None"/>, when a strength filter was given: the weakest hop of the best chain without those filters.</summary>
    public ChainHop? WeakestStep { get; init; }

    public required ChainRejections Rejected { get; init; }

    /// <summary>Distinct nodes of the corridor.</summary>
    public required int ExploredCount { get; init; }

    public required bool Truncated { get; init; }

    public required ImmutableArray<string> Warnings { get; init; }

    public required ReleaseInfo Release { get; init; }
}

/// <summary>What two returned chains have in common besides the ends: chain ids and node ids.</summary>
public sealed record ChainOverlap(string A, string B, ImmutableArray<string> Shared);

/// <summary>Complete paths that are no chain, by the first rule they broke, and chains that diversity left out.</summary>
public sealed record ChainRejections(int Coincidence, int SharedPlace, int Contested, int Chronology, int Via, int Diversity);
