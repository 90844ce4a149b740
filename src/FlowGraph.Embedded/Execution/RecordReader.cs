using FlowGraph.Embedded.Columns;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.Embedded.Execution;

/// <summary>Rows as whole records, for what is computed in C# and not written column by column.</summary>
internal sealed class RecordReader
{
    private readonly Snapshot _snapshot;
    private readonly Adjacency _source;
    private readonly Adjacency? _assertedBy;

    public RecordReader(Snapshot snapshot)
    {
        _snapshot = snapshot;
        _source = Structural("Citation", "source")!;
        _assertedBy = Structural("Claim", "assertedBy");
    }

    public NodeRecord Node(int node)
    {
        var table = _snapshot.Tables.OfNode(node);
        var row = node - table.Start;
        return new(table.Type, table.Ids.Text(row)!, [.. table.Columns.Select(column => column.Get(row))]);
    }

    public EdgeRecord Edge(int edge)
    {
        var table = _snapshot.Tables.OfEdge(edge);
        var row = edge - table.Start;
        return new(table.Relationship(row), table.Ids?.Text(row) ?? "", _snapshot.Tables.Id(table.From[row]), _snapshot.Tables.Id(table.To[row]),
            [.. table.Columns.Select(column => column.Get(row))]);
    }

    /// <summary>The source that a citation is taken from; import guarantees one.</summary>
    public NodeRecord SourceOf(int citation) => Node(SourceNode(citation));

    public int SourceNode(int citation) => _source.Of(citation)[0].Node;

    public NodeRecord? AssertedBy(int claim) => _assertedBy is not null && _assertedBy.Of(claim) is { IsEmpty: false } steps ? Node(steps[0].Node) : null;

    public bool Supports(int citation)
    {
        var table = _snapshot.Tables.OfNode(citation);
        return ((EnumColumn)table.Column("stance")!).Name(citation - table.Start) == "SUPPORTS";
    }

    private Adjacency? Structural(string type, string field) =>
        _snapshot.Model.NodeTypesByName[type].Relationships.FirstOrDefault(relationship => relationship.Field == field) is { } relationship
            ? _snapshot.Ends[(relationship, Direction.Out)]
            : null;
}
