using FlowGraph.Embedded.Blocks;
using FlowGraph.Embedded.Columns;
using FlowGraph.Model.Structure;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>From a record number to its table: a node has its own number, edge e has NodeCount + e.</summary>
internal sealed class RecordTables
{
    private readonly Block<byte> _typeOfNode;
    private readonly Block<byte> _typeOfEdge;

    public RecordTables(NodeTable[] nodes, EdgeTable[] edges)
    {
        (Nodes, Edges) = (nodes, edges);
        (NodeTypeNames, EdgeTypeNames) = (NamesOf(nodes), NamesOf(edges));
        _typeOfNode = Block<byte>.Create(nodes.Sum(table => table.Count), out var ofNode);
        foreach (var table in nodes)
            ofNode.Slice(table.Start, table.Count).Fill(checked((byte)table.Type.Ordinal));
        _typeOfEdge = Block<byte>.Create(edges.Sum(table => table.Count), out var ofEdge);
        foreach (var table in edges)
            ofEdge.Slice(table.Start, table.Count).Fill(checked((byte)table.Type.Ordinal));
    }

    public RecordTables(GraphModel model, BlockReader file)
    {
        Nodes = [.. model.NodeTypes.Select(type => new NodeTable(type, file))];
        Edges = [.. model.EdgeTypes.Select(type => new EdgeTable(type, file))];
        (_typeOfNode, _typeOfEdge) = (file.Next<byte>(), file.Next<byte>());
        (NodeTypeNames, EdgeTypeNames) = (NamesOf(Nodes), NamesOf(Edges));
    }

    public void Save(BlockWriter file)
    {
        foreach (var table in Nodes)
            table.Save(file);
        foreach (var table in Edges)
            table.Save(file);
        file.Add(_typeOfNode);
        file.Add(_typeOfEdge);
    }

    /// <summary>By type ordinal.</summary>
    public NodeTable[] Nodes { get; }

    /// <summary>By edge type ordinal; STRUCTURAL types have no ids and no columns.</summary>
    public EdgeTable[] Edges { get; }

    public int NodeCount => _typeOfNode.Length;

    public int EdgeCount => _typeOfEdge.Length;

    /// <summary>As the API spells them, by type ordinal.</summary>
    public TextColumn NodeTypeNames { get; }

    public TextColumn EdgeTypeNames { get; }

    public bool IsEdge(int record) => record >= NodeCount;

    public NodeTable OfNode(int node) => Nodes[_typeOfNode[node]];

    public EdgeTable OfEdge(int edge) => Edges[_typeOfEdge[edge]];

    public ReadOnlySpan<byte> IdBytes(int record)
    {
        if (record < NodeCount)
        {
            var nodes = OfNode(record);
            return nodes.Ids.Bytes(record - nodes.Start);
        }
        var edges = OfEdge(record - NodeCount);
        return edges.Ids!.Bytes(record - NodeCount - edges.Start);
    }

    /// <summary>The key of a fact.</summary>
    public ReadOnlySpan<byte> KeyBytes(int record)
    {
        if (record < NodeCount)
        {
            var nodes = OfNode(record);
            return ((TextColumn)nodes.Column("key")!).Bytes(record - nodes.Start);
        }
        var edges = OfEdge(record - NodeCount);
        return ((TextColumn)edges.Column("key")!).Bytes(record - NodeCount - edges.Start);
    }

    public string Id(int record) => System.Text.Encoding.UTF8.GetString(IdBytes(record));

    private static TextColumn NamesOf(NodeTable[] tables) => new([.. tables.Select(table => table.Type.EnumName)]);

    private static TextColumn NamesOf(EdgeTable[] tables) => new([.. tables.Select(table => table.Type.Name)]);
}
