using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>An edge in one walking direction, with the hop's strength and time.</summary>
internal sealed record Arc(WalkEdge Edge, WalkNode From, WalkNode To, bool Reversed, Strength Strength, FuzzyDate? When)
{
    /// <param name="entersInside">False where <paramref name="to"/> is the end of the chain: then only the edge counts.</param>
    public static Arc Of(WalkEdge edge, WalkNode from, WalkNode to, bool entersInside) => new(
        edge,
        from,
        to,
        edge.From != from.Id,
        entersInside && to is { IsEvent: true, Strength: { } entered } ? Strength.Weaker(edge.Strength, entered) : edge.Strength,
        edge.When ?? (to.IsEvent ? to.When : null) ?? (from.IsEvent ? from.When : null));

    /// <summary>The hop in a chain's id.</summary>
    public string Mark => (Reversed ? "r" : "f") + Edge.Key;
}
