using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Chains;

/// <summary>What a store gives to chains. The search, the rules and the printing are shared; a store only reads.</summary>
/// <remarks>One call sees one release. Order within an answer is free unless said otherwise: the callers sort.</remarks>
public interface IChainStore
{
    public GraphModel Model { get; }

    public ReleaseInfo Release { get; }

    /// <summary>The nodes of these ids, in the same order; null where there is no such node (an edge's id is no node).</summary>
    public ValueTask<IReadOnlyList<WalkNode?>> NodesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>Every edge of these types with at least one end in <paramref name="frontier"/>, once each, with its ends. One round trip.</summary>
    /// <remarks>RETRACTED facts too: the rules decide. <paramref name="frontier"/> has no duplicates; unknown ids have no edges.</remarks>
    public ValueTask<Expansion> ExpandAsync(IReadOnlyList<string> frontier, IReadOnlySet<EdgeType> types, CancellationToken cancellationToken);

    /// <summary>What a question is walked in. A store that holds the graph at hand walks it there; any other is asked level by level.</summary>
    public IWalkGraph WalkGraph(IReadOnlySet<EdgeType> types) => new Walking.FetchedGraph(this, types);

    /// <summary>Records with citations and claims, for ids of nodes and of edges alike; an unknown id is absent from the answer.</summary>
    public ValueTask<IReadOnlyDictionary<string, FactEvidence>> EvidenceAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>The ids of the facts with these keys, in the same order; null where there is none.</summary>
    public ValueTask<IReadOnlyList<string?>> FactIdsByKeyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);
}

/// <param name="Nodes">The ends of <paramref name="Edges"/> that are outside the frontier, once each; those inside may be there too.</param>
public sealed record Expansion(IReadOnlyList<WalkEdge> Edges, IReadOnlyList<WalkNode> Nodes);
