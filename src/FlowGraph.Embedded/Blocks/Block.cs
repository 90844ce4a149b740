using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowGraph.Embedded.Blocks;

/// <summary>A fixed row of numbers that is never written again: in memory of this process, where a release was just built, or in the file that a compiled one is mapped from. Reading is the same.</summary>
/// <remarks>
/// Whoever holds a block holds its memory: the owner is the array, which is pinned, or the handle of the mapping, which takes the mapping back when
/// nothing holds it any more. A span of a block holds nothing, nor does a loop over it; <see cref="EmbeddedStore"/> says who does meanwhile.
/// </remarks>
internal readonly unsafe struct Block<T>
    where T : unmanaged
{
    private readonly T* _first;
    private readonly int _length;
    private readonly object _owner;

    internal Block(T* first, int length, object owner)
    {
        _first = first;
        _length = length;
        _owner = owner;
    }

    public int Length => _length;

    public T this[int i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)i >= (uint)_length)
                Refuse(i, _length);
            return _first[i];
        }
    }

    public ReadOnlySpan<T> Span => new(_first, _length);

    public ReadOnlySpan<T> this[Range range] => Span[range];

    /// <summary>The same for who keeps it longer than a span lives.</summary>
    public ReadOnlyMemory<T> Memory => _owner is T[] array ? array : new MappedMemory<T>(this).Memory;

    /// <param name="values">To be written by whoever asks, before others read.</param>
    public static Block<T> Create(int length, out Span<T> values)
    {
        var array = GC.AllocateArray<T>(length, pinned: true);
        values = array;
        return new((T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)), length, array);
    }

    [DoesNotReturn]
    private static void Refuse(int i, int length) => throw new ArgumentOutOfRangeException(nameof(i), i, $"The block has {length}.");
}

internal static class Block
{
    public static Block<T> Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var block = Block<T>.Create(values.Length, out var all);
        values.CopyTo(all);
        return block;
    }

    public static Block<T> Of<TItem, T>(IReadOnlyList<TItem> items, Func<TItem, T> value)
        where T : unmanaged
    {
        var block = Block<T>.Create(items.Count, out var all);
        for (var i = 0; i < all.Length; i++)
            all[i] = value(items[i]);
        return block;
    }
}
