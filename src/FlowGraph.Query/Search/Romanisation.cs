using System.Collections.Frozen;

namespace FlowGraph.Query.Search;

/// <summary>Hangul and Cyrillic, letter by letter, in Latin letters.</summary>
internal static class Romanisation
{
    private const int Breve = 0x306;
    private const int Diaeresis = 0x308;

    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int FirstTail = 0x11A8;

    private static readonly string[] _leads = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

    private static readonly string[] _vowels = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];

    private static readonly string[] _tails =
        ["k", "k", "ks", "n", "nj", "nh", "t", "l", "lk", "lm", "lp", "ls", "lt", "lp", "lh", "m", "p", "ps", "t", "t", "ng", "t", "t", "k", "t", "p", "h"];

    private static readonly FrozenDictionary<int, string> _cyrillic = new Dictionary<int, string>
    {
        ['а'] = "a",
        ['б'] = "b",
        ['в'] = "v",
        ['г'] = "g",
        ['д'] = "d",
        ['е'] = "e",
        ['ж'] = "zh",
        ['з'] = "z",
        ['и'] = "i",
        ['к'] = "k",
        ['л'] = "l",
        ['м'] = "m",
        ['н'] = "n",
        ['о'] = "o",
        ['п'] = "p",
        ['р'] = "r",
        ['с'] = "s",
        ['т'] = "t",
        ['у'] = "u",
        ['ф'] = "f",
        ['х'] = "kh",
        ['ц'] = "ts",
        ['ч'] = "ch",
        ['ш'] = "sh",
        ['щ'] = "shch",
        ['ъ'] = "",
        ['ы'] = "y",
        ['ь'] = "",
        ['э'] = "e",
        ['ю'] = "yu",
        ['я'] = "ya",
        ['є'] = "ye",
        ['і'] = "i",
        ['ґ'] = "g",
        ['ђ'] = "dj",
        ['ѕ'] = "dz",
        ['ј'] = "j",
        ['љ'] = "lj",
        ['њ'] = "nj",
        ['ћ'] = "c",
        ['џ'] = "dzh",
    }.ToFrozenDictionary();

    /// <summary>Decomposed.</summary>
    public static bool IsHangul(int letter) => letter is >= FirstLead and < 0x1200;

    public static bool BeginsSyllable(int letter) => letter is >= FirstLead and < FirstVowel;

    /// <summary>Null for a letter of another script.</summary>
    /// <param name="letter">Decomposed, small.</param>
    /// <param name="marks">What stands behind it: it makes и a й.</param>
    public static string? Of(int letter, ReadOnlySpan<int> marks)
    {
        if (letter - FirstLead is >= 0 and < 19 and var lead)
            return _leads[lead];
        if (letter - FirstVowel is >= 0 and < 21 and var vowel)
            return _vowels[vowel];
        if (letter - FirstTail is >= 0 and < 27 and var tail)
            return _tails[tail];
        if (!_cyrillic.TryGetValue(letter, out var latin))
            return null;
        return letter switch
        {
            'и' when marks.Contains(Breve) => "y",
            'і' when marks.Contains(Diaeresis) => "yi",
            _ => latin,
        };
    }
}
