using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains;

/// <summary>The graph in which one question is walked. Nodes and edges are numbers; texts are read only of what is ranked.</summary>
/// <remarks>Holds the edges of the asked types that can be walked at all: none that are RETRACTED or lead back to where they start.</remarks>
public interface IWalkGraph
{
    /// <summary>The number under which the node is known or will be; -1 where there is no such node.</summary>
    public int NodeNumber(string id);

    /// <inheritdoc cref="NodeNumber"/>
    public int EdgeNumber(string id);

    /// <summary>The number of a node of the store that was read otherwise: the end of a chain.</summary>
    public int NumberOf(WalkNode node);

    /// <summary>Before the steps of nodes are asked for: the whole frontier in one round trip. Those fetched before cost nothing.</summary>
    public ValueTask FetchAsync(IEnumerable<int> nodes, CancellationToken cancellationToken);

    /// <summary>Adds the steps from a node that was fetched, once each, in any order.</summary>
    public void AddSteps(int node, List<WalkStep> steps);

    /// <summary>Incident edges of class FACT.</summary>
    public int DegreeOf(int node);

    public NodeType TypeOf(int node);

    /// <summary>Nodes about which the rules say the same, hubs and ids aside, may have one number.</summary>
    public int KindNumber(int node);

    public NodeKind Kind(int number);

    /// <summary>Of an event; nothing of any other node.</summary>
    public WalkFact FactOfNode(int node);

    public WalkFact FactOfEdge(int edge);

    /// <summary>Orders edges by id. Holds until nodes are fetched again.</summary>
    public int RankOfEdge(int edge);

    public WalkNode Node(int node);

    public WalkEdge Edge(int edge);
}

/// <summary>The edge that is taken and the node to which it leads.</summary>
public readonly record struct WalkStep(int Node, int Edge);

/// <summary>What rules ask of a node beside its id and its degree.</summary>
public readonly record struct NodeKind(NodeType Type, FactStatus? Status, string? Modality, string? Form)
{
    public static NodeKind Of(WalkNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new(node.Type, node.Strength?.Status, node.Modality, node.Form);
    }
}

/// <summary>How well and when: of an edge, of an event, of the hop that both make.</summary>
public readonly record struct WalkFact(Strength? Strength, FuzzyDate? When)
{
    public static WalkFact Of(WalkEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        return new(edge.Strength, edge.When);
    }

    public static WalkFact Of(WalkNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.IsEvent ? new(node.Strength, node.When) : default;
    }

    /// <param name="entersInside">False where <paramref name="to"/> is the end of the chain: then only the edge counts.</param>
    public static WalkFact Hop(WalkFact edge, WalkFact from, WalkFact to, bool entersInside) => new(
        entersInside && edge.Strength is { } own && to.Strength is { } entered ? Chains.Strength.Weaker(own, entered) : edge.Strength,
        edge.When ?? to.When ?? from.When);
}
