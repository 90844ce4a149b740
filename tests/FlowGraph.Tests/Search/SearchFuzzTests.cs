using System.Globalization;
using FlowGraph.Query.Search;
using FlowGraph.TestKit.Oracle;
using Xunit;

namespace FlowGraph.Tests.Search;

/// <summary>The index finds what comparing the text with every name finds.</summary>
public sealed class SearchFuzzTests
{
    private const int Seed = 20241018;

    private static readonly string[] _parts =
    [
        "a", "b", "p", "k", "g", "t", "d", "ch", "j", "r", "l", "eo", "eu", "ae", "o", "u", "e", "ŏ", "é", "e\u0301", "S", "N", " ", " ", "-", "'", "1", "2", "12", "03", "٣", "백", "양", "산", "\u1100", "\u1161",
        "\u11a8", "П", "о", "р", "т", "й", "и\u0306", "ё", "ь", "ї", "江", "の", "\ud83d\ude00", "\u200f", "\u0000", "ß", "ʼ", "ç", "ø", "Ω", "ς",
    ];

    [Theory]
    [InlineData(SearchMode.Exact)]
    [InlineData(SearchMode.Folded)]
    [InlineData(SearchMode.Fuzzy)]
    public void Finds_what_a_plain_comparison_of_all_names_finds(SearchMode mode)
    {
        var random = new Random(Seed);
        for (var round = 0; round < 60; round++)
        {
            List<string> names = [.. Enumerable.Range(0, 40).Select(_ => Text(random, 12))];
            var index = NamedShips.Of(names);
            for (var i = 0; i < 20; i++)
            {
                var text = random.Next(3) == 0 ? Text(random, 8) : Changed(names[random.Next(names.Count)], random);
                var expected = names.Select((name, at) => (Id: FormattableString.Invariant($"vessel:s{at:000000}"), Fit: PlainSearch.Of(text, name, mode.ToString().ToUpperInvariant())))
                    .Where(pair => pair.Fit?.Score >= 40).Select(pair => (pair.Id, pair.Fit!.Value.Score, pair.Fit.Value.How)).OrderBy(hit => hit.Id, StringComparer.Ordinal);

                var found = index.Find(text, mode).Hits.Select(hit => (hit.Id, hit.Score, hit.Matches[0].How.ToString().ToUpperInvariant())).OrderBy(hit => hit.Id, StringComparer.Ordinal);

                Assert.True(expected.SequenceEqual(found), $"Seed {Seed}, round {round}: '{text}' ({Codes(text)}) in {mode}: expected {string.Join(", ", expected)}, found {string.Join(", ", found)}, in {string.Join(" | ", names)}");
            }
        }
    }

    [Fact]
    public void Any_text_has_an_answer()
    {
        var random = new Random(Seed);
        var index = NamedShips.Of([.. Enumerable.Range(0, 200).Select(_ => Text(random, 30))]);
        for (var i = 0; i < 3000; i++)
        {
            var letters = new char[random.Next(1, 200)];
            for (var j = 0; j < letters.Length; j++)
                letters[j] = (char)(random.Next(4) == 0 ? random.Next(0xD7FF, 0xE001) : random.Next(2) == 0 ? random.Next(32, 127) : random.Next(0x10000));

            var fault = Record.Exception(() => index.Find(new string(letters)));

            Assert.True(fault is null, $"Seed {Seed}, text {i}: {fault}");
        }
    }

    private static string Text(Random random, int most) => string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => _parts[random.Next(_parts.Length)]));

    private static string Changed(string name, Random random)
    {
        var runes = name.EnumerateRunes().ToList();
        for (var i = random.Next(3); i > 0 && runes.Count > 0; i--)
        {
            var at = random.Next(runes.Count);
            if (random.Next(2) == 0)
                runes.RemoveAt(at);
            else
                runes.InsertRange(at, _parts[random.Next(_parts.Length)].EnumerateRunes());
        }
        var start = random.Next(3) == 0 ? random.Next(runes.Count + 1) : 0;
        var text = string.Concat(runes[start..].Select(rune => rune.ToString()));
        return random.Next(4) == 0 ? text.ToUpperInvariant() : text;
    }

    private static string Codes(string text) => string.Join(' ', text.EnumerateRunes().Select(rune => rune.Value.ToString("X4", CultureInfo.InvariantCulture)));
}
