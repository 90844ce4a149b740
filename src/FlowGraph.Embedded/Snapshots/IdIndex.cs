using System.Buffers;
using System.IO.Hashing;
using System.Numerics;
using System.Text;
using FlowGraph.Embedded.Blocks;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>Ids (or keys) to record numbers: open addressing over the UTF-8 bytes that a column holds anyway, so no text is kept twice.</summary>
internal sealed class IdIndex
{
    private readonly Block<int> _slots;
    private readonly int _mask;
    private readonly BytesOf _bytes;

    public delegate ReadOnlySpan<byte> BytesOf(int record);

    public IdIndex(IReadOnlyCollection<int> records, BytesOf bytes)
        : this(Block<int>.Create((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(records.Count * 2, 4)), out var slots), bytes)
    {
        slots.Fill(-1);
        foreach (var record in records)
        {
            var slot = Slot(bytes(record));
            if (slots[slot] < 0)
                slots[slot] = record;
        }
    }

    public IdIndex(BlockReader file, BytesOf bytes)
        : this(file.Next<int>(), bytes)
    {
    }

    private IdIndex(Block<int> slots, BytesOf bytes) => (_slots, _mask, _bytes) = (slots, slots.Length - 1, bytes);

    public void Save(BlockWriter file) => file.Add(_slots);

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
        // A hash that is the same in every process: the slots may come from a file.
        var slot = (int)XxHash3.HashToUInt64(id) & _mask;
        while (_slots[slot] >= 0 && !_bytes(_slots[slot]).SequenceEqual(id))
            slot = (slot + 1) & _mask;
        return slot;
    }
}
