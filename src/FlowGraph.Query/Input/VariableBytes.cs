using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FlowGraph.Query.Input;

/// <summary>Coerced variables as bytes that are the same when, and only when, they mean the same: of whatever order and layout the JSON was. Each value has its type before it and, where it has no fixed length, its length.</summary>
public ref struct VariableBytes
{
    private Span<byte> _buffer;
    private byte[]? _rented;
    private int _length;

    /// <param name="buffer">What is written goes there, as long as there is room.</param>
    public VariableBytes(Span<byte> buffer) => _buffer = buffer;

    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    /// <summary>Bytes that are taken as they are.</summary>
    public void Raw(scoped ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void Add(Variables variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        foreach (var value in variables.Values)
            Value(value);
    }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
        _rented = null;
        _buffer = [];
        _length = 0;
    }

    private void Value(object? value)
    {
        switch (value)
        {
            case null:
                Take(1)[0] = (byte)'n';
                break;
            case string text:
                Text('s', text);
                break;
            case int number:
                Number('i', number);
                break;
            case double number:
                var real = Take(9);
                real[0] = (byte)'d';
                BinaryPrimitives.WriteDoubleLittleEndian(real[1..], number);
                break;
            case bool flag:
                Take(1)[0] = (byte)(flag ? 't' : 'f');
                break;
            case DateOnly day:
                Number('y', day.DayNumber);
                break;
            case object?[] list:
                Number('l', list.Length);
                foreach (var item in list)
                    Value(item);
                break;
            case InputObject fields:
                Fields(fields);
                break;
            default:
                if (value != Variables.Absent)
                    throw new UnreachableException(value.GetType().Name);
                Take(1)[0] = (byte)'a';
                break;
        }
    }

    // The order of fields says nothing.
    private void Fields(InputObject fields)
    {
        Number('o', fields.Fields.Length);
        if (fields.Fields.Length == 1)
        {
            Text('k', fields.Fields[0].Key);
            Value(fields.Fields[0].Value);
            return;
        }
        var sorted = fields.Fields.ToArray();
        Array.Sort(sorted, static (x, y) => string.CompareOrdinal(x.Key, y.Key));
        foreach (var (name, value) in sorted)
        {
            Text('k', name);
            Value(value);
        }
    }

    private void Text(char type, string text)
    {
        Number(type, text.Length);
        Raw(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private void Number(char type, int number)
    {
        var place = Take(5);
        place[0] = (byte)type;
        BinaryPrimitives.WriteInt32LittleEndian(place[1..], number);
    }

    private Span<byte> Take(int count)
    {
        if (_buffer.Length - _length < count)
            Grow(count);
        _length += count;
        return _buffer.Slice(_length - count, count);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
        Written.CopyTo(larger);
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
        _buffer = _rented = larger;
    }
}
