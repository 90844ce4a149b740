using FlowGraph.Model.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace FlowGraph.Import.Reading;

/// <summary>A file of JSON objects, one a line; it can be read again and again, from memory where it is small.</summary>
internal sealed class DatasetFile
{
    private readonly string _path;
    private readonly byte[]? _bytes;
    private readonly long _start;
    private readonly DateTime _written;
    private readonly bool _exists;

    private DatasetFile(string path, string name, byte[]? bytes, long start, bool exists)
    {
        (_path, Name, _bytes, _start, _exists) = (path, name, bytes, start, exists);
        _written = exists ? File.GetLastWriteTimeUtc(path) : default;
        IsWhole = exists;
    }

    public string Name { get; }

    /// <summary>False when a line or the file could not be read: then an id that seems unknown may stand there.</summary>
    public bool IsWhole { get; private set; }

    public static DatasetFile Missing(string name) => new("", name, null, 0, exists: false);

    /// <param name="start">Bytes at the beginning that are no part of the first line.</param>
    /// <param name="bytes">All of it, where it is kept.</param>
    public static DatasetFile Of(string path, string name, long start, byte[]? bytes) => new(path, name, bytes, start, exists: true);

    /// <summary>Every line that can be read.</summary>
    public IEnumerable<DatasetLine> Lines(Faults faults, CancellationToken cancellationToken) => Lines(null, faults, cancellationToken);

    /// <summary>As <see cref="Lines(Faults, CancellationToken)"/>; where each stands is noted in <paramref name="index"/>.</summary>
    /// <exception cref="FlowGraphException">The file was changed since it was first opened.</exception>
    public IEnumerable<DatasetLine> Lines(LineIndex? index, Faults faults, CancellationToken cancellationToken)
    {
        if (!_exists)
            yield break;
        using var lines = new LineReader(Open(), _start);
        for (var number = 1; lines.Next(); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (lines.Line.IsEmpty)
                continue;
            var place = new LinePlace(Name, number);
            if (JsonReader.Read(lines.Line.Span, place, faults) is { } record)
            {
                index?.Add((record["id"] as JsonText)?.Value ?? "", this, lines.Offset, lines.Line.Length);
                yield return new(place, record);
            }
            else
            {
                IsWhole = false;
            }
        }
    }

    /// <summary>Reads one line anew; <paramref name="handle"/> is opened where the file is not kept.</summary>
    public JsonObject At(long offset, Span<byte> line, ref SafeFileHandle? handle)
    {
        if (_bytes is not null)
            _bytes.AsSpan((int)offset, line.Length).CopyTo(line);
        else if (RandomAccess.Read(handle ??= File.OpenHandle(_path), line, offset) < line.Length)
            throw Changed();
        return JsonReader.Read(line, new LinePlace(Name, 0), new Faults()) ?? throw Changed();
    }

    private Stream Open()
    {
        if (_bytes is not null)
            return new MemoryStream(_bytes, writable: false);
        var stream = new FileStream(_path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        if (File.GetLastWriteTimeUtc(_path) == _written)
            return stream;
        stream.Dispose();
        throw Changed();
    }

    private FlowGraphException Changed() => new(new Diagnostic(
        ErrorCodes.ImportFileChanged, $"The file '{Name}' was changed while it was read; nothing was done.", new SourceLocation(Name, 0), "Start again when nobody writes it."));
}
