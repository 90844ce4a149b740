using System.Text.Json;
using static FlowGraph.TestKit.Synthetic.RecordTypes;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>Claims with every bound a figure can have, sources that relay each other, and whose word a source's is.</summary>
internal sealed class EvidenceRecords(SyntheticPlan plan)
{
    private const int FewestPublishers = 20;

    private readonly SyntheticNumbers _numbers = plan.Numbers;

    public void WriteClaim(Utf8JsonWriter json, DrawnClaim claim, ref Dice dice)
    {
        var property = claim.Property;
        json.WriteString("subject", _numbers.Id(property.Type, claim.Subject));
        json.WriteString("property", property.Name);
        if (property.Unit is { } unit)
            WriteFigure(json, claim, unit, ref dice);
        else
            json.WriteString("value", Words(property, ref dice));
        if (dice.Chance(0.12))
            json.WriteString("asOf", Wording.Date(ref dice));
        if (dice.Chance(0.3))
            json.WriteString("qualifier", dice.Of("about", "over", "hundreds of", "at most", "nearly"));
        if (dice.Chance(0.14))
            json.WriteString("method", "Invented count of what was said");
        if (plan.HasAsserter(claim.Number))
            json.WriteString("assertedBy", dice.Chance(0.2) ? _numbers.Any(State, 2, ref dice) : _numbers.Any(Organization, 3, ref dice));
        else
            json.WriteString("assertedByNote", Wording.Body(ref dice));
        WriteRank(json, claim, ref dice);
    }

    public void WriteSource(Utf8JsonWriter json, int number, ref Dice dice)
    {
        var sources = _numbers[Source];
        var digits = _numbers.Digits(number);
        json.WriteString("title", $"Synthetic report on {dice.Of(Wording.Latin(ref dice), Wording.Cyrillic(ref dice), Wording.Hangul(ref dice))} {digits}");
        json.WriteString("publisher", FormattableString.Invariant($"Synthetic Press {dice.Ranked(FewestPublishers + sources.Count / 8, 2):0000}"));
        if (dice.Chance(0.1))
        {
            json.WriteStartArray("authors");
            json.WriteStringValue($"Invented {Wording.Latin(ref dice)}");
            json.WriteEndArray();
        }
        if (dice.Chance(0.56))
            json.WriteString("publishedAt", Wording.Date(ref dice));
        if (dice.Chance(0.96))
            json.WriteString("url", $"https://synthetic.example/{digits}");
        if (dice.Chance(0.1))
            json.WriteString("archiveUrl", $"https://archive.example/{digits}");
        if (dice.Chance(0.95))
            json.WriteString("language", dice.Of<string>((75, "en"), (15, "ru"), (10, "ko")));
        json.WriteString("category", dice.Of<string>((84, "NEWS_REPORT"), (4, "REFERENCE"), (4, "OFFICIAL_STATEMENT"), (3, "INVESTIGATION"), (2, "UN_DOCUMENT"), (2, "SATELLITE_IMAGERY"), (1, "SANCTIONS_NOTICE")));
        json.WriteBoolean("primary", dice.Chance(0.1));
        json.WriteBoolean("textRead", dice.Chance(0.95));
        if (dice.Chance(0.3))
            json.WriteString("accessNote", "Invented: nobody can read it");
        if (dice.Chance(0.08))
        {
            json.WriteString("note", "Machine translation of an invented text");
            json.WriteString("reliability", "D");
        }
        if (plan.IsRelay(number))
        {
            json.WriteStartArray("derivedFrom");
            json.WriteStringValue(_numbers.Id(Source, sources.First + dice.Ranked(number - sources.First, 3)));
            json.WriteEndArray();
        }
    }

    /// <returns>The origin of what the source says, or null where it is unknown.</returns>
    public string? OriginOf(ref Dice dice)
    {
        var isUnknown = dice.Chance(0.08);
        var origin = dice.Below(100) switch
        {
            < 60 => _numbers.Any(Source, 3, ref dice),
            < 95 => _numbers.Any(Organization, 3, ref dice),
            _ => _numbers.Any(State, 2, ref dice),
        };
        return isUnknown ? null : origin;
    }

    public void WriteOrigin(Utf8JsonWriter json, int source, string origin, ref Dice dice)
    {
        json.WriteString("source", _numbers.Id(Source, source));
        json.WriteString("origin", origin);
        json.WriteString("basis", dice.Of<string>((17, "STATED"), (83, "INFERRED")));
        json.WriteString("why", $"Invented: {Wording.Body(ref dice)} is named in it.");
        if (!dice.Chance(0.05))
            return;
        json.WriteStartArray("facts");
        json.WriteStringValue(_numbers.Any(Shipment, 2, ref dice));
        json.WriteStringValue(_numbers.Any(Vessel, 2, ref dice));
        json.WriteEndArray();
    }

    // Readings of one set are drawn around one figure; two in five repeat it, the others differ.
    private void WriteFigure(Utf8JsonWriter json, DrawnClaim claim, string unit, ref Dice dice)
    {
        var common = new Dice(plan.Seed, Throw.Claims, (ulong)claim.Set << 32);
        var figure = common.Between(1 + claim.Property.Figure / 10, claim.Property.Figure * 2);
        if (claim.Position > 0 && dice.Chance(0.6))
            figure += dice.Between(1, 1 + figure / 2);
        var bound = dice.Of<string>((40, "EXACT"), (21, "AT_LEAST"), (17, "UNSTATED"), (14, "ABOUT"), (6, "BETWEEN"), (2, "UP_TO"));
        if (bound is "EXACT" or "AT_LEAST" or "BETWEEN")
            json.WriteNumber("low", figure);
        if (bound is "EXACT" or "UP_TO" or "BETWEEN")
            json.WriteNumber("high", bound == "BETWEEN" ? figure + 1 + figure / 4 : figure);
        if (bound == "ABOUT")
            json.WriteNumber("best", dice.Chance(0.2) ? figure + 0.5m : figure);
        json.WriteString("unit", unit);
        json.WriteString("bound", bound);
        if (bound == "UNSTATED")
            json.WriteString("text", dice.Of("several dozen", "hundreds", "a few", "tens of thousands"));
    }

    private string Words(ClaimedProperty property, ref Dice dice) => property.Name switch
    {
        "flag" => _numbers.Any(State, 2, ref dice),
        "when" or "established" => Wording.Date(ref dice),
        "role" => $"Invented {Wording.Latin(ref dice)} officer",
        _ => Wording.Note(ref dice),
    };

    // All of a set are NORMAL, each with its reason, or the first is PREFERRED.
    private void WriteRank(Utf8JsonWriter json, DrawnClaim claim, ref Dice dice)
    {
        var isPreferred = new Dice(plan.Seed, Throw.Claims, (ulong)claim.Set << 32 | 1).Chance(0.8);
        var rank = !isPreferred ? "NORMAL" : claim.Position == 0 ? "PREFERRED" : dice.Of<string>((70, "NORMAL"), (30, "DEPRECATED"));
        json.WriteString("rank", rank);
        if (!isPreferred || rank == "DEPRECATED")
            json.WriteString("rankReason", "Invented reason");
    }
}
