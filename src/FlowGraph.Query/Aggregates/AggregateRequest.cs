using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Plan;

namespace FlowGraph.Query.Aggregates;

/// <summary>Which records are aggregated.</summary>
public sealed record AggregateRequest(NodeType Type, Filter? Where);

/// <summary>What has to be known of each record. Nothing, where only their number is asked for.</summary>
public sealed record AggregateNeeds(ImmutableArray<PropertyDefinition> Properties, ImmutableArray<RelationshipEnd> Ends)
{
    public bool IsCountOnly => Properties.IsEmpty && Ends.IsEmpty;

    /// <summary>The properties that are measured, what decides over sums, and what groups are made by.</summary>
    public static AggregateNeeds Of(NodeType type, ValuePlan plan, object?[] bound)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(bound);
        var groups = plan.Fields.OfType<MemberField>().Where(field => field.Member is ValueMember.Grouped).ToList();
        var fields = plan.Fields.Concat(groups.SelectMany(group => group.Value!.Fields)).Select(field => field.Field.Name).ToHashSet();
        var measured = type.Properties.Where(property => ApiSchemaBuilder.IsMeasured(property) && fields.Contains(property.FieldName)).ToList();
        var keys = groups.SelectMany(group => ((GroupRequest)bound[group.Slot]!).Keys).ToList();
        var deciding = measured.Any(property => property.Kind == ValueKind.Quantity) ? Aggregation.Deciding(type) : [];
        return new(
            [.. measured.Concat(deciding).Concat(keys.Select(key => key.Property).OfType<PropertyDefinition>()).Distinct()],
            [.. keys.Select(key => key.End).OfType<RelationshipEnd>().Distinct()]);
    }
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
