using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FlowGraph.Model.Values;

/// <summary>The short name of a fact in chain ids: the first 10 characters of the lower-case base32 of SHA-256 over its id.</summary>
public static class FactKey
{
    public const int Length = 10;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private static readonly SearchValues<char> _allowed = SearchValues.Create(Alphabet);

    public static string Of(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return string.Create(Length, Bits(id), static (characters, bits) =>
        {
            for (var i = 0; i < characters.Length; i++)
                characters[i] = Alphabet[(int)(bits >> (59 - 5 * i)) & 31];
        });
    }

    /// <summary>A number that two ids share exactly when they share the key.</summary>
    public static long NumberOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return (long)(Bits(id) >> (64 - 5 * Length));
    }

    /// <summary>Ten characters of the alphabet; not whether a fact has the key.</summary>
    public static bool IsValid(ReadOnlySpan<char> key) => key.Length == Length && !key.ContainsAnyExcept(_allowed);

    // Ten characters of five bits are the first fifty bits.
    private static ulong Bits(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
