namespace FlowGraph.Query.Search;

/// <summary>What the ways to write a Korean name in Latin letters have in common.</summary>
internal static class KoreanKey
{
    /// <summary>p=b k=g t=d ch=j r=l, then eo=o, eu=u, ae=e, then doubled letters single; in place.</summary>
    /// <returns>The key's length.</returns>
    public static int Of(Span<int> letters)
    {
        var length = Pair(letters, 'c', 'h', 'j');
        for (var i = 0; i < length; i++)
        {
            letters[i] = letters[i] switch
            {
                'p' => 'b',
                'k' => 'g',
                't' => 'd',
                'r' => 'l',
                var other => other,
            };
        }
        length = Pair(letters[..length], 'e', 'o', 'o');
        length = Pair(letters[..length], 'e', 'u', 'u');
        length = Pair(letters[..length], 'a', 'e', 'e');
        return Single(letters[..length]);
    }

    private static int Pair(Span<int> letters, int first, int second, int one)
    {
        var kept = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var isPair = letters[i] == first && i + 1 < letters.Length && letters[i + 1] == second;
            letters[kept++] = isPair ? one : letters[i];
            if (isPair)
                i++;
        }
        return kept;
    }

    private static int Single(Span<int> letters)
    {
        var kept = 0;
        foreach (var letter in letters)
        {
            if (kept == 0 || letters[kept - 1] != letter)
                letters[kept++] = letter;
        }
        return kept;
    }
}
