using System.Collections.Frozen;
using FlowGraph.Embedded.Blocks;
using FlowGraph.Model.Structure;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>By relationship end: the steps it takes.</summary>
/// <remarks>What one relationship alone has of its edge type is what the type has, and is held once.</remarks>
internal sealed class EndTable
{
    private readonly GraphModel _model;
    private readonly FrozenDictionary<Relationship, (Adjacency Out, Adjacency In)> _ends;

    /// <param name="byEdgeType">By edge type ordinal.</param>
    /// <param name="own">The steps of a relationship that shares its edge type with others; asked in order of declaration.</param>
    public EndTable(GraphModel model, (Adjacency Out, Adjacency In)[] byEdgeType, Func<Relationship, (Adjacency Out, Adjacency In)> own)
    {
        _model = model;
        var ends = new Dictionary<Relationship, (Adjacency Out, Adjacency In)>();
        foreach (var relationship in model.NodeTypes.SelectMany(type => type.Relationships))
            ends[relationship] = IsAlone(relationship) ? byEdgeType[relationship.Edge.Ordinal] : own(relationship);
        _ends = ends.ToFrozenDictionary();
    }

    public Adjacency this[(Relationship Relationship, Direction Direction) end] =>
        end.Direction == Direction.Out ? _ends[end.Relationship].Out : _ends[end.Relationship].In;

    public void Save(BlockWriter file)
    {
        foreach (var relationship in _model.NodeTypes.SelectMany(type => type.Relationships).Where(relationship => !IsAlone(relationship)))
        {
            _ends[relationship].Out.Save(file);
            _ends[relationship].In.Save(file);
        }
    }

    private static bool IsAlone(Relationship relationship) => relationship.Edge.Relationships.Length == 1;
}
