using System.Collections.Immutable;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Response;

namespace FlowGraph.Query.Search;

/// <summary>A page of hits: by score, then name, then id.</summary>
/// <param name="TotalCount">Of all hits, not of the page.</param>
public sealed record SearchPage(ImmutableArray<SearchHit> Hits, int TotalCount, bool HasNextPage, bool HasPreviousPage)
{
    public PageEnds Ends => new(HasNextPage, HasPreviousPage, Hits.IsEmpty ? null : Hits[0].Cursor, Hits.IsEmpty ? null : Hits[^1].Cursor);
}

/// <param name="Name">What the record is called; where it stands among hits of one score.</param>
/// <param name="Matches">The names and keys that made it a hit, the best first.</param>
public sealed record SearchHit(string Id, string Name, int Score, ImmutableArray<SearchMatch> Matches, string Binding)
{
    public string Cursor => new Cursor([SortValue.Of((double?)Score), SortValue.Of(Name)], Id, "").Encode(Binding);
}

/// <param name="Field">The API's name of the property.</param>
public sealed record SearchMatch(string Field, string Value, MatchHow How);
