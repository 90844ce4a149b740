using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>An edge in one walking direction, with the hop's strength and time.</summary>
internal sealed record Arc(WalkEdge Edge, WalkNode From, WalkNode To, bool Reversed, Strength Strength, FuzzyDate? When)
{
    /// <inheritdoc cref="WalkFact.Hop"/>
    public static Arc Of(WalkEdge edge, WalkNode from, WalkNode to, bool entersInside)
    {
        var hop = WalkFact.Hop(WalkFact.Of(edge), WalkFact.Of(from), WalkFact.Of(to), entersInside);
        return new(edge, from, to, edge.From != from.Id, hop.Strength!.Value, hop.When);
    }

    /// <summary>The hop in a chain's id.</summary>
    public string Mark => (Reversed ? "r" : "f") + Edge.Key;
}
