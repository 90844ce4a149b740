using System.Collections.Frozen;
using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Plan;

namespace FlowGraph.Query.Aggregates;

/// <summary>What has to be known of each record. Nothing, where only their number is asked for.</summary>
public sealed record AggregateNeeds(ImmutableArray<PropertyDefinition> Properties, ImmutableArray<RelationshipEnd> Ends)
{
    private readonly FrozenDictionary<string, int> _properties = Properties.Select((property, place) => (property.Name, place)).ToFrozenDictionary(known => known.Name, known => known.place);

    public bool IsCountOnly => Properties.IsEmpty && Ends.IsEmpty;

    /// <summary>A row's value of a property; null also where the type has none of that name, or nobody needs it.</summary>
    public object? Value(AggregateRow row, string property)
    {
        ArgumentNullException.ThrowIfNull(row);
        return _properties.TryGetValue(property, out var place) ? row.Values[place] : null;
    }

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
        var deciding = measured.Any(property => property.Kind == ValueKind.Quantity) ? CountingRule.Deciding(type) : [];
        return new(
            [.. measured.Concat(deciding).Concat(keys.Select(key => key.Property).OfType<PropertyDefinition>()).Distinct()],
            [.. keys.Select(key => key.End).OfType<RelationshipEnd>().Distinct()]);
    }
}
