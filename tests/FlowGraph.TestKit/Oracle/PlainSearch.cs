using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FlowGraph.Model.Unicode;

namespace FlowGraph.TestKit.Oracle;

/// <summary>How well one name fits a text, in the plainest way: words as strings, every comparison in full.</summary>
public static partial class PlainSearch
{
    private const string Cyrillic =
        "а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya "
        + "ё e є ye і i ї yi ґ g ђ dj ѕ dz ј j љ lj њ nj ћ c џ dzh ѐ e ѝ i ѓ g ќ k ў u";

    private const string Leads = "g kk n d tt r m b pp s ss - j jj ch k t p h";
    private const string Vowels = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i";
    private const string Tails = "k k ks n nj nh t l lk lm lp ls lt lp lh m p ps t t ng t t k t p h";

    private static readonly Dictionary<string, string> _latin = Pairs(Cyrillic)
        .Concat(Jamo(0x1100, Leads)).Concat(Jamo(0x1161, Vowels)).Concat(Jamo(0x11A8, Tails)).ToDictionary(pair => pair.Letter, pair => pair.Latin == "-" ? "" : pair.Latin);

    /// <returns>Points before what the field costs, and the way; null when it does not fit.</returns>
    public static (int Score, string How)? Of(string text, string name, string mode)
    {
        List<(int Score, string How)> ways = [];
        if (text == name)
            ways.Add((95, "EXACT"));
        var (words, ownWords) = (Words(text), Words(name));
        var (folded, own) = (string.Concat(words), string.Concat(ownWords));
        var (digits, ownDigits) = (Numbers(words), Numbers(ownWords));
        var missing = string.Concat(ownDigits).Length > string.Concat(digits).Length ? 10 : 0;
        if (mode != "EXACT" && folded.Length > 0)
        {
            if (folded == own)
                ways.Add((90, "FOLDED"));
            for (var i = 0; i < ownWords.Count; i++)
            {
                if (Begins(ownWords[i..], folded))
                    ways.Add(((i == 0 ? 60 : 50) - missing, "PREFIX"));
            }
        }
        var (letters, isRomanised) = Key(text);
        var (ownLetters, isOwnRomanised) = Key(name);
        if (mode == "FUZZY" && letters.Count > 0 && ownLetters.Count > 0 && IsWithin(digits, ownDigits))
        {
            var edits = Edits(letters, ownLetters);
            if (edits == 0)
                ways.Add((80 - missing, "ROMANISED"));
            else if (edits <= letters.Count / 5)
                ways.Add((75 - 5 * edits - missing, "FUZZY"));
            if ((isRomanised || isOwnRomanised) && ownLetters.Count > letters.Count && ownLetters[..letters.Count].SequenceEqual(letters))
                ways.Add((60 - missing, "PREFIX"));
        }
        string[] order = ["EXACT", "FOLDED", "ROMANISED", "FUZZY", "PREFIX"];
        return ways.Count == 0 ? null : ways.OrderByDescending(way => way.Score).ThenBy(way => Array.IndexOf(order, way.How)).First();
    }

    private static IEnumerable<(string Letter, string Latin)> Pairs(string text) => text.Split(' ').Chunk(2).Select(pair => (pair[0], pair[1]));

    private static IEnumerable<(string Letter, string Latin)> Jamo(int first, string latin) => latin.Split(' ').Select((one, i) => (((char)(first + i)).ToString(), one));

    /// <summary>Small letters and digits, in words.</summary>
    private static List<string> Words(string text)
    {
        var plain = new StringBuilder();
        foreach (var code in CanonicalForm.Decompose(text))
        {
            var rune = new Rune(code);
            var category = Rune.GetUnicodeCategory(rune);
            var isDropped = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
                || "'`´‘’‛′".Contains(rune.ToString(), StringComparison.Ordinal) || code is >= 0x2B0 and < 0x300;
            if (!isDropped)
                plain.Append(Rune.IsLetter(rune) ? Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).ToString() : Rune.IsDigit(rune) ? Rune.GetNumericValue(rune).ToString(CultureInfo.InvariantCulture) : " ");
        }
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static List<string> Numbers(List<string> words) => [.. words.SelectMany(word => Digits().Matches(word).Select(match => match.Value))];

    /// <summary>Whether the words begin so, without a number cut in two.</summary>
    private static bool Begins(List<string> words, string start)
    {
        var all = string.Concat(words);
        if (!all.StartsWith(start, StringComparison.Ordinal) || all.Length == start.Length)
            return all == start;
        var isWordEnd = Enumerable.Range(1, words.Count).Any(count => string.Concat(words[..count]).Length == start.Length);
        return isWordEnd || !char.IsAsciiDigit(start[^1]) || !char.IsAsciiDigit(all[start.Length]);
    }

    private static bool IsWithin(List<string> digits, List<string> all)
    {
        var next = 0;
        foreach (var number in all)
            next += next < digits.Count && digits[next] == number ? 1 : 0;
        return next == digits.Count;
    }

    private static (List<Rune> Letters, bool IsRomanised) Key(string text)
    {
        var latin = new StringBuilder();
        var isRomanised = false;
        foreach (var letter in CanonicalForm.Of(text).EnumerateRunes().Select(rune => Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).ToString()))
        {
            // A syllable is its letters, and a letter with an accent that makes no other letter is that letter.
            var parts = _latin.ContainsKey(letter) ? [letter] : CanonicalForm.Decompose(letter).Select(code => new Rune(code).ToString()).ToArray();
            foreach (var part in parts)
            {
                isRomanised |= _latin.ContainsKey(part);
                latin.Append(_latin.GetValueOrDefault(part, part));
            }
        }
        var key = Digits().Replace(string.Concat(Words(latin.ToString())), "");
        string[] same = ["ch j", "p b", "k g", "t d", "r l", "eo o", "eu u", "ae e"];
        foreach (var pair in same.Select(pair => pair.Split(' ')))
            key = key.Replace(pair[0], pair[1], StringComparison.Ordinal);
        List<Rune> letters = [];
        foreach (var rune in key.EnumerateRunes())
        {
            if (letters.Count == 0 || letters[^1] != rune)
                letters.Add(rune);
        }
        return (letters, isRomanised);
    }

    private static int Edits(List<Rune> x, List<Rune> y)
    {
        var cost = new int[x.Count + 1, y.Count + 1];
        for (var i = 0; i <= x.Count; i++)
        {
            for (var j = 0; j <= y.Count; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1));
            }
        }
        return cost[x.Count, y.Count];
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
