using System.Buffers;
using System.Buffers.Binary;
using System.ComponentModel;
using Microsoft.Extensions.Caching.Hybrid;

namespace FlowGraph.Server.Caching;

/// <summary>An answer without errors, as it is sent. Immutable, so that all who ask for it are given the same bytes.</summary>
[ImmutableObject(true)]
internal sealed class CachedAnswer(ReadOnlyMemory<byte> body, int objects, bool isShared = false)
{
    private int _isFresh = isShared ? 1 : 0;

    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>How many it has, for those who count.</summary>
    public int Objects { get; } = objects;

    /// <summary>True once for an answer that came from Redis: afterwards it comes from memory.</summary>
    public bool ComesFromRedis() => _isFresh != 0 && Interlocked.Exchange(ref _isFresh, 0) != 0;
}

/// <summary>Four bytes for the number of objects, then the body.</summary>
internal sealed class CachedAnswerSerializer : IHybridCacheSerializer<CachedAnswer>
{
    public CachedAnswer Deserialize(ReadOnlySequence<byte> source)
    {
        var bytes = source.ToArray();
        return new(bytes.AsMemory(sizeof(int)), BinaryPrimitives.ReadInt32LittleEndian(bytes), isShared: true);
    }

    public void Serialize(CachedAnswer value, IBufferWriter<byte> target)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target.GetSpan(sizeof(int)), value.Objects);
        target.Advance(sizeof(int));
        target.Write(value.Body.Span);
    }
}
