using FlowGraph.Query.Exports;

namespace FlowGraph.Server.Pages;

/// <summary>Every text of the pages that is not the record's own, so that it can be translated in one place.</summary>
internal static class PageTexts
{
    public const string Language = "en";

    public const string Brand = "FlowGraph";
    public const string Skip = "Skip to the text";
    public const string SearchLabel = "A name in any script, an IMO number or a UN/LOCODE";
    public const string SearchPlaceholder = "Name, IMO number or UN/LOCODE";
    public const string SearchButton = "Search";
    public const string OnThisPage = "On this page";
    public const string Footer = "Facts are computed from cited passages by published rules. Every figure is somebody's word; the footnotes say whose.";

    public const string Footnotes = "Footnotes";
    public const string Release = "Release";
    public const string BackToText = "Back to the text";
    public const string Neighbours = "Neighbours";
    public const string Fact = "Fact";
    public const string HowToCite = "How to cite";
    public const string CiteAdvice = "The words and figures are those of the sources: cite the source in the footnote, and this page for what connects them.";
    public const string Downloads = "Downloads";
    public const string WhoseWord = "Whose word it is";
    public const string DerivedFrom = "It takes its word from";
    public const string RelayedBy = "It is relayed by";
    public const string SoleSupport = "Facts that no other source supports";
    public const string Marks = "How it is known";

    public const string SearchTitle = "Search";
    public const string SearchAdvice = "Type a name as you know it. Spelling, accents and script are forgiven; digits are not.";
    public const string NextHits = "Next results";
    public const string NoHits = "Nothing here has such a name. Try fewer words, another spelling, or the ship's IMO number.";
    public const string NamesMatch = "found by";

    public const string NotFoundTitle = "There is no such page";
    public const string WrongIdTitle = "This address cannot be right";
    public const string UnavailableTitle = "The data cannot be reached now";
    public const string BusyTitle = "Too many people ask at once";
    public const string TooSlowTitle = "The answer took too long";
    public const string WrongSearchTitle = "This cannot be searched for";
    public const string WrongMethodTitle = "This page can only be read";
    public const string TryAgain = "Nothing is lost. Try again in a moment; the address stays the same.";
    public const string SearchInstead = "Search for it instead";
    public const string WrongMethod = "Found another method than GET or HEAD.";

    public static string PageTitle(string title) => $"{title} · {Brand}";

    public static string Rows(string heading, int rows) => rows == 1 ? $"{heading}: 1 row" : FormattableString.Invariant($"{heading}: {rows:N0} rows");

    public static string KindOf(ExportKind kind, string type) => kind switch
    {
        ExportKind.Chain => "Chain of cited facts",
        ExportKind.Source => "Source",
        ExportKind.Fact => $"Fact: {Words(type)}",
        _ => Capital(Words(type)),
    };

    /// <summary>CARRIED_BY → carried by; MilitaryUnit → military unit</summary>
    public static string Words(string name) => name.Contains('_', StringComparison.Ordinal) || name.All(letter => !char.IsAsciiLetterLower(letter))
        ? name.ToLowerInvariant().Replace('_', ' ')
        : string.Concat(name.Select((letter, index) => char.IsAsciiLetterUpper(letter) && index > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The rules of confidence, in words.</summary>
    public static string Meaning(string confidence) => confidence switch
    {
        "HIGH" => "High: at least two independent origins, one of them strong, at least one passage confirmed, and nobody contests it.",
        "MODERATE" => "Moderate: one strong origin, or two others, each with a passage that is likely or better. What is contested goes no higher.",
        _ => "Low: neither a strong origin nor two others, each with a passage that is likely or better.",
    };

    public static string Stance(string stance) => stance switch
    {
        "SUPPORTS" => "Supports",
        "DISPUTES" => "Disputes",
        _ => "Context",
    };

    public static string Origins(int count) => count == 1 ? "1 independent origin" : FormattableString.Invariant($"{count:N0} independent origins");

    public const string OfWeakestStep = "A chain is as strong as its weakest step.";

    /// <summary>Of the step with the fewest.</summary>
    public static string OriginsOfSteps(int fewest) => fewest == 1 ? "1 or more independent origins a step" : FormattableString.Invariant($"{fewest:N0} or more independent origins a step");

    public static string Group(string type, string direction) => direction == "IN" ? $"… {Words(type)} this" : $"{Words(type)} …";

    public static string More(int count) => FormattableString.Invariant($"and {count:N0} more");

    public static string FactsBeside(int count) => FormattableString.Invariant($"{count:N0} in all");

    public static string Format(string ending) => ending switch
    {
        "md" => "Markdown, to read",
        "csv" => "CSV, for a spreadsheet",
        "json" => "JSON, everything",
        "csl.json" => "CSL-JSON, for Zotero",
        "bib" => "BibTeX, for LaTeX",
        "graphml" => "GraphML, for Gephi",
        "geojson" => "GeoJSON, for a map",
        _ => ending,
    };

    public static string Hits(string text, int count) => count switch
    {
        0 => $"Nothing found for “{text}”",
        1 => $"1 result for “{text}”",
        _ => FormattableString.Invariant($"{count:N0} results for “{text}”"),
    };

    public static string NotFound(string kind, string id) => $"There is no {kind} “{id}” in this release. It may be spelt otherwise, or belong to another release.";

    public static string UnknownAddress(string path) => $"Nothing is at “{path}”. It may be a slip in the address, or a page of another version.";

    public static string WrongId(bool chain, string id) => chain
        ? $"“{id}” is not the id of a chain, as the chain finder gives it."
        : $"“{id}” is not an id. An id looks like vessel:chon-ma-san: small letters, digits and hyphens on both sides of one colon.";

    public static string OtherKind(string kind) => $"What has this id is a {kind}: open its page";
}
