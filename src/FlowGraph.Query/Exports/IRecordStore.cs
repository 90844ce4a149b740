using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;

namespace FlowGraph.Query.Exports;

/// <summary>What a store gives to exports beside what it gives to chains.</summary>
public interface IRecordStore : IChainStore
{
    /// <summary>Ids of nodes of a type in order, those after <paramref name="after"/>, at most <paramref name="count"/>. Retracted ones too.</summary>
    public ValueTask<IReadOnlyList<string>> NodeIdsAsync(NodeType type, string? after, int count, CancellationToken cancellationToken);

    /// <summary>The same of edges of a FACT or CONTEXT type.</summary>
    public ValueTask<IReadOnlyList<string>> EdgeIdsAsync(EdgeType type, string? after, int count, CancellationToken cancellationToken);

    /// <summary>Which records a source is cited for, by itself and by every source that is derived from it step by step; once each, in any order.</summary>
    public ValueTask<IReadOnlyList<Support>> SupportsAsync(string source, CancellationToken cancellationToken);
}

/// <param name="Source">The one that is cited: the source itself, or one that relays it.</param>
/// <param name="Record">Whatever the citation speaks of.</param>
public sealed record Support(string Source, string Record);
