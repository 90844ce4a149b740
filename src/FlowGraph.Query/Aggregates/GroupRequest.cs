using System.Collections.Immutable;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;

namespace FlowGraph.Query.Aggregates;

/// <summary>How records are grouped.</summary>
/// <param name="Having">On a group's number of records.</param>
/// <param name="Order">Before the keys, which always are the last.</param>
public sealed record GroupRequest(ImmutableArray<GroupKey> Keys, ValueTest? Having, ImmutableArray<GroupOrder> Order, int First);

/// <param name="ByKey">By the keys; else by the count.</param>
public sealed record GroupOrder(bool ByKey, bool Descending)
{
    public static ImmutableArray<GroupOrder> Default { get; } = [new(false, true)];

    internal int Compare(ImmutableArray<GroupValue> x, int xCount, ImmutableArray<GroupValue> y, int yCount) =>
        ByKey ? Compare(x, y, Descending) : Descending ? yCount.CompareTo(xCount) : xCount.CompareTo(yCount);

    /// <summary>Missing values stand last.</summary>
    internal static int Compare(ImmutableArray<GroupValue> x, ImmutableArray<GroupValue> y, bool descending)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (SortValue.Compare(SortValue.Of(x[i].Text), SortValue.Of(y[i].Text), descending) is not 0 and var order)
                return order;
        }
        return 0;
    }
}
