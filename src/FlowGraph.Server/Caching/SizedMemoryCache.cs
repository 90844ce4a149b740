using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;

namespace FlowGraph.Server.Caching;

/// <summary>A memory cache of so many bytes, in which an entry weighs what it takes of memory: its value, and its key, its place in the table and what the runtime adds to each of them, which for a small answer is most of it.</summary>
internal sealed class SizedMemoryCache(long bytes) : IMemoryCache
{
    private const int Overhead = 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = bytes });

    public bool TryGetValue(object key, out object? value) => _cache.TryGetValue(key, out value);

    public void Remove(object key) => _cache.Remove(key);

    public ICacheEntry CreateEntry(object key) => new Entry(_cache.CreateEntry(key));

    public void Dispose() => _cache.Dispose();

    private sealed class Entry(ICacheEntry entry) : ICacheEntry
    {
        public object Key => entry.Key;

        public object? Value { get => entry.Value; set => entry.Value = value; }

        public DateTimeOffset? AbsoluteExpiration { get => entry.AbsoluteExpiration; set => entry.AbsoluteExpiration = value; }

        public TimeSpan? AbsoluteExpirationRelativeToNow { get => entry.AbsoluteExpirationRelativeToNow; set => entry.AbsoluteExpirationRelativeToNow = value; }

        public TimeSpan? SlidingExpiration { get => entry.SlidingExpiration; set => entry.SlidingExpiration = value; }

        public IList<IChangeToken> ExpirationTokens => entry.ExpirationTokens;

        public IList<PostEvictionCallbackRegistration> PostEvictionCallbacks => entry.PostEvictionCallbacks;

        public CacheItemPriority Priority { get => entry.Priority; set => entry.Priority = value; }

        public long? Size { get; set; }

        // Disposing of an entry is what puts it into the cache.
        public void Dispose()
        {
            entry.Size = (Size ?? 0) + Overhead;
            entry.Dispose();
        }
    }
}
