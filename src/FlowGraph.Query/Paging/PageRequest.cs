using System.Collections.Immutable;
using FlowGraph.Query.Filters;

namespace FlowGraph.Query.Paging;

/// <summary>A page as asked for, with all values in place.</summary>
/// <param name="Where">Of nodes and, where rows are links, of their edges.</param>
/// <param name="Order">Before the id, which always is the last key.</param>
/// <param name="Size">Rows at most.</param>
/// <param name="FromEnd">The last of the rows, not the first; their order is the same.</param>
/// <param name="After">Null = from the start.</param>
/// <param name="Before">Null = to the end.</param>
/// <param name="Binding">What its cursors are good for: the field and the order.</param>
public sealed record PageRequest(Filter? Where, ImmutableArray<OrderTerm> Order, int Size, bool FromEnd, Cursor? After, Cursor? Before, string Binding)
{
    public const int DefaultSize = 20;

    /// <summary>Whether there is a page in the direction that it does not go: told by the cursor alone.</summary>
    public bool HasOtherSide => (FromEnd ? Before : After) is not null;
}
