using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowGraph.Embedded.Blocks;

/// <summary>Blocks one behind the other, then a table of where each lies; nothing is named, for whoever reads asks in the same order.</summary>
internal sealed class BlockWriter(Stream stream, CancellationToken cancellationToken)
{
    /// <summary>In the table, of a block: its place, how many it has, bytes of each.</summary>
    public const int EntryLength = 16;

    /// <summary>Where blocks begin: whole cache lines.</summary>
    public const int Alignment = 64;

    private const int Piece = 1 << 20;

    private readonly XxHash128 _hash = new();
    private readonly List<(long Place, int Count, int Size)> _table = [];
    private long _place = stream.Position;

    public void Add<T>(Block<T> block)
        where T : unmanaged
    {
        Align();
        _table.Add((_place, block.Length, Unsafe.SizeOf<T>()));
        for (var rest = block.Span; !rest.IsEmpty; rest = rest[Math.Min(rest.Length, Piece)..])
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(MemoryMarshal.AsBytes(rest[..Math.Min(rest.Length, Piece)]));
        }
    }

    public void Number(int value) => Add(Block.Of([value]));

    /// <returns>Where the table lies, how many blocks it has, where the file ends, and the hash of all that was written.</returns>
    public (long Table, int Count, long Length, byte[] Hash) Complete()
    {
        Align();
        var table = _place;
        Span<byte> entry = stackalloc byte[EntryLength];
        foreach (var (place, count, size) in _table)
        {
            BinaryPrimitives.WriteInt64LittleEndian(entry, place);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], count);
            BinaryPrimitives.WriteInt32LittleEndian(entry[12..], size);
            Write(entry);
        }
        return (table, _table.Count, _place, _hash.GetCurrentHash());
    }

    private void Align()
    {
        Span<byte> nothing = stackalloc byte[Alignment];
        nothing.Clear();
        Write(nothing[..(int)((Alignment - _place % Alignment) % Alignment)]);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        _hash.Append(bytes);
        _place += bytes.Length;
    }
}
