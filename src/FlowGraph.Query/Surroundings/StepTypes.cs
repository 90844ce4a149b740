using System.Collections.Frozen;
using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;

namespace FlowGraph.Query.Surroundings;

/// <summary>Which steps are taken: over edges of the named types, and to events of the named types. Where none is named, over every edge that is a fact.</summary>
public sealed class StepTypes(IEnumerable<string> names)
{
    private readonly FrozenSet<string> _names = names.ToFrozenSet(StringComparer.Ordinal);

    public bool Take(WalkEdge edge, WalkNode to)
    {
        ArgumentNullException.ThrowIfNull(edge);
        ArgumentNullException.ThrowIfNull(to);
        return _names.Count == 0 || _names.Contains(edge.Type.Name) || _names.Contains(to.Type.EnumName);
    }

    /// <summary>The edges that have to be looked at.</summary>
    public IReadOnlySet<EdgeType> EdgeTypes(GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var facts = model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural);
        var areEdges = _names.Count > 0 && _names.All(model.EdgeTypesByName.ContainsKey);
        return facts.Where(type => !areEdges || _names.Contains(type.Name)).ToImmutableHashSet();
    }
}
