using System.Buffers;
using System.Runtime.InteropServices;

namespace FlowGraph.Embedded.Blocks;

/// <summary>A block in a mapped file as memory that is handed out, for reading only.</summary>
internal sealed class MappedMemory<T>(Block<T> block) : MemoryManager<T>
    where T : unmanaged
{
    // Nobody gets more of it than a ReadOnlyMemory.
    public override Span<T> GetSpan() => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(block.Span), block.Length);

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException("It does not move.");

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
