using System.Collections.Concurrent;
using FlowGraph.Embedded.Blocks;
using FlowGraph.Embedded.Columns;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>One release in memory, frozen: nodes in one numbering, type by type and by id within a type; edges alike.</summary>
internal sealed class Snapshot
{
    public required GraphModel Model { get; init; }

    public required ReleaseInfo Release { get; init; }

    public required RecordTables Tables { get; init; }

    /// <summary>Record number → its place in the order of all ids, by code point.</summary>
    public required Block<int> IdRank { get; init; }

    /// <summary>By relationship end: the steps it takes.</summary>
    public required EndTable Ends { get; init; }

    /// <summary>By edge type ordinal, Out then In: all steps over edges of this type, whatever they join.</summary>
    public required (Adjacency Out, Adjacency In)[] ByEdgeType { get; init; }

    public required IdIndex Ids { get; init; }

    public required IdIndex FactKeys { get; init; }

    /// <summary>Per natural key (property of a node type).</summary>
    public required IReadOnlyDictionary<PropertyDefinition, IdIndex> NaturalKeys { get; init; }

    /// <summary>Record number → nodes of type Citation, by stance, grade, id.</summary>
    public required Lists Citations { get; init; }

    /// <summary>Node number → nodes of type Claim, by rank, asOf, id.</summary>
    public required Lists Claims { get; init; }

    /// <summary>Node number → incident edges of class FACT.</summary>
    public required Block<int> Degree { get; init; }

    /// <summary>Record numbers that are RETRACTED: in no list unless asked for.</summary>
    public required Bits Retracted { get; init; }

    public required bool HasRetracted { get; init; }

    private readonly ConcurrentDictionary<GroupType, Step[]> _groups = [];

    /// <summary>Every node of a type or group, by id.</summary>
    public Step[] RowsOf(NodeSet set) => set is GroupType group
        ? _groups.GetOrAdd(group, members => [.. members.Types.SelectMany(type => RowsOf(type)).OrderBy(row => IdRank[row.Node])])
        : Tables.Nodes[((NodeType)set).Ordinal].Rows;

    private readonly Lazy<Step[]> _facts;

    public Snapshot() => _facts = new(AllFacts);

    /// <summary>Every event, claim and edge that is a fact, by id.</summary>
    public Step[] Facts => _facts.Value;

    /// <summary>The number of the node that a row is or leads to; of the edge, where the row is an edge as such.</summary>
    public int RecordOf(Step row) => row.Node >= 0 ? row.Node : Tables.NodeCount + row.Edge;

    private Step[] AllFacts()
    {
        var nodes = Tables.Nodes.Where(table => table.Type.IsFact).SelectMany(table => table.Rows);
        var edges = Tables.Edges.Where(table => table.Ids is not null).SelectMany(table => Enumerable.Range(table.Start, table.Count)).Select(Step.OfEdge);
        Step[] rows = [.. nodes, .. edges];
        Array.Sort(Array.ConvertAll(rows, row => IdRank[RecordOf(row)]), rows);
        return rows;
    }

    /// <summary>The one step of a single relationship; (-1, -1) where there is none that is not retracted.</summary>
    public Step StepOver(RelationshipEnd end, int node)
    {
        foreach (var step in Ends[(end.Relationship, end.Direction)].Of(node))
        {
            if (end.Edge.Class == EdgeClass.Structural || !Retracted[Tables.NodeCount + step.Edge])
                return step;
        }
        return new(-1, -1);
    }
}
