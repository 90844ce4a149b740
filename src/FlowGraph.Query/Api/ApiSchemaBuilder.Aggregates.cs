using FlowGraph.Model.Structure;
using FlowGraph.Query.Aggregates;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    private static string AggregateName(NodeType type) => type.Name + "Aggregate";

    private void AddAggregates()
    {
        Add(new ApiObject
        {
            Name = "QuantityAggregate",
            Description = "Of one counting group and unit, never across. Movements enter that happened and are in totals; the rest is left out, each with its reason.",
            Fields =
            [
                Text<QuantityAggregate>("countingGroup", "String", sum => sum.CountingGroup),
                Text<QuantityAggregate>("unit", "Unit!", sum => sum.Unit),
                Float<QuantityAggregate>("min", sum => sum.Min),
                Float<QuantityAggregate>("max", sum => sum.Max, "Null when one is open."),
                Object<QuantityAggregate>("avg", "Quantity", sum => sum.Avg),
                Object<QuantityAggregate>("sum", "Quantity", sum => sum.Sum, "Ends are added, no midpoint is invented; null where nothing was counted."),
                Int<QuantityAggregate>("countedCount", "Int!", sum => sum.CountedCount),
                Records<QuantityAggregate>("counted", "[Node!]!", sum => sum.Counted, "At most 200."),
                Int<QuantityAggregate>("leftOutCount", "Int!", sum => sum.LeftOutCount),
                Objects<QuantityAggregate>("leftOut", "[LeftOut!]!", sum => sum.LeftOut, "At most 200."),
            ],
        });
        Add(new ApiObject
        {
            Name = "LeftOut",
            Fields =
            [
                Record<LeftOut>("fact", "Node!", left => left.Fact), Text<LeftOut>("reason", "LeftOutReason!", left => EnumSpelling.Of(left.Reason), "The first that holds."),
                Text<LeftOut>("note", "String", left => left.Note),
            ],
        });
        Enumerate<LeftOutReason>(this, nameof(LeftOutReason));
        Add(new ApiObject
        {
            Name = "NumberAggregate",
            Fields =
            [
                Float<NumberAggregate>("min", number => number.Min), Float<NumberAggregate>("max", number => number.Max), Float<NumberAggregate>("avg", number => number.Avg),
                Float<NumberAggregate>("sum", number => number.Sum), Int<NumberAggregate>("counted", "Int!", number => number.Counted),
            ],
        });
        Add(new ApiObject
        {
            Name = "DateAggregate",
            Fields =
            [
                Date<DateAggregate>("earliest", "Date", date => date.Earliest), Date<DateAggregate>("latest", "Date", date => date.Latest), Int<DateAggregate>("counted", "Int!", date => date.Counted),
            ],
        });
        Add(new ApiObject
        {
            Name = "GroupValue",
            Fields =
            [
                Text<GroupValue>("key", "String!", value => value.Key), Text<GroupValue>("text", "String", value => value.Text, "Null where the records have no value."),
                Record<GroupValue>("node", "Node", value => value.Node, "Where a relationship leads."),
            ],
        });
        foreach (var type in _model.NodeTypes)
            AddAggregate(type);
    }

    private void AddAggregate(NodeType type)
    {
        var keys = GroupKey.Of(type).ToList();
        var group = type.Name + "Group";
        Add(new ApiObject
        {
            Name = AggregateName(type),
            Fields =
            [
                .. Measures(type, value => (Aggregation)value),
                .. keys.Count == 0 ? Array.Empty<ApiField>() :
                [
                    Field("groupBy", $"[{group}!]!", new FieldMeaning.Member(new ValueMember.Grouped((value, request) => ((Aggregation)value).Groups(request), type)),
                    [
                        Argument("keys", $"[{group}Key!]!"), Argument("having", $"{group}HavingInput"), Argument("order", $"[{group}SortInput!]"), Argument("first", "Int!", 50),
                    ]),
                ],
            ],
        });
        if (keys.Count == 0)
            return;
        Add(new ApiObject { Name = group, Fields = [Objects<AggregateGroup>("keys", "[GroupValue!]!", shared => shared.Keys), .. Measures(type, value => ((AggregateGroup)value).Measures)] });
        Add(new ApiEnum { Name = group + "Key", Members = [.. keys.Select(key => new EnumMember(key.Name, null))] });
        Add(new ApiInputObject { Name = group + "HavingInput", Fields = [Argument("count", "IntOperationFilterInput")] });
        Add(new ApiInputObject { Name = group + "SortInput", Fields = [Argument("count", "SortEnumType"), Argument("key", "SortEnumType")] });
    }

    private static IEnumerable<ApiField> Measures(NodeType type, Func<object, Aggregation> of)
    {
        yield return Field("count", "Int!", new FieldMeaning.Member(new ValueMember.Int(value => of(value).Count)));
        foreach (var property in type.Properties.Where(IsMeasured))
        {
            ValueMember member = property.Kind switch
            {
                ValueKind.Quantity => new ValueMember.ObjectList(value => of(value).Quantities(property)),
                ValueKind.Int or ValueKind.Float => new ValueMember.Object(value => of(value).Number(property)),
                _ => new ValueMember.Object(value => of(value).Date(property)),
            };
            var name = property.Kind switch { ValueKind.Quantity => "[QuantityAggregate!]!", ValueKind.Int or ValueKind.Float => "NumberAggregate", _ => "DateAggregate" };
            yield return Field(property.FieldName, name, new FieldMeaning.Member(member));
        }
    }

    internal static bool IsMeasured(PropertyDefinition property) =>
        !property.IsList && property.Kind is ValueKind.Quantity or ValueKind.Int or ValueKind.Float or ValueKind.FuzzyDate or ValueKind.Date;
}
