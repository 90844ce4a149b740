using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace FlowGraph.Server.Pages;

/// <summary>A response of the API.</summary>
public sealed record PageAnswer<T>(T? Data, ImmutableArray<PageError>? Errors);

public sealed record PageError(string Message, PageErrorExtensions? Extensions);

public sealed record PageErrorExtensions(string Code, string? Hint);

/// <summary>Answers to the operations beside: record, source, chain, search.</summary>
public sealed record RecordAnswer(PageNode? Node, PageNeighborhood? Neighborhood, PageRelease Release);

public sealed record SourceAnswer(PageSource? Source, PageRelease Release);

public sealed record ChainAnswer(PageChain? Chain, PageRelease Release);

public sealed record SearchAnswer(PageHits Search);

public sealed record PageRelease(string Id, string Title, string Description, string Version, string Licence, string ReleasedAt, string Sha256);

public sealed record PageDate(string Edtf);

/// <summary>Any node; what its type does not have is null.</summary>
public sealed record PageNode
{
    [JsonPropertyName("__typename")]
    public required string TypeName { get; init; }

    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Caption { get; init; }

    public string? Type { get; init; }

    public string? Description { get; init; }

    public string? Display { get; init; }

    public string? Kind { get; init; }

    public string? Status { get; init; }

    public string? Confidence { get; init; }

    public string? ConfidenceBasis { get; init; }

    public int? IndependentSources { get; init; }

    public string? Permalink { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public PageDate? When { get; init; }

    public PageActor? AssertedBy { get; init; }

    public ImmutableArray<string>? Aliases { get; init; }

    public ImmutableArray<string>? NativeNames { get; init; }

    public ImmutableArray<PageCitation>? Citations { get; init; }

    public string Shown => Name ?? Title ?? Caption ?? Id;
}

public sealed record PageActor([property: JsonPropertyName("__typename")] string TypeName, string Name);

public sealed record PageCitation(string Stance, PageCitedSource Source);

public sealed record PageCitedSource(string Title, string? Url, string? Publisher);

public sealed record PageNeighborhood(int TotalCount, string Text, ImmutableArray<PageGroup> Groups);

public sealed record PageGroup(string Type, string Direction, int TotalCount, ImmutableArray<PageLink> Links);

public sealed record PageLink(string FactId, string Caption, string Confidence, string Status, PageDate? When, PageNode Node);

public sealed record PageSource
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? Publisher { get; init; }

    public required ImmutableArray<string> Authors { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    public required string Permalink { get; init; }

    public PageDate? PublishedAt { get; init; }

    public required ImmutableArray<PageRelated> DerivedFrom { get; init; }

    public required ImmutableArray<PageRelated> Relays { get; init; }

    public required PageSole SoleSupportFor { get; init; }
}

public sealed record PageRelated(string Id, string Title, string? Publisher);

public sealed record PageSole(int TotalCount, ImmutableArray<PageSoleFact> Nodes);

public sealed record PageSoleFact(string Id, string Caption, string Permalink);

public sealed record PageChain(string Id, string Text, string Why, string Confidence, int IndependentSources, string Permalink);

public sealed record PageHits(int TotalCount, PageEnd PageInfo, ImmutableArray<PageHit> Edges);

public sealed record PageEnd(bool HasNextPage, string? EndCursor);

public sealed record PageHit(ImmutableArray<PageMatch> Matched, PageNode Node);

public sealed record PageMatch(string Field, string Value, string How);
