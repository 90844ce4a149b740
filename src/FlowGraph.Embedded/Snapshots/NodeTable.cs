using System.Collections.Immutable;
using FlowGraph.Embedded.Blocks;
using FlowGraph.Embedded.Columns;
using FlowGraph.Model.Structure;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>The nodes of one type: numbers Start to Start + Count - 1.</summary>
internal sealed class NodeTable
{
    private readonly Lazy<Step[]> _rows;

    /// <param name="columns">By <see cref="PropertyDefinition.Index"/>.</param>
    public NodeTable(NodeType type, int start, int count, ImmutableArray<Column> columns)
    {
        (Type, Start, Count, Columns) = (type, start, count, columns);
        _rows = new(() => [.. Enumerable.Range(start, count).Select(node => new Step(node, -1))]);
    }

    public NodeTable(NodeType type, BlockReader file)
        : this(type, file.Number(), file.Number(), [.. type.Properties.Select(property => ColumnFactory.Load(property, file))])
    {
    }

    public NodeType Type { get; }

    public int Start { get; }

    public int Count { get; }

    public ImmutableArray<Column> Columns { get; }

    /// <summary>Every node of the type, by id; held from when somebody first asks.</summary>
    public Step[] Rows => _rows.Value;

    public TextColumn Ids => (TextColumn)Columns[0];

    public Column? Column(string property) => Type.Property(property) is { } definition ? Columns[definition.Index] : null;

    /// <summary>The values of a property, by number of the node.</summary>
    public IdIndex.BytesOf BytesOf(PropertyDefinition property)
    {
        var column = (TextColumn)Columns[property.Index];
        return node => column.Bytes(node - Start);
    }

    public void Save(BlockWriter file)
    {
        file.Number(Start);
        file.Number(Count);
        foreach (var column in Columns)
            column.Save(file);
    }
}
