using FlowGraph.Model.Structure;

namespace FlowGraph.Embedded.Execution;

/// <summary>Where the walk stands: at a node (no edge), at a link (edge and the node it leads to), at an edge as such (no node), or inside a CLR value.</summary>
internal readonly record struct Here
{
    public Here()
    {
    }

    public int Node { get; init; } = -1;

    public int Edge { get; init; } = -1;

    /// <summary>The page that the row stands on; for cursors.</summary>
    public Page? Page { get; init; }

    /// <summary>The property of <see cref="Node"/> inside whose value the walk is.</summary>
    public PropertyDefinition? Property { get; init; }
}
