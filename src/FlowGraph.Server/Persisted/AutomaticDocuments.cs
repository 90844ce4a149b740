using System.Security.Cryptography;
using System.Text;
using FlowGraph.Server.Caching;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;

namespace FlowGraph.Server.Persisted;

/// <summary>Documents that clients have sent once with their hash, and now name by it: as many as there is room for, and in Redis where there is one.</summary>
internal sealed class AutomaticDocuments(SharedCache? redis) : IDisposable
{
    private const int KeptCharacters = 4 * 1024 * 1024;

    // A small text takes more room for what stands around it.
    private const int Overhead = 500;

    private static readonly DistributedCacheEntryOptions _kept = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromDays(1) };

    private readonly MemoryCache _texts = new(new MemoryCacheOptions { SizeLimit = KeptCharacters });

    public void Dispose() => _texts.Dispose();

    /// <summary>The text with this hash; null where nobody has sent it.</summary>
    public async ValueTask<string?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        if (_texts.TryGetValue(hash, out string? known))
            return known;
        if (redis is null || await redis.GetAsync(Key(hash), cancellationToken) is not { } written || Convert.ToHexStringLower(SHA256.HashData(written)) != hash)
            return null;
        var text = Encoding.UTF8.GetString(written);
        Keep(hash, text);
        return text;
    }

    /// <param name="text">A valid document, which has this hash.</param>
    public async ValueTask KeepAsync(string hash, string text, CancellationToken cancellationToken)
    {
        if (_texts.TryGetValue(hash, out _))
            return;
        Keep(hash, text);
        if (redis is not null)
            await redis.SetAsync(Key(hash), Encoding.UTF8.GetBytes(text), _kept, cancellationToken);
    }

    private void Keep(string hash, string text) => _texts.Set(hash, text, new MemoryCacheEntryOptions { Size = text.Length + Overhead });

    private static string Key(string hash) => "document:" + hash;
}
