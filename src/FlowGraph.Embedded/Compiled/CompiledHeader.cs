using System.Buffers.Binary;
using System.IO.Hashing;

namespace FlowGraph.Embedded.Compiled;

/// <summary>How a compiled release begins. Numbers are little-endian, as everything behind them is.</summary>
/// <param name="Table">Where the table of blocks lies.</param>
/// <param name="Blocks">How many blocks there are.</param>
/// <param name="Length">Bytes of the whole file.</param>
/// <param name="Body">Hash of all that follows the header.</param>
internal sealed record CompiledHeader(CompiledFor For, long Table, int Blocks, long Length, ReadOnlyMemory<byte> Body)
{
    /// <summary>To be raised whenever blocks come to lie otherwise.</summary>
    public const int Format = 1;

    public const int Bytes = 88;

    private const int Hash = CompiledFor.HashLength;
    private const int FormatAt = 8;
    private const int BlocksAt = 12;
    private const int LengthAt = 16;
    private const int TableAt = 24;
    private const int ModelAt = 32;
    private const int ProgramAt = ModelAt + Hash;
    private const int BodyAt = ProgramAt + Hash;
    private const int OwnHashAt = BodyAt + Hash;

    private static ReadOnlySpan<byte> Magic => "FLOWGRPH"u8;

    /// <summary>What a file that begins so is.</summary>
    public static bool IsOne(ReadOnlySpan<byte> start) => start.StartsWith(Magic);

    public static int FormatOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt32LittleEndian(header[FormatAt..]);

    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(FormatAt), Format);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(BlocksAt), Blocks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(LengthAt), Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(TableAt), Table);
        For.Model.Span.CopyTo(bytes.AsSpan(ModelAt));
        For.Program.Span.CopyTo(bytes.AsSpan(ProgramAt));
        Body.Span.CopyTo(bytes.AsSpan(BodyAt));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(OwnHashAt), XxHash3.HashToUInt64(bytes.AsSpan(0, OwnHashAt)));
        return bytes;
    }

    /// <returns>Null where the bytes are not those that were written.</returns>
    public static CompiledHeader? Read(ReadOnlyMemory<byte> bytes)
    {
        var all = bytes.Span;
        if (BinaryPrimitives.ReadUInt64LittleEndian(all[OwnHashAt..]) != XxHash3.HashToUInt64(all[..OwnHashAt]))
            return null;
        return new(
            new(bytes.Slice(ModelAt, Hash), bytes.Slice(ProgramAt, Hash)),
            BinaryPrimitives.ReadInt64LittleEndian(all[TableAt..]),
            BinaryPrimitives.ReadInt32LittleEndian(all[BlocksAt..]),
            BinaryPrimitives.ReadInt64LittleEndian(all[LengthAt..]),
            bytes.Slice(BodyAt, Hash));
    }
}
