using FlowGraph.Embedded.Blocks;

namespace FlowGraph.Embedded.Columns;

/// <summary>A fixed set of row numbers.</summary>
internal readonly struct Bits(Block<ulong> words)
{
    public Bits(BlockReader file)
        : this(file.Next<ulong>())
    {
    }

    public bool this[int i] => (words[i >> 6] >> (i & 63) & 1) != 0;

    /// <param name="set">To be filled with <see cref="Set"/> before others read.</param>
    public static Bits Create(int count, out Span<ulong> set) => new(Block<ulong>.Create((count + 63) / 64, out set));

    public static void Set(Span<ulong> set, int i) => set[i >> 6] |= 1UL << (i & 63);

    public void Save(BlockWriter file) => file.Add(words);
}
