using System.Globalization;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>Names and sentences that nobody takes for real ones.</summary>
internal static class Wording
{
    private static readonly string[] _latin = ["ba", "chon", "dé", "fa", "gor", "ho", "jin", "ka", "lo", "mæ", "na", "ŏr", "pa", "quin", "ro", "sa", "tu", "vel", "wŏn", "za"];
    private static readonly string[] _cyrillic = ["ба", "вел", "гор", "да", "жи", "зо", "ка", "лу", "мо", "на", "пэк", "ро", "са", "ту", "фа", "чон", "ша", "юр"];
    private static readonly string[] _hangul = ["가", "나", "두", "래", "모", "백", "산", "양", "정", "천", "하", "호"];

    private static readonly string[] _who = ["An invented observer", "A made-up outlet", "The imagined authority", "An unnamed invented official", "A fictional institute", "The made-up registry"];
    private static readonly string[] _says = ["says that the ship", "reports that the cargo", "doubts that the consignment", "notes that the convoy", "writes that the unit", "lists how the party"];
    private static readonly string[] _did = ["left the terminal before the month ended", "was seen beside the second pier", "reached the border by rail", "carried more than was declared", "changed its name on the way", "returned without its load"];
    private static readonly string[] _nouns = ["containers", "rounds", "mortar shells", "rockets", "spare parts", "rail cars with crates"];

    /// <summary>"Synthetic Chonvel 000123", sometimes in Cyrillic or Hangul.</summary>
    public static string Name(string noun, string digits, ref Dice dice) => dice.Below(100) switch
    {
        < 84 => $"Synthetic {Word(_latin, ref dice)}{noun} {digits}",
        < 93 => $"Синтетик {Word(_cyrillic, ref dice)} {digits}",
        _ => $"합성 {Word(_hangul, ref dice)} {digits}",
    };

    public static string Latin(ref Dice dice) => Word(_latin, ref dice);

    public static string Cyrillic(ref Dice dice) => Word(_cyrillic, ref dice);

    public static string Hangul(ref Dice dice) => Word(_hangul, ref dice);

    /// <summary>A passage in our words, 60 to 120 characters.</summary>
    public static string Passage(string digits, ref Dice dice) => $"{dice.Of(_who)} {dice.Of(_says)} {dice.Of(_did)} ({Word(_latin, ref dice)} {digits}).";

    public static string Note(ref Dice dice) => $"{dice.Of(_who)} {dice.Of(_says)} {dice.Of(_did)}.";

    public static string Body(ref Dice dice) => dice.Of(_who);

    public static string Materiel(ref Dice dice) => $"Synthetic {dice.Of(_nouns)}";

    /// <summary>EDTF: mostly a day, now and then a month, a year, an interval, an open end, a doubt.</summary>
    public static string Date(ref Dice dice)
    {
        var (year, month, day) = (dice.Between(2001, 2020), dice.Between(1, 12), dice.Between(1, 28));
        var text = dice.Below(100) switch
        {
            < 68 => Day(year, month, day),
            < 79 => Month(year, month),
            < 82 => Year(year),
            < 90 => $"{Month(year, month)}/{Month(year + 1, dice.Between(1, 12))}",
            < 96 => $"{Day(year, month, day)}/{Day(year, month, 28)}",
            < 98 => $"../{Day(year, month, day)}",
            _ => $"{Day(year, month, day)}/..",
        };
        return text[^1] != '.' && dice.Chance(0.04) ? text + dice.Of('~', '?', '%') : text;
    }

    private static string Day(int year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");

    private static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");

    private static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static string Word(string[] syllables, ref Dice dice)
    {
        var word = string.Concat(dice.Of(syllables), dice.Of(syllables), dice.Chance(0.5) ? dice.Of(syllables) : "");
        return string.Concat(word[..1].ToUpperInvariant(), word.AsSpan(1));
    }
}
