using System.Runtime.InteropServices;
using System.Text;
using static System.Globalization.UnicodeCategory;

namespace FlowGraph.Query.Search;

/// <summary>Takes texts apart for comparing. Its parts are those of the last text; one folder serves one thread.</summary>
internal sealed class TextFolder
{
    private readonly List<int> _codes = [];
    private readonly List<byte> _folded = [];
    private readonly List<bool> _wordStarts = [];
    private readonly List<int> _letters = [];

    /// <summary>Letters and digits alone, small, as UTF-8; every digit is one of 0 to 9.</summary>
    public ReadOnlySpan<byte> Folded => CollectionsMarshal.AsSpan(_folded);

    /// <summary>Which bytes of <see cref="Folded"/> begin a word.</summary>
    public ReadOnlySpan<bool> WordStarts => CollectionsMarshal.AsSpan(_wordStarts);

    /// <summary>The Korean key of the romanised letters, without digits.</summary>
    public ReadOnlySpan<int> Key => CollectionsMarshal.AsSpan(_letters);

    /// <summary>Some letter was Hangul or Cyrillic.</summary>
    public bool IsRomanised { get; private set; }

    public void Fold(string text)
    {
        _folded.Clear();
        _wordStarts.Clear();
        _letters.Clear();
        IsRomanised = false;
        CompatibleForm.Decompose(text, _codes);
        var codes = CollectionsMarshal.AsSpan(_codes);
        var isInWord = false;
        for (var i = 0; i < codes.Length; i++)
        {
            var rune = new Rune(codes[i]);
            switch (rune.IsAscii ? AsciiCategory(codes[i]) : Rune.GetUnicodeCategory(rune))
            {
                case NonSpacingMark or SpacingCombiningMark or EnclosingMark or Format:
                    break;
                case DecimalDigitNumber:
                    Append(new((int)Rune.GetNumericValue(rune) + '0'), ref isInWord);
                    break;
                case UppercaseLetter or LowercaseLetter or TitlecaseLetter or OtherLetter:
                    Letter(rune, codes[(i + 1)..], ref isInWord);
                    break;
                case ModifierLetter when !IsApostrophe(codes[i]):
                    Letter(rune, codes[(i + 1)..], ref isInWord);
                    break;
                default:
                    isInWord &= IsApostrophe(codes[i]);
                    break;
            }
        }
        CollectionsMarshal.SetCount(_letters, KoreanKey.Of(CollectionsMarshal.AsSpan(_letters)));
    }

    private void Letter(Rune letter, ReadOnlySpan<int> behind, ref bool isInWord)
    {
        // By way of the capital, so that ς and σ, ſ and s are one.
        var small = letter.IsAscii ? new Rune(letter.Value | 0x20) : Rune.ToLowerInvariant(Rune.ToUpperInvariant(letter));
        Append(small, ref isInWord);
        if (small.Value >= 0x300 && Romanisation.Of(small.Value, Marks(behind)) is { } latin)
        {
            IsRomanised = true;
            foreach (var one in latin)
                _letters.Add(one);
        }
        else
        {
            _letters.Add(small.Value);
        }
    }

    private void Append(Rune rune, ref bool isInWord)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var count = rune.EncodeToUtf8(utf8);
        for (var i = 0; i < count; i++)
        {
            _folded.Add(utf8[i]);
            _wordStarts.Add(i == 0 && !isInWord);
        }
        isInWord = true;
    }

    private static ReadOnlySpan<int> Marks(ReadOnlySpan<int> behind)
    {
        var count = 0;
        while (count < behind.Length && Rune.GetUnicodeCategory(new(behind[count])) == NonSpacingMark)
            count++;
        return behind[..count];
    }

    private static System.Globalization.UnicodeCategory AsciiCategory(int code) =>
        char.IsAsciiLetter((char)code) ? LowercaseLetter : char.IsAsciiDigit((char)code) ? DecimalDigitNumber : OtherPunctuation;

    // Romanisations write them within words: Ch'ŏn, Voskresen'ye.
    private static bool IsApostrophe(int code) => code is '\'' or '`' or 0xB4 or (>= 0x2B0 and <= 0x2FF) or 0x2018 or 0x2019 or 0x201B or 0x2032;
}
