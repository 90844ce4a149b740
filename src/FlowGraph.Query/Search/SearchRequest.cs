using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Paging;

namespace FlowGraph.Query.Search;

/// <summary>How much a name may differ from the text; each accepts what the one before it accepts.</summary>
public enum SearchMode
{
    Exact,
    Folded,
    Fuzzy,
}

/// <summary>Why a name is a hit; of two with the same score the earlier counts.</summary>
public enum MatchHow
{
    Key,
    Exact,
    Folded,
    Romanised,
    Fuzzy,
    Prefix,
}

/// <param name="Text">In form C, not blank.</param>
/// <param name="Types">Empty = all.</param>
/// <param name="Size">Hits at most.</param>
/// <param name="After">Score, name and id of the hit before the page; null = from the start.</param>
/// <param name="Binding">What its cursors are good for.</param>
public sealed record SearchRequest(string Text, ImmutableArray<NodeType> Types, SearchMode Mode, int Size, Cursor? After, string Binding);
