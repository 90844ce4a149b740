using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>JSON for people: indented, every script readable.</summary>
internal static class JsonText
{
    // Escapes what JSON demands and nothing more, so that names read as written; who puts it into a page of HTML escapes it there.
    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _options))
            write(json);

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}
