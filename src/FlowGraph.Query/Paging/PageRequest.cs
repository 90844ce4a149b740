using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Filters;

namespace FlowGraph.Query.Paging;

/// <summary>A page as asked for, with all values in place.</summary>
/// <param name="Where">Of nodes and, where rows are links, of their edges.</param>
/// <param name="Order">Before the id, which always is the last key.</param>
/// <param name="After">Null = from the start.</param>
/// <param name="Binding">What its cursors are good for: the field and the order.</param>
public sealed record PageRequest(Filter? Where, ImmutableArray<OrderTerm> Order, int First, Cursor? After, string Binding)
{
    public const int DefaultFirst = 20;
}

/// <param name="Property">By name, as each concrete type has its own definition.</param>
public sealed record OrderTerm(PropertyDefinition Property, bool Descending)
{
    /// <summary>Components of its key: a FuzzyDate has two, its earliest and its latest day.</summary>
    public int Parts => Property.Kind == ValueKind.FuzzyDate ? 2 : 1;
}
