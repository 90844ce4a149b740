using System.Buffers;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace FlowGraph.Server.Caching;

/// <summary>What is kept in Redis begins with a mark and a hash over key and content: what was cut off, damaged, put under another key or written by another program is told from what was put there.</summary>
internal static class Seal
{
    private const int HashLength = 16;

    private static ReadOnlySpan<byte> Mark => "flowgra1"u8;

    public static byte[] Close(string key, ReadOnlySequence<byte> content)
    {
        var written = new byte[Mark.Length + HashLength + content.Length];
        Mark.CopyTo(written);
        content.CopyTo(written.AsSpan(Mark.Length + HashLength));
        Hash(key, written.AsSpan(Mark.Length + HashLength), written.AsSpan(Mark.Length, HashLength));
        return written;
    }

    public static bool TryOpen(string key, ReadOnlyMemory<byte> written, out ReadOnlyMemory<byte> content)
    {
        content = default;
        if (written.Length < Mark.Length + HashLength || !written.Span.StartsWith(Mark))
            return false;
        content = written[(Mark.Length + HashLength)..];
        Span<byte> hash = stackalloc byte[HashLength];
        Hash(key, content.Span, hash);
        return hash.SequenceEqual(written.Span.Slice(Mark.Length, HashLength));
    }

    private static void Hash(string key, ReadOnlySpan<byte> content, Span<byte> hash)
    {
        var hashing = new XxHash128(content.Length);
        hashing.Append(MemoryMarshal.AsBytes(key.AsSpan()));
        hashing.Append(content);
        hashing.GetHashAndReset(hash);
    }
}
