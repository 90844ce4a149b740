using System.Text;

namespace FlowGraph.Query.Search;

/// <summary>What is searched for, in every form in which it is compared.</summary>
internal sealed class SearchText
{
    private const int LettersPerEdit = 5;

    public SearchText(string text)
    {
        var folder = new TextFolder();
        folder.Fold(text);
        Exact = Encoding.UTF8.GetBytes(text);
        Folded = folder.Folded.ToArray();
        Digits = DigitRuns.Of(folder.Folded, folder.WordStarts);
        DigitCount = Digits.Sum(run => run.Length);
        Letters = folder.Key.ToArray();
        Key = Encoding.UTF8.GetBytes(string.Concat(Letters.Select(letter => new Rune(letter).ToString())));
        IsRomanised = folder.IsRomanised;
        KeyForm = Encoding.UTF8.GetBytes(string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))));
    }

    public byte[] Exact { get; }

    public byte[] Folded { get; }

    /// <summary>Numbers in the text, in their order.</summary>
    public byte[][] Digits { get; }

    public int DigitCount { get; }

    /// <summary>The Korean key.</summary>
    public int[] Letters { get; }

    /// <summary>The same as UTF-8.</summary>
    public byte[] Key { get; }

    public bool IsRomanised { get; }

    /// <summary>Without spaces: "RU VVO" is a key too.</summary>
    public byte[] KeyForm { get; }

    public int MostEdits => Letters.Length / LettersPerEdit;
}

/// <summary>Numbers within a folded text.</summary>
internal static class DigitRuns
{
    public static byte[][] Of(ReadOnlySpan<byte> folded, ReadOnlySpan<bool> wordStarts)
    {
        List<byte[]> runs = [];
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsAsciiDigit((char)folded[i]))
                continue;
            var end = i + 1;
            while (end < folded.Length && char.IsAsciiDigit((char)folded[end]) && !wordStarts[end])
                end++;
            runs.Add(folded[i..end].ToArray());
            i = end - 1;
        }
        return [.. runs];
    }
}
