using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace FlowGraph.Neo4j.Client;

public enum AccessMode
{
    Read,
    Write,
}

/// <summary>A text and its values. The text holds names of the model only; whatever comes from data or clients is a parameter.</summary>
public sealed record CypherStatement(string Text, ImmutableArray<CypherParameter> Parameters)
{
    public CypherStatement(string text)
        : this(text, [])
    {
    }

    /// <summary>Doing it twice does the same: it may be sent again when nobody knows whether it was done.</summary>
    public bool IsRepeatable { get; init; }
}

/// <param name="Value">string, int, long, double, bool, a list of strings, or <see cref="JsonRows"/>.</param>
public sealed record CypherParameter(string Name, object Value)
{
    /// <summary>The value as it is sent.</summary>
    public string Json()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonScalar.Options))
            JsonScalar.Write(json, Value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

/// <summary>A JSON array, written already: the rows of a batch.</summary>
public sealed record JsonRows(ReadOnlyMemory<byte> Utf8, int Count);
