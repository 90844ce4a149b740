namespace FlowGraph.Embedded.Columns;

/// <summary>A fixed set of row numbers.</summary>
internal readonly struct Bits(int count)
{
    private readonly ulong[] _words = new ulong[(count + 63) / 64];

    public bool this[int i] => (_words[i >> 6] >> (i & 63) & 1) != 0;

    public void Set(int i) => _words[i >> 6] |= 1UL << (i & 63);
}
