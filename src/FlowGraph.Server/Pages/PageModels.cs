using System.Collections.Immutable;
using FlowGraph.Query.Exports;

namespace FlowGraph.Server.Pages;

/// <summary>What stands around every page.</summary>
/// <param name="Title">Plain text.</param>
public sealed record FrameModel(string Title)
{
    // A name of thousands of characters is no title of a window.
    private const int MostShown = 150;

    public string Short => Cut(Title, MostShown);

    public string? Summary { get; init; }

    /// <summary>Where the page is; absolute only where the public address is known.</summary>
    public string? Permalink { get; init; }

    public bool HasAddress => Permalink is ['h', ..];

    /// <summary>JSON-LD.</summary>
    public string? StructuredData { get; init; }

    /// <summary>What stands in the field of the search.</summary>
    public string Searched { get; init; } = "";

    public bool IsForSearchEngines { get; init; } = true;

    /// <summary>Whole characters of the reader's, never half of one.</summary>
    public static string Cut(string text, int most)
    {
        var elements = new System.Globalization.StringInfo(text);
        return elements.LengthInTextElements <= most ? text : elements.SubstringByTextElements(0, most) + "…";
    }
}

/// <summary>The page of a record or chain.</summary>
public sealed record RecordModel
{
    public required ExportKind Kind { get; init; }

    public required string Id { get; init; }

    public required PrintedPage Printed { get; init; }

    public required PageRelease Release { get; init; }

    public required string Permalink { get; init; }

    public required string Summary { get; init; }

    public required string StructuredData { get; init; }

    /// <summary>Node or edge type; empty for a chain.</summary>
    public string Type { get; init; } = "";

    public string? Confidence { get; init; }

    public string? Status { get; init; }

    public string? KindOfFact { get; init; }

    public int? IndependentSources { get; init; }

    public PageNeighborhood? Neighborhood { get; init; }

    public PageSource? Source { get; init; }

    public FrameModel Frame => new(Printed.Title) { Summary = Summary, Permalink = Permalink, StructuredData = StructuredData };

    public string KindName => Kind.ToString().ToLowerInvariant();

    /// <summary>The text, without footnotes and imprint, which stand at the end.</summary>
    public IEnumerable<PrintedPart> Text => Printed.Parts.Where(part => !IsEnd(part));

    public IEnumerable<PrintedPart> End => Printed.Parts.Where(IsEnd);

    public ImmutableArray<PageRelated> DerivedFrom => Source?.DerivedFrom ?? [];

    public ImmutableArray<PageRelated> Relays => Source?.Relays ?? [];

    public bool HasRelations => DerivedFrom.Length > 0 || Relays.Length > 0 || Source?.SoleSupportFor.TotalCount > 0;

    private static bool IsEnd(PrintedPart part) => part.Heading is PageTexts.Footnotes or PageTexts.Release;
}

public sealed record SearchModel(string Text, PageHits? Hits)
{
    public FrameModel Frame => new(Text.Length == 0 ? PageTexts.SearchTitle : PageTexts.Hits(Text, Hits?.TotalCount ?? 0)) { Searched = Text, IsForSearchEngines = false };

    public string? Next => Hits is { PageInfo: { HasNextPage: true, EndCursor: { } cursor } } ? $"{PageEndpoints.SearchPath}?text={Uri.EscapeDataString(Text)}&after={Uri.EscapeDataString(cursor)}" : null;
}

/// <summary>Why there is no such page now, in plain words.</summary>
public sealed record RefusalModel(int Status, string Title, string Message)
{
    public string? Advice { get; init; }

    public string? Link { get; init; }

    public string? LinkText { get; init; }

    /// <summary>A search that may find what was meant.</summary>
    public string? Searched { get; init; }

    public FrameModel Frame => new(Title) { Searched = Searched ?? "", IsForSearchEngines = false };
}
