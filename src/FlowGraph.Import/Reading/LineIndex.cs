using System.Runtime.InteropServices;
using System.Text;

namespace FlowGraph.Import.Reading;

/// <summary>Where each record stands, in the order of ids, without the records themselves.</summary>
internal sealed class LineIndex
{
    private const int ChunkSize = 1 << 18;

    private readonly List<DatasetFile> _files = [];
    private readonly List<byte[]> _chunks = [];
    private readonly List<Entry> _entries = [];
    private int _used = ChunkSize;

    public void Add(string id, DatasetFile file, long offset, int length)
    {
        if (_files.Count == 0 || _files[^1] != file)
            _files.Add(file);
        var size = Encoding.UTF8.GetByteCount(id);
        if (_used + size > ChunkSize)
        {
            _chunks.Add(new byte[Math.Max(ChunkSize, size)]);
            _used = 0;
        }
        Encoding.UTF8.GetBytes(id, _chunks[^1].AsSpan(_used));
        _entries.Add(new(_chunks.Count - 1, _used, size, _files.Count - 1, length, offset));
        _used += size;
    }

    /// <summary>Every record once; after that the index is empty.</summary>
    public IEnumerable<(DatasetFile File, long Offset, int Length)> Drain()
    {
        CollectionsMarshal.AsSpan(_entries).Sort((x, y) => Id(x).SequenceCompareTo(Id(y)));
        _chunks.Clear();
        foreach (var entry in _entries)
            yield return (_files[entry.File], entry.Offset, entry.Length);
        _entries.Clear();
        _entries.TrimExcess();
    }

    private ReadOnlySpan<byte> Id(in Entry entry) => _chunks[entry.Chunk].AsSpan(entry.Start, entry.Size);

    private readonly record struct Entry(int Chunk, int Start, int Size, int File, int Length, long Offset);
}
