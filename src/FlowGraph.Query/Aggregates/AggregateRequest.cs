using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;

namespace FlowGraph.Query.Aggregates;

/// <summary>Which records are aggregated.</summary>
public sealed record AggregateRequest(NodeType Type, Filter? Where);

/// <summary>What has to be known of each record. Nothing, where only their number is asked for.</summary>
public sealed record AggregateNeeds(ImmutableArray<PropertyDefinition> Properties, ImmutableArray<RelationshipEnd> Ends)
{
    public bool IsCountOnly => Properties.IsEmpty && Ends.IsEmpty;
}

/// <summary>One record as it is needed.</summary>
/// <param name="Values">By <see cref="AggregateNeeds.Properties"/>.</param>
/// <param name="Ends">Ids, by <see cref="AggregateNeeds.Ends"/>.</param>
public sealed record AggregateRow(string Id, object?[] Values, string?[] Ends);

/// <summary>The records that were found.</summary>
/// <param name="Rows">By id; empty where only the number was asked for.</param>
public sealed record AggregateRows(int Count, IReadOnlyList<AggregateRow> Rows);

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
