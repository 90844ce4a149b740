using FlowGraph.Embedded.Columns;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>From a record number to its table: a node has its own number, edge e has NodeCount + e.</summary>
internal sealed class RecordTables
{
    private readonly byte[] _typeOfNode;
    private readonly byte[] _typeOfEdge;

    public RecordTables(NodeTable[] nodes, EdgeTable[] edges)
    {
        Nodes = nodes;
        Edges = edges;
        NodeCount = nodes.Sum(table => table.Count);
        EdgeCount = edges.Sum(table => table.Count);
        _typeOfNode = new byte[NodeCount];
        foreach (var table in nodes)
            _typeOfNode.AsSpan(table.Start, table.Count).Fill(checked((byte)table.Type.Ordinal));
        _typeOfEdge = new byte[EdgeCount];
        foreach (var table in edges)
            _typeOfEdge.AsSpan(table.Start, table.Count).Fill(checked((byte)table.Type.Ordinal));
    }

    /// <summary>By type ordinal.</summary>
    public NodeTable[] Nodes { get; }

    /// <summary>By edge type ordinal; STRUCTURAL types have no ids and no columns.</summary>
    public EdgeTable[] Edges { get; }

    public int NodeCount { get; }

    public int EdgeCount { get; }

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
}
