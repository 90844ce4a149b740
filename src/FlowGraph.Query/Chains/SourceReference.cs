using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains;

/// <summary>A Source as an item of bibliography programs.</summary>
public static class SourceReference
{
    /// <summary>One CSL-JSON item as UTF-8; its id is the source's.</summary>
    public static ReadOnlySpan<byte> Csl(NodeRecord source)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            WriteCsl(json, source, null);
        return buffer.WrittenSpan;
    }

    /// <summary>One CSL-JSON item; its id is the source's.</summary>
    public static void WriteCsl(Utf8JsonWriter json, NodeRecord source, string? note)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(source);
        json.WriteStartObject();
        json.WriteString("id", source.Id);
        json.WriteString("type", CslType(source));
        json.WriteString("title", Text(source, "title") ?? source.Id);
        if (Authors(source) is { IsEmpty: false } authors)
        {
            json.WriteStartArray("author");
            foreach (var author in authors)
            {
                json.WriteStartObject();
                json.WriteString("literal", author);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Optional(json, "publisher", Text(source, "publisher"));
        if (source["publishedAt"] is FuzzyDate date)
            WriteDate(json, date);

        Optional(json, "URL", Text(source, "url"));
        Optional(json, "archive_location", Text(source, "archiveUrl"));
        Optional(json, "language", Text(source, "language"));
        Optional(json, "note", note);
        json.WriteEndObject();
    }

    /// <summary>One BibTeX entry; its key is the source's id.</summary>
    public static string BibTeX(NodeRecord source, string? note)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (type, publisher) = Text(source, "category") switch
        {
            "NEWS_REPORT" => ("article", "journal"),
            "INVESTIGATION" or "UN_DOCUMENT" => ("techreport", "institution"),
            _ => ("misc", "publisher"),
        };
        var entry = new StringBuilder().Append('@').Append(type).Append('{').Append(source.Id);
        Field("title", Text(source, "title") ?? source.Id, doubled: true);
        if (Authors(source) is { IsEmpty: false } authors)
            entry.Append(",\n  author = {").AppendJoin(" and ", authors.Select(author => $"{{{Escape(author)}}}")).Append('}');

        Field(publisher, Text(source, "publisher"), doubled: false);
        if (Day(source["publishedAt"] as FuzzyDate) is { } day)
        {
            var precision = ((FuzzyDate)source["publishedAt"]!).Precision;
            Field("year", day.Year.ToString(CultureInfo.InvariantCulture), doubled: false);
            if (precision != DatePrecision.Year)
                entry.Append(",\n  month = ").Append(CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(day.Month).ToLowerInvariant());
        }

        if (Text(source, "url") is { } url)
            entry.Append(",\n  url = {").Append(Address(url)).Append('}');

        Field("language", Text(source, "language"), doubled: false);
        Field("note", note, doubled: false);
        return entry.Append("\n}\n").ToString();

        void Field(string name, string? text, bool doubled)
        {
            if (!string.IsNullOrEmpty(text))
                entry.Append(",\n  ").Append(name).Append(" = ").Append(doubled ? "{{" : "{").Append(Escape(text)).Append(doubled ? "}}" : "}");
        }
    }

    private static string CslType(NodeRecord source) => Text(source, "category") switch
    {
        "NEWS_REPORT" => "article-newspaper",
        "INVESTIGATION" or "UN_DOCUMENT" => "report",
        "SATELLITE_IMAGERY" => "graphic",
        "OFFICIAL_STATEMENT" or "SANCTIONS_NOTICE" => "document",
        _ => "webpage",
    };

    private static void WriteDate(Utf8JsonWriter json, FuzzyDate date)
    {
        var ends = date.Edtf.Contains('/', StringComparison.Ordinal) ? new[] { date.Earliest, date.Latest } : [date.Earliest ?? date.Latest];
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        foreach (var end in ends.OfType<DateOnly>())
        {
            json.WriteStartArray();
            json.WriteNumberValue(end.Year);
            if (date.Precision != DatePrecision.Year)
                json.WriteNumberValue(end.Month);

            if (date.Precision == DatePrecision.Day)
                json.WriteNumberValue(end.Day);

            json.WriteEndArray();
        }

        json.WriteEndArray();
        if (date.Edtf.AsSpan().ContainsAny('~', '?', '%'))
            json.WriteBoolean("circa", true);

        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(name, text);
    }

    private static ImmutableArray<string> Authors(NodeRecord source) => source["authors"] is ImmutableArray<string> authors ? authors : [];

    private static DateOnly? Day(FuzzyDate? date) => date?.Earliest ?? date?.Latest;

    private static string? Text(NodeRecord source, string property) => source[property] as string;

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' => escaped.Append(@"\textbackslash{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '{' or '}' or '%' or '#' or '$' or '&' or '_' => escaped.Append('\\').Append(letter),
                '\r' or '\n' or '\t' => escaped.Append(' '),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    private static string Address(string url) =>
        url.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
}
