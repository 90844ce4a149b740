using System.Collections.Immutable;
using FlowGraph.Embedded.Blocks;
using FlowGraph.Embedded.Columns;
using FlowGraph.Model.Structure;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>The edges of one type: numbers Start to Start + Count - 1.</summary>
internal sealed class EdgeTable
{
    // Places among the type's declarations.
    private readonly Block<byte> _relationships;

    public EdgeTable(EdgeType type, int start, Block<int> from, Block<int> to, Block<byte> relationships, ImmutableArray<Column> columns) =>
        (Type, Start, From, To, _relationships, Columns) = (type, start, from, to, relationships, columns);

    public EdgeTable(EdgeType type, BlockReader file)
        : this(type, file.Number(), file.Next<int>(), file.Next<int>(), file.Next<byte>(), [.. type.Properties.Select(property => ColumnFactory.Load(property, file))])
    {
    }

    public EdgeType Type { get; }

    public int Start { get; }

    public int Count => From.Length;

    /// <summary>By row, the number of the node where the edge starts.</summary>
    public Block<int> From { get; }

    public Block<int> To { get; }

    public ImmutableArray<Column> Columns { get; }

    public TextColumn? Ids => Columns.IsEmpty ? null : (TextColumn)Columns[0];

    public Column? Column(string property) => Type.Property(property) is { } definition ? Columns[definition.Index] : null;

    /// <summary>Which of the type's declarations an edge belongs to.</summary>
    public Relationship Relationship(int row) => Type.Relationships[_relationships[row]];

    public void Save(BlockWriter file)
    {
        file.Number(Start);
        file.Add(From);
        file.Add(To);
        file.Add(_relationships);
        foreach (var column in Columns)
            column.Save(file);
    }
}
