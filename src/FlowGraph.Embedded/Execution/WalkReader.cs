using FlowGraph.Embedded.Columns;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
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
    private readonly List<NodeKind> _kinds = [];

    public WalkReader(Snapshot snapshot)
    {
        _snapshot = snapshot;
        _tables = snapshot.Tables;
        _edges = [.. _tables.Edges.Select(table => table.Ids is null ? null : new EdgeColumns(table))];
        _nodes = [.. _tables.Nodes.Select(table => new NodeColumns(table))];
        foreach (var columns in _nodes)
            columns.Number(_kinds);
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

    /// <summary>What rules ask of nodes, each combination that the model allows once.</summary>
    public IReadOnlyList<NodeKind> Kinds => _kinds;

    /// <summary>A place in <see cref="Kinds"/>.</summary>
    public int KindNumber(int node)
    {
        var table = _tables.OfNode(node);
        return _nodes[table.Type.Ordinal].KindNumber(node - table.Start);
    }

    public WalkFact FactOfNode(int node)
    {
        var table = _tables.OfNode(node);
        var (columns, row) = (_nodes[table.Type.Ordinal], node - table.Start);
        return table.Type.Contract == Contract.Event ? new(columns.Strength?.Read(row), columns.When?.Value(row)) : default;
    }

    public WalkFact FactOfEdge(int edge)
    {
        var table = _tables.OfEdge(edge);
        var (columns, row) = (_edges[table.Type.Ordinal]!, edge - table.Start);
        return new(columns.Strength.Read(row), columns.When.Value(row));
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
        private int _firstKind;

        public TextColumn? Name { get; } = table.Column("name") as TextColumn;

        public TextColumn? Title { get; } = table.Column("title") as TextColumn;

        public TextColumn? Caption { get; } = table.Column("caption") as TextColumn;

        public StrengthColumns? Strength { get; } = table.Type.IsFact ? new(table.Column) : null;

        public EnumColumn? Modality { get; } = table.Column("modality") as EnumColumn;

        public EnumColumn? Form { get; } = table.Column("form") as EnumColumn;

        public FuzzyDateColumn? When { get; } = table.Column("when") as FuzzyDateColumn;

        public int KindNumber(int row) => _firstKind + (((Place(Strength?.Status, row) * Places(Modality)) + Place(Modality, row)) * Places(Form)) + Place(Form, row);

        /// <summary>Adds every kind that a row can have, in the order of <see cref="KindNumber"/>.</summary>
        public void Number(List<NodeKind> kinds)
        {
            _firstKind = kinds.Count;
            for (var status = 0; status < Places(Strength?.Status); status++)
            {
                for (var modality = 0; modality < Places(Modality); modality++)
                {
                    for (var form = 0; form < Places(Form); form++)
                        kinds.Add(new(table.Type, Word(Strength?.Status, status) is { } word ? FactWords.Status(word) : null, Word(Modality, modality), Word(Form, form)));
                }
            }
        }

        // One place more than there are members: a row may have none.
        private static int Places(EnumColumn? column) => column is null ? 1 : column.Type.Members.Length + 1;

        private static int Place(EnumColumn? column, int row) => column is null ? 0 : Math.Min(column.Ordinal(row), column.Type.Members.Length);

        private static string? Word(EnumColumn? column, int place) => column is not null && place < column.Type.Members.Length ? column.Type.Members[place].Name : null;
    }

    private sealed class StrengthColumns(Func<string, Column?> column)
    {
        private readonly Words<FactKind> _kind = new(column("kind"), FactWords.Kind);
        private readonly Words<FactStatus> _status = new(column("status"), FactWords.Status);
        private readonly Words<Confidence> _confidence = new(column("confidence"), FactWords.Confidence);
        private readonly IntColumn _sources = (IntColumn)column("independentSources")!;

        public EnumColumn Status { get; } = (EnumColumn)column("status")!;

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
