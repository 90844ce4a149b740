using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowGraph.Embedded.Blocks;

/// <summary>The blocks of a mapped file, one after the other.</summary>
/// <param name="memory">The mapping; whoever holds a block holds it.</param>
internal sealed unsafe class BlockReader(SafeBuffer memory, long table, int count)
{
    private int _next;

    public bool IsAtEnd => _next == count;

    /// <exception cref="InvalidDataException">The file has another block there, or none.</exception>
    public Block<T> Next<T>()
        where T : unmanaged
    {
        if (_next >= count)
            throw new InvalidDataException($"Block {_next} was looked for; there are {count}.");
        // The handle is held by this reader, and then by each block.
        var first = (byte*)memory.DangerousGetHandle();
        var entry = new ReadOnlySpan<byte>(first + table + (long)_next * BlockWriter.EntryLength, BlockWriter.EntryLength);
        var (place, length, size) = (BinaryPrimitives.ReadInt64LittleEndian(entry), BinaryPrimitives.ReadInt32LittleEndian(entry[8..]), BinaryPrimitives.ReadInt32LittleEndian(entry[12..]));
        if (size != Unsafe.SizeOf<T>() || length < 0 || place < 0 || place % BlockWriter.Alignment != 0 || place + (long)length * size > table)
            throw new InvalidDataException($"Block {_next} has {length} of {size} bytes at {place}, where some of {Unsafe.SizeOf<T>()} were looked for.");
        _next++;
        return new((T*)(first + place), length, memory);
    }

    public int Number() => Next<int>() is { Length: 1 } number ? number[0] : throw new InvalidDataException($"Block {_next - 1} is no number.");
}
