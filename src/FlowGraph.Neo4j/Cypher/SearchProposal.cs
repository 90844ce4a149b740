using FlowGraph.Query.Search;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>What the full-text indexes and the keys are asked for, so that everything the matcher could like is among the answers.</summary>
internal sealed class SearchProposal(string text)
{
    private const int ShortestFuzzy = 3;
    private const int StartLength = 4;
    private const int LongWord = 8;

    /// <summary>In Lucene's language; empty where the text has no words. Small letters and digits alone, so nothing in it is an operator.</summary>
    public string Words { get; } = string.Join(" OR ", SearchWords.Of(text).SelectMany(word => Terms(word)));

    /// <summary>Ids are small, natural keys capital.</summary>
    public IReadOnlyList<string> Keys { get; } = KeysOf(string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))));

    private static IEnumerable<string> Terms(string word)
    {
        yield return $"{word}^4";
        yield return $"{word}*^2";
        // What is one word in one spelling is three in another.
        if (word.Length > StartLength && word.All(char.IsAsciiLetter))
        {
            yield return $"{word[..StartLength]}*";
            yield return $"{word[..StartLength]}~1";
        }
        if (word.Length >= ShortestFuzzy)
            yield return $"{word}~{(word.Length < LongWord ? "1" : "2")}";
    }

    private static List<string> KeysOf(string key)
    {
        List<string> keys = [key, key.ToUpperInvariant(), key.ToLowerInvariant()];
        if (key.StartsWith("imo", StringComparison.OrdinalIgnoreCase))
            keys.Add(key[3..]);
        return keys;
    }
}
