using System.Buffers;
using System.Text.Json;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Http;

/// <summary>What is posted to the Query API. A field that the server does not know is refused by it, so there are only these.</summary>
internal static class RequestBody
{
    /// <summary>No text uses this parameter; it is what a running statement is found by, to end it.</summary>
    public const string Tag = "_fg";

    /// <param name="statement">Null only begins or commits.</param>
    /// <param name="deadline">Obeyed by a begin, ignored in auto-commit.</param>
    public static ReadOnlyMemory<byte> Write(CypherStatement? statement, string? tag, AccessMode? access = null, TimeSpan? deadline = null)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, JsonScalar.Options);
        json.WriteStartObject();
        if (statement is not null)
        {
            json.WriteString("statement", statement.Text);
            json.WriteStartObject("parameters");
            json.WriteString(Tag, tag);
            foreach (var parameter in statement.Parameters)
            {
                json.WritePropertyName(parameter.Name);
                JsonScalar.Write(json, parameter.Value);
            }
            json.WriteEndObject();
        }
        if (access is { } mode)
            json.WriteString("accessMode", mode == AccessMode.Read ? "READ" : "WRITE");
        if (deadline is { } limit)
            json.WriteNumber("maxExecutionTime", (long)Math.Ceiling(limit.TotalSeconds));
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
