using FlowGraph.Embedded.Columns;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Query.Chains;

namespace FlowGraph.Embedded.Execution;

/// <summary>What walking needs of nodes and edges, column by column: a search looks at far more of them than it shows, and the texts of a record are most of it.</summary>
/// <remarks>Reads as <see cref="WalkNode.Of"/> and <see cref="WalkEdge.Of"/> do.</remarks>
internal sealed class WalkReader
{
    private readonly Snapshot _snapshot;
    private readonly RecordTables _tables;

    // By type ordinal; STRUCTURAL edges are not walked.
    private readonly EdgeColumns?[] _edges;
    private readonly NodeColumns[] _nodes;
    private readonly NodeTable _citations;
    private readonly EnumColumn _stances;
    private readonly int _supports;

    public WalkReader(Snapshot snapshot)
    {
        _snapshot = snapshot;
        _tables = snapshot.Tables;
        _edges = [.. _tables.Edges.Select(table => table.Ids is null ? null : new EdgeColumns(table))];
        _nodes = [.. _tables.Nodes.Select(table => new NodeColumns(table))];
        _citations = _tables.Nodes[snapshot.Model.NodeTypesByName["Citation"].Ordinal];
        _stances = (EnumColumn)_citations.Column("stance")!;
        _supports = _stances.Type.OrdinalOf("SUPPORTS");
    }

    public WalkEdge Edge(int edge)
    {
        var table = _tables.OfEdge(edge);
        var (columns, row) = (_edges[table.Type.Ordinal]!, edge - table.Start);
        return new(table.Ids!.Text(row)!, columns.Key.Text(row)!, table.Type, _tables.Id(table.From[row]), _tables.Id(table.To[row]), columns.Strength.Read(row), CountSupporting(_tables.NodeCount + edge), columns.When.Value(row));
    }

    public WalkNode Node(int node)
    {
        var table = _tables.OfNode(node);
        var (columns, row) = (_nodes[table.Type.Ordinal], node - table.Start);
        return new(table.Ids.Text(row)!, table.Type, columns.Name?.Text(row) ?? columns.Title?.Text(row) ?? columns.Caption?.Text(row) ?? table.Ids.Text(row)!,
            _snapshot.Degree[node], columns.Strength?.Read(row), columns.Modality?.Name(row), columns.Form?.Name(row), columns.When?.Value(row));
    }

    private int CountSupporting(int record)
    {
        var count = 0;
        foreach (var citation in _snapshot.Citations.Of(record))
        {
            if (_stances.Ordinal(citation - _citations.Start) == _supports)
                count++;
        }
        return count;
    }

    private sealed class EdgeColumns(EdgeTable table)
    {
        public TextColumn Key { get; } = (TextColumn)table.Column("key")!;

        public StrengthColumns Strength { get; } = new(table.Column);

        public FuzzyDateColumn When { get; } = (FuzzyDateColumn)table.Column("when")!;
    }

    private sealed class NodeColumns(NodeTable table)
    {
        public TextColumn? Name { get; } = table.Column("name") as TextColumn;

        public TextColumn? Title { get; } = table.Column("title") as TextColumn;

        public TextColumn? Caption { get; } = table.Column("caption") as TextColumn;

        public StrengthColumns? Strength { get; } = table.Type.IsFact ? new(table.Column) : null;

        public EnumColumn? Modality { get; } = table.Column("modality") as EnumColumn;

        public EnumColumn? Form { get; } = table.Column("form") as EnumColumn;

        public FuzzyDateColumn? When { get; } = table.Column("when") as FuzzyDateColumn;
    }

    private sealed class StrengthColumns(Func<string, Column?> column)
    {
        private readonly Words<FactKind> _kind = new(column("kind"), FactWords.Kind);
        private readonly Words<FactStatus> _status = new(column("status"), FactWords.Status);
        private readonly Words<Confidence> _confidence = new(column("confidence"), FactWords.Confidence);
        private readonly IntColumn _sources = (IntColumn)column("independentSources")!;

        public Strength Read(int row) => new(_kind.Read(row), _status.Read(row), _confidence.Read(row), _sources.Value(row));
    }

    /// <summary>An enum of the model as one of C#, each member read once.</summary>
    private sealed class Words<T>(Column? column, Func<object?, T> read)
    {
        private readonly EnumColumn _column = (EnumColumn)column!;
        private readonly T[] _members = [.. ((EnumColumn)column!).Type.Members.Select(member => read(member.Name))];

        public T Read(int row) => _members[_column.Ordinal(row)];
    }
}
