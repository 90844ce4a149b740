using System.Buffers;
using System.Numerics;
using System.Text;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>Ids (or keys) to record numbers: open addressing over the UTF-8 bytes that a column holds anyway, so no text is kept twice.</summary>
internal sealed class IdIndex
{
    private readonly int[] _slots;
    private readonly int _mask;
    private readonly BytesOf _bytes;

    public delegate ReadOnlySpan<byte> BytesOf(int record);

    public IdIndex(IReadOnlyCollection<int> records, BytesOf bytes)
    {
        _bytes = bytes;
        _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(records.Count * 2, 4))];
        _mask = _slots.Length - 1;
        Array.Fill(_slots, -1);
        foreach (var record in records)
        {
            var slot = Slot(bytes(record));
            if (_slots[slot] < 0)
                _slots[slot] = record;
        }
    }

    /// <summary>The record's number, or -1.</summary>
    public int Find(ReadOnlySpan<byte> id) => _slots[Slot(id)];

    /// <inheritdoc cref="Find(ReadOnlySpan{byte})"/>
    public int Find(string id)
    {
        var most = Encoding.UTF8.GetMaxByteCount(id.Length);
        if (most <= 512)
        {
            Span<byte> utf8 = stackalloc byte[512];
            return Find(utf8[..Encoding.UTF8.GetBytes(id, utf8)]);
        }
        var rented = ArrayPool<byte>.Shared.Rent(most);
        var found = Find(rented.AsSpan(0, Encoding.UTF8.GetBytes(id, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return found;
    }

    private int Slot(ReadOnlySpan<byte> id)
    {
        var hash = new HashCode();
        hash.AddBytes(id);
        var slot = hash.ToHashCode() & _mask;
        while (_slots[slot] >= 0 && !_bytes(_slots[slot]).SequenceEqual(id))
            slot = (slot + 1) & _mask;
        return slot;
    }
}
