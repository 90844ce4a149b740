using System.Text;

namespace FlowGraph.Query.Search;

/// <summary>The words of a text for an index that knows words only.</summary>
public static class SearchWords
{
    /// <summary>Folded words, each also in Latin letters where it is Hangul or Cyrillic, and of Hangul each syllable; letters and digits alone.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> words = [];
        var codes = new List<int>();
        CompatibleForm.Decompose(text, codes);
        var (word, latin, syllable) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i <= codes.Count; i++)
        {
            if (i < codes.Count && Rune.IsLetterOrDigit(new(codes[i])))
            {
                var small = Rune.ToLowerInvariant(new(codes[i]));
                word.Append(small.ToString());
                if (Romanisation.BeginsSyllable(small.Value))
                    EndSyllable();
                if (Romanisation.IsHangul(small.Value))
                    syllable.Append(Romanisation.Of(small.Value, []));
                latin.Append(Romanisation.Of(small.Value, i + 1 < codes.Count ? [codes[i + 1]] : []) ?? small.ToString());
            }
            else if (i == codes.Count || !IsMark(codes[i]))
            {
                words.Add(Model.Unicode.CanonicalForm.Of(word.ToString()));
                words.Add(latin.ToString());
                EndSyllable();
                word.Clear();
                latin.Clear();
            }
        }
        return [.. words.Where(found => found.Length > 0).Distinct(StringComparer.Ordinal)];

        void EndSyllable()
        {
            words.Add(syllable.ToString());
            syllable.Clear();
        }
    }

    private static bool IsMark(int code) => Rune.GetUnicodeCategory(new(code)) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
