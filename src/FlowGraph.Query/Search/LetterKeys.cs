using System.Numerics;
using System.Text;

namespace FlowGraph.Query.Search;

/// <summary>The Korean keys of all names, each once, the short ones first, and which names have them.</summary>
internal sealed class LetterKeys
{
    private readonly Texts _keys;

    // Invariant: keys of n letters are those from _ofLength[n] up to _ofLength[n + 1]; the names of key k are _names[_firstName[k].._firstName[k + 1]].
    private readonly int[] _ofLength;
    private readonly ulong[] _signatures;
    private readonly int[] _firstName;
    private readonly int[] _names;

    /// <param name="keyOfName">Per name its key; -1 = it has none.</param>
    /// <param name="keys">With the number of their letters, in any order.</param>
    public LetterKeys(int[] keyOfName, IReadOnlyList<(byte[] Key, int Letters)> keys)
    {
        var order = Enumerable.Range(0, keys.Count).OrderBy(key => keys[key].Letters).ToArray();
        var place = new int[keys.Count];
        var texts = new TextsBuilder();
        _ofLength = new int[keys.Count == 0 ? 1 : keys[order[^1]].Letters + 2];
        _signatures = new ulong[keys.Count];
        for (var i = 0; i < order.Length; i++)
        {
            place[order[i]] = i;
            texts.Add(keys[order[i]].Key);
            _ofLength[keys[order[i]].Letters + 1]++;
            _signatures[i] = Signature(Letters(keys[order[i]].Key));
        }
        Sum(_ofLength);
        _keys = texts.Build();
        _firstName = new int[keys.Count + 1];
        foreach (var key in keyOfName)
        {
            if (key >= 0)
                _firstName[place[key] + 1]++;
        }
        Sum(_firstName);
        _names = new int[_firstName[^1]];
        var next = _firstName.ToArray();
        for (var name = 0; name < keyOfName.Length; name++)
        {
            if (keyOfName[name] >= 0)
                _names[next[place[keyOfName[name]]]++] = name;
        }
    }

    public ReadOnlySpan<int> NamesOf(int key) => _names.AsSpan(_firstName[key].._firstName[key + 1]);

    /// <summary>Keys that begin so and are longer.</summary>
    public IEnumerable<int> Beginning(byte[] start, int letters)
    {
        for (var key = First(letters + 1); key < _keys.Count; key++)
        {
            if (_keys[key].StartsWith(start))
                yield return key;
        }
    }

    /// <summary>Keys at most so many edits away, with their distance.</summary>
    public IEnumerable<(int Key, int Edits)> Near(int[] letters, int most, CancellationToken cancellationToken)
    {
        var signature = Signature(letters);
        var end = First(letters.Length + most + 1);
        for (var key = First(letters.Length - most); key < end; key++)
        {
            if ((key & 0xFFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            // An edit changes two bits at most.
            if (BitOperations.PopCount(_signatures[key] ^ signature) <= 2 * most && EditDistance.Within(letters, Letters(_keys[key]), most) is var edits && edits <= most)
                yield return (key, edits);
        }
    }

    private int First(int letters) => _ofLength[Math.Clamp(letters, 0, _ofLength.Length - 1)];

    private static int[] Letters(ReadOnlySpan<byte> key)
    {
        var letters = new int[key.Length];
        var count = 0;
        while (!key.IsEmpty)
        {
            Rune.DecodeFromUtf8(key, out var letter, out var length);
            letters[count++] = letter.Value;
            key = key[length..];
        }
        return count == letters.Length ? letters : letters[..count];
    }

    // Which letters are there, and which of a to z more than once.
    private static ulong Signature(ReadOnlySpan<int> letters)
    {
        var signature = 0UL;
        foreach (var letter in letters)
        {
            if (letter is < 'a' or > 'z')
            {
                signature |= 1UL << (52 + letter % 12);
                continue;
            }
            var bit = 1UL << (letter - 'a');
            signature |= (signature & bit) == 0 ? bit : bit << 26;
        }
        return signature;
    }

    private static void Sum(int[] counts)
    {
        for (var i = 1; i < counts.Length; i++)
            counts[i] += counts[i - 1];
    }
}
