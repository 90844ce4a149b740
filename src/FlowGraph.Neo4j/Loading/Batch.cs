using System.Buffers;
using System.Text.Json;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>Rows for one statement, written as they come.</summary>
internal sealed class Batch(string text, bool isRepeatable)
{
    private const int MaxRows = 2500;
    private const int MaxBytes = 4 * 1024 * 1024;

    private ArrayBufferWriter<byte> _buffer = new();
    private int _rows;

    public bool IsFull => _rows >= MaxRows || _buffer.WrittenCount >= MaxBytes;

    public bool IsEmpty => _rows == 0;

    public void Add<T>(T record, Action<Utf8JsonWriter, T> write)
    {
        _buffer.Write(_rows++ == 0 ? "["u8 : ","u8);
        using var json = new Utf8JsonWriter(_buffer, JsonScalar.Options);
        write(json, record);
    }

    /// <summary>The statement; the batch is empty again.</summary>
    public CypherStatement Take()
    {
        var statement = new CypherStatement(text, [new(LoadCypher.Rows, Rows())]) { IsRepeatable = isRepeatable };
        (_buffer, _rows) = (new(), 0);
        return statement;
    }

    /// <remarks>Never asked of an empty batch.</remarks>
    public JsonRows Rows()
    {
        _buffer.Write("]"u8);
        return new(_buffer.WrittenMemory, _rows);
    }
}
