using System.Buffers.Binary;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>Puts a message that was just written into chunks: each has its length before it, the last is empty.</summary>
internal static class ChunkedMessage
{
    private const int HeadSize = 2;
    private const int MostInChunk = ushort.MaxValue;

    /// <returns>What <see cref="End"/> asks for.</returns>
    public static int Begin(PooledBuffer buffer)
    {
        var start = buffer.Length;
        buffer.Append(HeadSize);
        return start;
    }

    public static void End(PooledBuffer buffer, int start)
    {
        var size = buffer.Length - start - HeadSize;
        var more = (size - 1) / MostInChunk;
        buffer.Append(more * HeadSize + HeadSize).Clear();
        var bytes = buffer.Written.Span[start..];
        // From the end, so that nothing is written over before it was moved: chunk i makes room for the i heads before it.
        for (var i = more; i >= 0; i--)
        {
            var chunk = bytes.Slice(i * MostInChunk + HeadSize, Math.Min(MostInChunk, size - i * MostInChunk));
            chunk.CopyTo(bytes[(i * MostInChunk + (i + 1) * HeadSize)..]);
            BinaryPrimitives.WriteUInt16BigEndian(bytes[(i * (MostInChunk + HeadSize))..], (ushort)chunk.Length);
        }
        bytes[^HeadSize..].Clear();
    }
}
