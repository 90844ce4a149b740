using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;

namespace FlowGraph.Query.Aggregates;

/// <summary>Measures over records, computed from what a store found of each: the same on every store.</summary>
public sealed class Aggregation(NodeType type, AggregateNeeds needs, int count, IReadOnlyList<AggregateRow> rows)
{
    /// <summary>Records that are listed in an aggregate; their number is whole.</summary>
    public const int MostListed = 200;

    public int Count => count;

    /// <summary>One for each counting group and unit, in their order.</summary>
    public IEnumerable<QuantityAggregate> Quantities(PropertyDefinition property)
    {
        var sums = new SortedDictionary<SumKey, List<AggregateRow>>();
        List<AggregateRow> unvalued = [];
        foreach (var row in rows)
        {
            if (needs.Value(row, property.Name) is Quantity quantity)
                Of(sums, new(CountingGroup(row), quantity.Unit)).Add(row);
            else
                unvalued.Add(row);
        }
        // Without a value there is no unit: left out of every sum of its group, or of one in the unit that the model names first.
        foreach (var row in unvalued)
        {
            var group = CountingGroup(row);
            var units = sums.Keys.Where(key => key.Group == group).Select(key => key.Unit).DefaultIfEmpty(property.Units.FirstOrDefault()).OfType<string>().ToList();
            foreach (var unit in units)
                Of(sums, new(group, unit)).Add(row);
        }
        return sums.Select(sum => Sum(property, sum.Key, sum.Value));
    }

    public NumberAggregate Number(PropertyDefinition property)
    {
        var values = rows.Select(row => needs.Value(row, property.Name)).OfType<object>().Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture)).ToList();
        return values.Count == 0 ? new(null, null, null, null, 0) : new(values.Min(), values.Max(), values.Sum() / values.Count, values.Sum(), values.Count);
    }

    public DateAggregate Date(PropertyDefinition property)
    {
        var values = rows.Select(row => needs.Value(row, property.Name)).OfType<object>().ToList();
        return new(
            values.Select(value => value is FuzzyDate date ? date.Earliest : (DateOnly)value).Min(),
            values.Select(value => value is FuzzyDate date ? date.Latest : (DateOnly)value).Max(),
            values.Count);
    }

    public IEnumerable<AggregateGroup> Groups(GroupRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var groups = new Dictionary<string, (ImmutableArray<GroupValue> Keys, List<AggregateRow> Rows)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            ImmutableArray<GroupValue> keys = [.. request.Keys.Select(key => key.Value(needs, row))];
            var name = string.Join('\n', keys.Select(key => key.Text is null ? "" : "=" + key.Text));
            if (!groups.TryGetValue(name, out var group))
                groups[name] = group = (keys, []);
            group.Rows.Add(row);
        }
        var shown = groups.Values.Where(group => request.Having is null || ValueTest.Satisfies(group.Rows.Count, request.Having)).ToList();
        shown.Sort((x, y) => request.Order.Select(order => order.Compare(x.Keys, x.Rows.Count, y.Keys, y.Rows.Count))
            .Append(GroupOrder.Compare(x.Keys, y.Keys, descending: false)).FirstOrDefault(order => order != 0));
        return shown.Take(request.First).Select(group => new AggregateGroup(group.Keys, new(type, needs, group.Rows.Count, group.Rows)));
    }

    private QuantityAggregate Sum(PropertyDefinition property, SumKey key, List<AggregateRow> members)
    {
        // What has no value was added last.
        members.Sort((x, y) => string.CompareOrdinal(x.Id, y.Id));
        var leftOut = new List<LeftOut>();
        var counted = new List<(string Id, Quantity Value)>();
        foreach (var row in members)
        {
            if (CountingRule.ReasonToLeaveOut(type, needs, row, property) is { } reason)
                leftOut.Add(new(row.Id, reason, CountingRule.Note(needs, row, reason)));
            else
                counted.Add((row.Id, (Quantity)needs.Value(row, property.Name)!));
        }
        List<Quantity> parts = [.. counted.Select(record => record.Value)];
        var sum = parts.Count == 0 ? null : IntervalSum.Of(parts);
        return new(
            key.Group, key.Unit,
            parts.Min(part => part.Low), sum?.High is null ? null : parts.Max(part => part.High),
            sum is null ? null : IntervalSum.Divided(sum, parts.Count), sum,
            counted.Count, [.. counted.Take(MostListed).Select(record => record.Id)], leftOut.Count, [.. leftOut.Take(MostListed)]);
    }

    private string? CountingGroup(AggregateRow row) => type.Domain is null ? null : (string?)needs.Value(row, "countingGroup");

    private static List<AggregateRow> Of(SortedDictionary<SumKey, List<AggregateRow>> sums, SumKey key)
    {
        if (!sums.TryGetValue(key, out var members))
            sums[key] = members = [];
        return members;
    }

    /// <summary>What is never summed across.</summary>
    private readonly record struct SumKey(string? Group, string Unit) : IComparable<SumKey>
    {
        public int CompareTo(SumKey other) =>
            CodePointComparer.Instance.Compare(Group, other.Group) is not 0 and var order ? order : CodePointComparer.Instance.Compare(Unit, other.Unit);
    }
}
