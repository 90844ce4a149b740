using System.Runtime.InteropServices;
using System.Text;

namespace FlowGraph.Import.Reading;

/// <summary>Where each record stands, in the order of ids, without the records themselves.</summary>
internal sealed class LineIndex
{
    private readonly List<Entry> _entries = [];
    private byte[] _ids = new byte[1024];
    private int _length;

    public void Add(string id, DatasetFile file, long offset, int length)
    {
        var size = Encoding.UTF8.GetByteCount(id);
        if (_length + size > _ids.Length)
            Array.Resize(ref _ids, Math.Max(_length + size, (int)Math.Min(Array.MaxLength, _ids.Length * 2L)));
        Encoding.UTF8.GetBytes(id, _ids.AsSpan(_length));
        _entries.Add(new(_length, size, file, offset, length));
        _length += size;
    }

    public IEnumerable<(DatasetFile File, long Offset, int Length)> InOrder()
    {
        CollectionsMarshal.AsSpan(_entries).Sort((x, y) => Id(x).SequenceCompareTo(Id(y)));
        return _entries.Select(entry => (entry.File, entry.Offset, entry.Length));
    }

    private ReadOnlySpan<byte> Id(in Entry entry) => _ids.AsSpan(entry.Start, entry.Size);

    private readonly record struct Entry(int Start, int Size, DatasetFile File, long Offset, int Length);
}
