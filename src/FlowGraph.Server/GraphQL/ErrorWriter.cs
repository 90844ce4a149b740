using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;
using FlowGraph.Query.Response;

namespace FlowGraph.Server.GraphQL;

/// <summary>Errors in the shape of the GraphQL specification: message, locations, path, extensions.</summary>
public static class ErrorWriter
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>A JSON array.</returns>
    /// <param name="id">Under which the log has more; null where there is no more.</param>
    public static byte[] Write(RequestException fault, string? id = null) => Write(json =>
    {
        foreach (var diagnostic in fault.Diagnostics)
            Write(json, diagnostic, null, fault.Limit, id);
    });

    /// <inheritdoc cref="Write(RequestException, string)"/>
    public static byte[] Write(IReadOnlyList<FieldError> errors) => Write(json =>
    {
        foreach (var error in errors)
            Write(json, error.Diagnostic, error.Path, null, null);
    });

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartArray();
            write(json);
            json.WriteEndArray();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic, IReadOnlyList<object>? path, (long Found, long Allowed)? limit, string? id)
    {
        json.WriteStartObject();
        json.WriteString("message", diagnostic.Message);
        if (diagnostic.Location is { Line: > 0 } at)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteNumber("line", at.Line);
            json.WriteNumber("column", at.Column);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        if (path is not null)
        {
            json.WriteStartArray("path");
            foreach (var step in path)
            {
                if (step is int index)
                    json.WriteNumberValue(index);
                else
                    json.WriteStringValue((string)step);
            }
            json.WriteEndArray();
        }
        json.WriteStartObject("extensions");
        json.WriteString("code", diagnostic.Code);
        if (diagnostic.Hint is not null)
            json.WriteString("hint", diagnostic.Hint);
        if (limit is { } exceeded)
        {
            json.WriteString("limit", diagnostic.Code);
            json.WriteNumber("found", exceeded.Found);
            json.WriteNumber("allowed", exceeded.Allowed);
        }
        if (id is not null)
            json.WriteString("id", id);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
