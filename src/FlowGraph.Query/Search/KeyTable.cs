using System.Numerics;
using System.Text;

namespace FlowGraph.Query.Search;

/// <summary>Ids and natural keys to records, letter case aside: open addressing over the bytes of the keys. Several records may have one key.</summary>
internal sealed class KeyTable
{
    private readonly Texts _keys;
    private readonly int[] _slots;

    // Invariant: a free slot holds -1, any other a key; equal keys lie between their hash's slot and the next free one.
    public KeyTable(Texts keys)
    {
        _keys = keys;
        _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(keys.Count * 2, 4))];
        Array.Fill(_slots, -1);
        for (var i = 0; i < keys.Count; i++)
        {
            var slot = SlotOf(keys[i]);
            while (_slots[slot] >= 0)
                slot = Next(slot);
            _slots[slot] = i;
        }
    }

    /// <summary>The numbers of the keys that are equal to this one.</summary>
    public List<int> Find(ReadOnlySpan<byte> key)
    {
        List<int> found = [];
        if (!Ascii.IsValid(key))
            return found;
        for (var slot = SlotOf(key); _slots[slot] >= 0; slot = Next(slot))
        {
            if (Ascii.EqualsIgnoreCase(_keys[_slots[slot]], key))
                found.Add(_slots[slot]);
        }
        return found;
    }

    private int Next(int slot) => (slot + 1) & (_slots.Length - 1);

    private int SlotOf(ReadOnlySpan<byte> key)
    {
        // FNV-1a: keys are short, and digits have the bit of small letters anyway.
        var hash = 2166136261u;
        foreach (var letter in key)
            hash = (hash ^ (uint)(letter | 0x20)) * 16777619;
        return (int)((hash ^ (hash >> 15)) & (uint)(_slots.Length - 1));
    }
}
