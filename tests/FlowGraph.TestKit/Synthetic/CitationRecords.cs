using System.Text.Json;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>What a record's passages may say of it.</summary>
/// <param name="Disputed">The property that some of them dispute; null: they dispute the whole.</param>
/// <param name="MayDispute">False where a record says itself that something is denied or disputed: then every passage supports.</param>
/// <param name="OfRecord">The share of passages that were read for the record behind an edge.</param>
internal readonly record struct PassageRules(string? Disputed, bool MayDispute, double OfRecord);

/// <summary>The passages inside a record, from sources of which few are cited very often.</summary>
internal sealed class CitationRecords(SyntheticNumbers numbers)
{
    /// <param name="bare">What the ids begin with.</param>
    public void Write(Utf8JsonWriter json, string bare, string digits, int count, PassageRules rules, ref Dice dice)
    {
        var sources = numbers[RecordTypes.Source];
        Span<int> taken = count <= 64 ? stackalloc int[count] : new int[count];
        json.WriteStartArray("citations");
        for (var i = 0; i < count; i++)
        {
            var source = sources.First + dice.Ranked(sources.Count, 2);
            var again = Times(taken[..i], source);
            taken[i] = source;
            var name = numbers.Bare(source);
            json.WriteStartObject();
            json.WriteString("id", again == 0 ? $"citation:{bare}--{name}" : FormattableString.Invariant($"citation:{bare}--{name}--{again + 1}"));
            json.WriteString("source", $"source:{name}");
            // The first passage never disputes: what no source supports would be no fact.
            Passage(json, digits, i > 0 && rules.MayDispute && dice.Chance(0.13), rules, ref dice);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Passage(Utf8JsonWriter json, string digits, bool disputes, PassageRules rules, ref Dice dice)
    {
        var whole = rules.Disputed is null || dice.Chance(0.25);
        if (disputes && !whole)
            json.WriteString("property", rules.Disputed);
        if (dice.Chance(0.7))
        {
            json.WriteString("locator", "stored excerpt");
            json.WriteString("locatorKind", "EXCERPT");
        }
        else
        {
            json.WriteString("locator", FormattableString.Invariant($"para {dice.Between(1, 30)}"));
            json.WriteString("locatorKind", "PARAGRAPH");
        }
        json.WriteString("paraphrase", Wording.Passage(digits, ref dice));
        if (dice.Chance(0.03))
            json.WriteString("sourceWording", $"“{Wording.Cyrillic(ref dice)}, {Wording.Hangul(ref dice)}”");
        if (!disputes && rules.MayDispute && dice.Chance(0.005))
            json.WriteString("stance", "CONTEXT");
        json.WriteString("grade", disputes ? "DISPUTED" : dice.Of<string>((42, "CONFIRMED"), (33, "LIKELY"), (25, "REPORTED")));
        if (dice.Chance(rules.OfRecord))
            json.WriteString("scope", "RECORD");
        if (dice.Of<string>((57, ""), (18, "OFFICIAL_STATEMENT"), (12, "EXPERT"), (7, "INTELLIGENCE"), (3, "SATELLITE"), (2, "DOCUMENT"), (1, "AIS")) is { Length: > 0 } type)
            json.WriteString("evidenceType", type);
        if (dice.Chance(0.02))
            json.WriteString("retrievedAt", FormattableString.Invariant($"2021-{dice.Between(1, 12):00}-{dice.Between(1, 28):00}"));
    }

    private static int Times(ReadOnlySpan<int> taken, int source)
    {
        var times = 0;
        foreach (var other in taken)
            times += other == source ? 1 : 0;
        return times;
    }
}
