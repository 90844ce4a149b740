using System.Collections.Immutable;

namespace FlowGraph.Query.Exports;

/// <summary>A record or chain as the parts of a web page: the words, order and footnote numbers of the Markdown. What is called HTML here is escaped already.</summary>
public sealed record PrintedPage(string Title, ImmutableArray<PrintedPart> Parts);

/// <param name="Heading">Null for what stands before the first one.</param>
public sealed record PrintedPart(string? Heading, ImmutableArray<PrintedBlock> Blocks)
{
    /// <summary>Where links within the page lead.</summary>
    public string? Anchor => Heading?.ToLowerInvariant().Replace(' ', '-');
}

public abstract record PrintedBlock
{
    private protected PrintedBlock()
    {
    }

    public sealed record Paragraph(string Html) : PrintedBlock;

    /// <summary>That something is alleged, and by whom.</summary>
    public sealed record Alleged(string Html) : PrintedBlock;

    public sealed record Items(ImmutableArray<string> Html) : PrintedBlock;

    public sealed record Labelled(ImmutableArray<(string Label, string Html)> Lines) : PrintedBlock;

    /// <param name="Lines">With the stance of each: SUPPORTS, CONTEXT.</param>
    public sealed record Passages(ImmutableArray<(string Stance, string Html)> Lines) : PrintedBlock;

    public sealed record Table(ImmutableArray<string> Heads, ImmutableArray<ImmutableArray<string>> Rows) : PrintedBlock;

    /// <summary>Footnotes, numbered from 1; whether the text above refers to each.</summary>
    public sealed record Notes(ImmutableArray<(string Html, bool IsReferred)> Lines) : PrintedBlock;
}
