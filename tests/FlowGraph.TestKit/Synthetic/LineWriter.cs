using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>A file of JSON objects, one a line; one line lies in memory at a time.</summary>
internal sealed class LineWriter : IDisposable
{
    private readonly FileStream _file;
    private readonly ArrayBufferWriter<byte> _line = new(4096);
    private readonly Utf8JsonWriter _json;

    public LineWriter(string path)
    {
        _file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20);
        _json = new(_line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    /// <summary>Begins a record; <see cref="End"/> ends it.</summary>
    public Utf8JsonWriter Begin(string id)
    {
        _json.WriteStartObject();
        _json.WriteString("id", id);
        return _json;
    }

    public void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _file.Write(_line.WrittenSpan);
        _file.WriteByte((byte)'\n');
        _line.ResetWrittenCount();
        _json.Reset();
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }
}
