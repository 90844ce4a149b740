using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Filters;

namespace FlowGraph.Embedded.Execution;

/// <summary>What is retracted is in no list, unless the filter speaks of the status of just that: of the node, or of the edge that leads to it.</summary>
internal readonly struct ShownRows
{
    private readonly Snapshot _snapshot;
    private readonly bool _hidesNodes;
    private readonly bool _hidesEdges;

    /// <param name="end">What is listed; null for all nodes of a type. A single relationship shows a retracted node: it is no list.</param>
    public ShownRows(Snapshot snapshot, RelationshipEnd? end, Filter? filter)
    {
        _snapshot = snapshot;
        _hidesNodes = snapshot.HasRetracted && end is not { IsList: false } && !Filter.NamesStatus(filter);
        _hidesEdges = snapshot.HasRetracted && end is { Edge.Class: not EdgeClass.Structural } && !Filter.NamesLinkStatus(filter);
    }

    public bool HidesNothing => !_hidesNodes && !_hidesEdges;

    public bool Has(Step row) =>
        !(_hidesNodes && _snapshot.Retracted[_snapshot.RecordOf(row)]) && !(_hidesEdges && _snapshot.Retracted[_snapshot.Tables.NodeCount + row.Edge]);
}
