using System.Buffers.Binary;

namespace FlowGraph.Neo4j.Bolt;

public enum PackStreamKind
{
    Null,
    Boolean,
    Integer,
    Float,
    Text,
    Bytes,
    List,
    Map,
    Structure,
}

/// <summary>Reads PackStream value by value; of a list, map or structure first the head, then what is in it.</summary>
/// <exception cref="InvalidDataException">These bytes are no PackStream, or end too early.</exception>
public ref struct PackStreamReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>Of the value that was read last, as is all that follows.</summary>
    public PackStreamKind Kind { get; private set; }

    /// <summary>An integer; of a flag, 1 or 0.</summary>
    public long Integer { get; private set; }

    public double Float { get; private set; }

    /// <summary>UTF-8 of a text; bytes.</summary>
    public ReadOnlySpan<byte> Span { get; private set; }

    /// <summary>How many items, pairs or fields follow.</summary>
    public int Count { get; private set; }

    /// <summary>What a structure is.</summary>
    public byte Tag { get; private set; }

    public readonly bool IsAtEnd => _position == _bytes.Length;

    public void Read()
    {
        var marker = Take(1)[0];
        switch (marker)
        {
            case < PackStreamMarker.TinyText or >= 0xF0:
                (Kind, Integer) = (PackStreamKind.Integer, (sbyte)marker);
                break;
            case < PackStreamMarker.TinyList:
                Text(PackStreamKind.Text, marker & 15);
                break;
            case < PackStreamMarker.TinyMap:
                Container(PackStreamKind.List, marker & 15);
                break;
            case < PackStreamMarker.TinyStructure:
                Container(PackStreamKind.Map, marker & 15);
                break;
            case < PackStreamMarker.Null:
                Container(PackStreamKind.Structure, marker & 15);
                Tag = Take(1)[0];
                break;
            default:
                Long(marker);
                break;
        }
    }

    /// <summary>Passes over what is in the container whose head was read last; over nothing after any other value.</summary>
    public void Skip()
    {
        for (var left = Inside(); left > 0; left--)
        {
            Read();
            left += Inside();
        }
    }

    /// <summary>A text that must come next: the name of a map's pair.</summary>
    public ReadOnlySpan<byte> ReadName()
    {
        Read();
        return Kind == PackStreamKind.Text ? Span : throw new InvalidDataException($"A map has a {Kind} for a name.");
    }

    private readonly long Inside() => Kind switch
    {
        PackStreamKind.List or PackStreamKind.Structure => Count,
        PackStreamKind.Map => Count * 2L,
        _ => 0,
    };

    private void Long(byte marker)
    {
        switch (marker)
        {
            case PackStreamMarker.Null:
                Kind = PackStreamKind.Null;
                break;
            case PackStreamMarker.Float:
                (Kind, Float) = (PackStreamKind.Float, BinaryPrimitives.ReadDoubleBigEndian(Take(8)));
                break;
            case PackStreamMarker.False or PackStreamMarker.True:
                (Kind, Integer) = (PackStreamKind.Boolean, marker - PackStreamMarker.False);
                break;
            case PackStreamMarker.Int8:
                (Kind, Integer) = (PackStreamKind.Integer, (sbyte)Take(1)[0]);
                break;
            case PackStreamMarker.Int16:
                (Kind, Integer) = (PackStreamKind.Integer, BinaryPrimitives.ReadInt16BigEndian(Take(2)));
                break;
            case PackStreamMarker.Int32:
                (Kind, Integer) = (PackStreamKind.Integer, BinaryPrimitives.ReadInt32BigEndian(Take(4)));
                break;
            case PackStreamMarker.Int64:
                (Kind, Integer) = (PackStreamKind.Integer, BinaryPrimitives.ReadInt64BigEndian(Take(8)));
                break;
            case >= PackStreamMarker.Bytes8 and <= PackStreamMarker.Bytes32:
                Text(PackStreamKind.Bytes, Length(marker - PackStreamMarker.Bytes8));
                break;
            case >= PackStreamMarker.Text8 and <= PackStreamMarker.Text32:
                Text(PackStreamKind.Text, Length(marker - PackStreamMarker.Text8));
                break;
            case >= PackStreamMarker.List8 and <= PackStreamMarker.List32:
                Container(PackStreamKind.List, Length(marker - PackStreamMarker.List8));
                break;
            case >= PackStreamMarker.Map8 and <= PackStreamMarker.Map32:
                Container(PackStreamKind.Map, Length(marker - PackStreamMarker.Map8));
                break;
            default:
                throw new InvalidDataException(FormattableString.Invariant($"No value begins with the byte {marker:X2}."));
        }
    }

    private void Text(PackStreamKind kind, int length)
    {
        Kind = kind;
        Span = Take(length);
    }

    private void Container(PackStreamKind kind, int count) => (Kind, Count) = (kind, count);

    private int Length(int size) => size switch
    {
        0 => Take(1)[0],
        1 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        _ => BinaryPrimitives.ReadInt32BigEndian(Take(4)) is >= 0 and var length ? length : throw new InvalidDataException("A value is longer than any can be."),
    };

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_bytes.Length - _position < count)
            throw new InvalidDataException("A message ends within a value.");
        _position += count;
        return _bytes.Slice(_position - count, count);
    }
}
