using System.Text.Json;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>Records → an answer in the form of the Query API.</summary>
internal sealed class AnswerWriter : IDisposable
{
    private PooledBuffer _buffer = new();
    private readonly Utf8JsonWriter _json;

    public AnswerWriter() => _json = new(_buffer, JsonScalar.Options);

    /// <summary>An answer without records; what was written of another is forgotten.</summary>
    public void Begin()
    {
        _buffer.Clear();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteStartObject("data"u8);
        _json.WriteStartArray("values"u8);
    }

    /// <summary>One record: the list that comes next.</summary>
    public void Add(ref PackStreamReader reader) => PackStreamJson.Write(_json, ref reader);

    /// <summary>The answer, which owns its memory.</summary>
    public CypherAnswer End()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        var written = _buffer;
        _buffer = new();
        return new(JsonDocument.Parse(written.Written), written);
    }

    public void Dispose()
    {
        _json.Reset(_buffer);
        _json.Dispose();
        _buffer.Dispose();
    }
}
