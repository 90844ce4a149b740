using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowGraph.Server.Commands;

/// <summary>Indented JSON for people and programs; letters stay letters.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _options))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>A GraphQL response, indented, and whether it has errors.</summary>
    public static (string Text, bool HasErrors) Response(ReadOnlyMemory<byte> compact)
    {
        using var document = JsonDocument.Parse(compact);
        return (Write(document.RootElement.WriteTo), document.RootElement.TryGetProperty("errors", out _));
    }
}
