using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>Values → PackStream, the binary form that Bolt carries.</summary>
public sealed class PackStreamWriter(PooledBuffer buffer)
{
    private const int SizeOfOpenHead = 5;

    public void Null() => Byte(PackStreamMarker.Null);

    public void Boolean(bool value) => Byte(value ? PackStreamMarker.True : PackStreamMarker.False);

    public void Integer(long value)
    {
        switch (value)
        {
            case >= -16 and <= sbyte.MaxValue:
                Byte((byte)value);
                break;
            case >= sbyte.MinValue and < -16:
                Byte(PackStreamMarker.Int8);
                Byte((byte)value);
                break;
            case >= short.MinValue and <= short.MaxValue:
                Byte(PackStreamMarker.Int16);
                BinaryPrimitives.WriteInt16BigEndian(buffer.Append(2), (short)value);
                break;
            case >= int.MinValue and <= int.MaxValue:
                Byte(PackStreamMarker.Int32);
                BinaryPrimitives.WriteInt32BigEndian(buffer.Append(4), (int)value);
                break;
            default:
                Byte(PackStreamMarker.Int64);
                BinaryPrimitives.WriteInt64BigEndian(buffer.Append(8), value);
                break;
        }
    }

    public void Float(double value)
    {
        Byte(PackStreamMarker.Float);
        BinaryPrimitives.WriteDoubleBigEndian(buffer.Append(8), value);
    }

    public void Text(ReadOnlySpan<char> text)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        Head(size, PackStreamMarker.TinyText, PackStreamMarker.Text8);
        Encoding.UTF8.GetBytes(text, buffer.Append(size));
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        Head(utf8.Length, PackStreamMarker.TinyText, PackStreamMarker.Text8);
        buffer.Write(utf8);
    }

    public void List(int count) => Head(count, PackStreamMarker.TinyList, PackStreamMarker.List8);

    public void Map(int count) => Head(count, PackStreamMarker.TinyMap, PackStreamMarker.Map8);

    public void Structure(byte tag, int fields)
    {
        Byte((byte)(PackStreamMarker.TinyStructure + fields));
        Byte(tag);
    }

    /// <summary>A list whose length is known at its end only.</summary>
    /// <returns>What <see cref="Close"/> asks for.</returns>
    public int OpenList() => Open(PackStreamMarker.List32);

    /// <inheritdoc cref="OpenList"/>
    public int OpenMap() => Open(PackStreamMarker.Map32);

    public void Close(int opened, int count) => BinaryPrimitives.WriteInt32BigEndian(buffer.Written.Span[(opened + 1)..], count);

    private int Open(byte marker)
    {
        buffer.Append(SizeOfOpenHead)[0] = marker;
        return buffer.Length - SizeOfOpenHead;
    }

    // The markers for lengths of one, two and four bytes follow one another.
    private void Head(int length, byte tiny, byte marker)
    {
        switch (length)
        {
            case < 16:
                Byte((byte)(tiny + length));
                break;
            case <= byte.MaxValue:
                Byte(marker);
                Byte((byte)length);
                break;
            case <= ushort.MaxValue:
                Byte((byte)(marker + 1));
                BinaryPrimitives.WriteUInt16BigEndian(buffer.Append(2), (ushort)length);
                break;
            default:
                Byte((byte)(marker + 2));
                BinaryPrimitives.WriteInt32BigEndian(buffer.Append(4), length);
                break;
        }
    }

    private void Byte(byte value) => buffer.Append(1)[0] = value;
}
