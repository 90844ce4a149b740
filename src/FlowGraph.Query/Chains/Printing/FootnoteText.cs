using FlowGraph.Model.Records;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>A footnote: publisher, title in its own language, date, place in the source, link, archive copy, whose word it relays.</summary>
internal static class FootnoteText
{
    public static string Of(Footnote note, NarrativeWriter writer)
    {
        var source = note.Source;
        var title = source["title"] as string ?? source.Id;
        var parts = new List<string>
        {
            source["url"] is string url ? writer.Link(title, url, source["language"] as string) : writer.Plain(title),
            source["publishedAt"] is FuzzyDate date ? writer.Plain(DateWords.Of(date)) : "undated",
            writer.Plain(Locator(note.Passage)),
        };
        if (source["publisher"] is string publisher)
            parts.Insert(0, writer.Plain(publisher));

        if (source["url"] is null)
            parts.Add("no link");

        parts.Add(source["archiveUrl"] is string archive ? writer.Link("archive copy", archive) : "no archive copy");
        if (Relay(note) is { } relay)
            parts.Add(writer.Plain(relay));

        return $"{string.Join(", ", parts)}. {writer.Id(source.Id)}";
    }

    public static string Locator(NodeRecord citation) =>
        citation["locatorKind"] is "EXCERPT" ? "archived excerpt, passage not located" : citation["locator"] as string ?? "";

    /// <summary>"relays X", or that nobody knows whose word it is; null for a source's own word.</summary>
    public static string? Relay(Footnote note) => note.Origin is { } origin
        ? origin.Id == note.Source.Id ? null : $"relays {Attribution.Name(origin)}{(note.Passage["originBasis"] is "INFERRED" ? " (inferred)" : "")}"
        : note.Passage["originBasis"] is "UNKNOWN" ? "origin unknown" : null;
}
