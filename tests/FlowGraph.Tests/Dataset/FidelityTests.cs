using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace FlowGraph.Tests.Dataset;

/// <summary>The dataset says nothing that the dossier and the founding article do not say.</summary>
public sealed partial class FidelityTests
{
    private static readonly string[] ComposedNames = ["arms", "deployment", "sighting", "designation", "cap", "exchange"];

    private static readonly string[] TakenOver =
        ["aliases", "formerNames", "title", "publisher", "authors", "url", "imo", "unlocode", "iso2", "iso3", "role", "materiel", "instrument", "reason", "acronym", "city", "region", "targetNote"];

    // Words that the templates put between the words of a record (docs/data.md, "Names that were composed").
    private static readonly HashSet<string> TemplateWords = ["to", "until", "on", "used", "in", "listed", "by", "undated", "unnamed", "targets", "cap", "crude", "oil", "refined", "petroleum", "and"];

    private static readonly string[] Small =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"];

    private static readonly Lazy<string> Evidence = new(() =>
        string.Join('\n', ShippedDataset.Texts(ShippedDataset.Dossier).Concat(ShippedDataset.FoundingStatements.SelectMany(ShippedDataset.Texts))));

    private static readonly Lazy<HashSet<decimal>> Numbers = new(() => [.. NumbersIn(ShippedDataset.Dossier), .. NumbersInText(Evidence.Value)]);

    [Fact]
    public void Every_figure_of_a_claim_is_in_the_evidence()
    {
        var figures =
            from claim in Claims()
            from field in (string[])["low", "high", "best"]
            where claim.TryGetProperty(field, out _)
            select (Id: claim.GetProperty("id").GetString(), Figure: claim.GetProperty(field).GetDecimal());

        var unknown = figures.Where(figure => !Numbers.Value.Contains(figure.Figure)).ToList();
        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_date_is_in_the_evidence()
    {
        var dates =
            from record in ShippedDataset.Records.Values
            from field in (string[])["when", "asOf", "announced", "inForce", "ratified", "established", "publishedAt", "value"]
            let text = ShippedDataset.Text(record, field)
            where text is not null && EdtfDate().IsMatch(text)
            from part in text.Split('/').Where(part => part != "..")
            select (Id: record.GetProperty("id").GetString(), Date: part);

        var unknown = dates.Where(date => !DateForms(date.Date).Any(form => Evidence.Value.Contains(form, StringComparison.Ordinal))).ToList();
        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_name_url_and_number_of_a_ship_is_taken_over_as_it_is()
    {
        var values =
            from record in ShippedDataset.Records.Values
            let id = record.GetProperty("id").GetString()!
            from field in ComposedNames.Contains(ShippedDataset.Prefix(id)) ? TakenOver : TakenOver.Append("name")
            where record.TryGetProperty(field, out _)
            from text in ShippedDataset.Texts(record.GetProperty(field))
            select (Id: id, Text: text);

        var unknown = values.Where(value => !Evidence.Value.Contains(value.Text, StringComparison.Ordinal) && !IsWithoutBracket(value.Text)).ToList();
        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_paraphrase_is_taken_over_as_it_is()
    {
        var paraphrases = ShippedDataset.Texts(ShippedDataset.Dossier).Concat(ShippedDataset.FoundingStatements.SelectMany(ShippedDataset.Texts)).ToHashSet();

        var unknown = ShippedDataset.Records.Values
            .SelectMany(ShippedDataset.Citations)
            .Where(citation => !paraphrases.Contains(citation.GetProperty("paraphrase").GetString()!))
            .ToList();

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_word_of_a_composed_name_is_in_its_record_or_in_a_name_that_the_record_points_to()
    {
        var pointers = ShippedDataset.Records.Values
            .Where(record => record.TryGetProperty("from", out _))
            .ToLookup(edge => edge.GetProperty("from").GetString()!, edge => edge.GetProperty("to").GetString()!);
        var authors = Claims().Where(claim => claim.TryGetProperty("assertedBy", out _))
            .ToLookup(claim => claim.GetProperty("subject").GetString()!, claim => claim.GetProperty("assertedBy").GetString()!);

        var strange =
            from record in ShippedDataset.Records.Values
            let id = record.GetProperty("id").GetString()!
            where ComposedNames.Contains(ShippedDataset.Prefix(id))
            let known = WordsOf(record, "name").Concat(pointers[id].Concat(authors[id]).SelectMany(to => WordsOf(ShippedDataset.Records[to], ""))).ToHashSet()
            from word in Words(ShippedDataset.Text(record, "name")!)
            where !known.Contains(word) && !TemplateWords.Contains(word)
            select (id, word);

        // The one deployment whose size nobody gives: its author stands in the dossier's field only.
        var unexplained = strange.Where(found => found != ("deployment:dep-2024-10-23-first-in-kursk", "hur")).ToList();
        Assert.Empty(unexplained);
    }

    [Fact]
    public void Every_number_in_a_description_or_reason_is_in_the_evidence()
    {
        var numbers =
            from record in ShippedDataset.Records.Values
            from field in (string[])["description", "rankReason", "basis", "note", "qualifier", "method", "text", "value", "assertedByNote", "countNote", "routeNote", "placeAsReported"]
            let text = ShippedDataset.Text(record, field)
            where text is not null
            from number in NumbersInText(text)
            select (Id: record.GetProperty("id").GetString(), Number: number);

        var unknown = numbers.Where(number => !Numbers.Value.Contains(number.Number)).ToList();
        Assert.Empty(unknown);
    }

    private static IEnumerable<JsonElement> Claims() =>
        ShippedDataset.Records.Where(record => record.Key.StartsWith("claim:", StringComparison.Ordinal)).Select(record => record.Value);

    // "Rajin (Najin) Port" gives the name "Rajin Port".
    private static bool IsWithoutBracket(string name) =>
        BracketedName().Matches(Evidence.Value).Any(match => name == $"{match.Groups[1].Value}{match.Groups[2].Value}".Trim());

    private static IEnumerable<string> DateForms(string date)
    {
        yield return date;
        var parts = date.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        if (parts.Count == 1) yield break;
        var month = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(parts[1]);
        yield return parts.Count == 3 ? $"{parts[2]} {month}" : $"{month} {parts[0]}";
    }

    private static IEnumerable<decimal> NumbersIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => [value.GetDecimal()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(NumbersIn),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => NumbersIn(field.Value)),
        _ => [],
    };

    private static IEnumerable<decimal> NumbersInText(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            var number = decimal.Parse(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            yield return match.Groups[2].Success ? number * 1_000_000 : number;
        }

        foreach (Match match in NumberInWords().Matches(text))
        {
            var number = Array.IndexOf(Small, match.Groups[1].Value.ToLowerInvariant()) + 1;
            yield return match.Groups[2].Success ? number * 1_000_000 : number;
        }
    }

    private static IEnumerable<string> WordsOf(JsonElement record, string except) => record.EnumerateObject()
        .Where(field => field.Name != except)
        .SelectMany(field => ShippedDataset.Texts(field.Value))
        .SelectMany(Words);

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value.ToLowerInvariant());

    [GeneratedRegex(@"^(\.\.|\d{4}(-\d\d){0,2})(/(\.\.|\d{4}(-\d\d){0,2}))?$")]
    private static partial Regex EdtfDate();

    [GeneratedRegex(@"(\S[^\n()]*?) ?\([^\n()]*\)([^\n()]*)")]
    private static partial Regex BracketedName();

    [GeneratedRegex(@"(?<![\d.,])(\d+(?:,\d{3})*(?:\.\d+)?)( million)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)\b( million)?", RegexOptions.IgnoreCase)]
    private static partial Regex NumberInWords();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
