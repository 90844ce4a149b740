using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FlowGraph.Model.Unicode;

/// <summary>Normalization form C.</summary>
/// <remarks>With invariant globalization <see cref="string.Normalize()"/> leaves text as it is, on a machine with ICU and without; hence a table of our own.</remarks>
public static class CanonicalForm
{
    // Below this code point nothing composes, decomposes or has a combining class.
    private const char FirstAffected = '\u0300';

    private const int SyllableBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;
    private const int SyllableCount = LeadCount * VowelCount * TailCount;

    private static readonly Lazy<Table> _table = new(Table.Read);

    public static string Of(string text) => text.AsSpan().ContainsAnyExceptInRange('\0', (char)(FirstAffected - 1)) ? Compose(Decompose(text)) : text;

    /// <summary>Normalization form D, as code points; half a surrogate pair becomes U+FFFD.</summary>
    public static List<int> Decompose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var codes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Decompose(rune.Value, codes);

        // Canonical ordering: marks between two starters are sorted by class, equal ones keep their order.
        var classes = _table.Value.Classes;
        for (var i = 1; i < codes.Count; i++)
        {
            var own = classes.GetValueOrDefault(codes[i]);
            for (var j = i; own > 0 && j > 0 && classes.GetValueOrDefault(codes[j - 1]) > own; j--)
                (codes[j - 1], codes[j]) = (codes[j], codes[j - 1]);
        }

        return codes;
    }

    private static void Decompose(int code, List<int> codes)
    {
        if (code - SyllableBase is >= 0 and < SyllableCount and var syllable)
        {
            codes.Add(LeadBase + (syllable / (VowelCount * TailCount)));
            codes.Add(VowelBase + (syllable % (VowelCount * TailCount) / TailCount));
            if (syllable % TailCount > 0)
                codes.Add(TailBase + (syllable % TailCount));
        }
        else if (_table.Value.Parts.TryGetValue(code, out var parts))
        {
            foreach (var part in parts)
                Decompose(part, codes);
        }
        else
        {
            codes.Add(code);
        }
    }

    private static string Compose(List<int> codes)
    {
        var classes = _table.Value.Classes;
        var starter = -1;
        var last = 0;
        var kept = 0;
        for (var i = 0; i < codes.Count; i++)
        {
            var own = classes.GetValueOrDefault(codes[i]);
            // A mark reaches its starter unless one of its class or a higher one stands between them.
            var reaches = starter >= 0 && (kept == starter + 1 || (last > 0 && last < own));
            if (reaches && Composite(codes[starter], codes[i]) is { } composite)
            {
                codes[starter] = composite;
                continue;
            }

            if (own == 0)
                starter = kept;
            last = own;
            codes[kept++] = codes[i];
        }

        var text = new StringBuilder(kept);
        for (var i = 0; i < kept; i++)
            text.Append(new Rune(codes[i]).ToString());
        return text.ToString();
    }

    private static int? Composite(int first, int second)
    {
        if (first - LeadBase is >= 0 and < LeadCount and var lead && second - VowelBase is >= 0 and < VowelCount and var vowel)
            return SyllableBase + (((lead * VowelCount) + vowel) * TailCount);
        if (first - SyllableBase is >= 0 and < SyllableCount and var syllable && syllable % TailCount == 0 && second - TailBase is > 0 and < TailCount and var tail)
            return SyllableBase + syllable + tail;
        return _table.Value.Composites.TryGetValue((first, second), out var composite) ? composite : null;
    }

    private sealed record Table(FrozenDictionary<int, int[]> Parts, FrozenDictionary<(int First, int Second), int> Composites, FrozenDictionary<int, int> Classes)
    {
        public static Table Read()
        {
            var parts = new Dictionary<int, int[]>();
            var composites = new Dictionary<(int, int), int>();
            var classes = new Dictionary<int, int>();
            using var reader = new StreamReader(typeof(Table).Assembly.GetManifestResourceStream("canonical.txt")!); // embedded by this project
            while (reader.ReadLine() is { } line)
            {
                var words = line.Split(' ');
                switch (words[0])
                {
                    case "c" or "d":
                        int[] codes = [.. words.Skip(2).Select(Code)];
                        parts.Add(Code(words[1]), codes);
                        if (words[0] == "c")
                            composites.Add((codes[0], codes[1]), Code(words[1]));
                        break;
                    case "k":
                        var own = int.Parse(words[1], CultureInfo.InvariantCulture);
                        foreach (var range in words.Skip(2).Select(word => word.Split('-')))
                        {
                            for (var code = Code(range[0]); code <= Code(range[^1]); code++)
                                classes.Add(code, own);
                        }

                        break;
                }
            }

            return new Table(parts.ToFrozenDictionary(), composites.ToFrozenDictionary(), classes.ToFrozenDictionary());
        }

        private static int Code(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
