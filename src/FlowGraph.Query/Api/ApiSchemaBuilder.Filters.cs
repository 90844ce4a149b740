using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Api;

public sealed partial class ApiSchemaBuilder
{
    /// <summary>Contract texts that nobody filters or sorts by: they explain, they do not classify.</summary>
    private static readonly ImmutableArray<string> Explanations = ["key", "caption", "statusReason", "confidenceBasis", "likelihood"];

    private static string FilterName(NodeSet set) => set.Name + "FilterInput";

    private static string SortName(NodeSet set) => set.Name + "SortInput";

    internal static bool IsFilterable(PropertyDefinition property) => !(property.IsContract && Explanations.Contains(property.Name));

    internal static bool IsSortable(PropertyDefinition property) => IsFilterable(property) && !property.IsList && property.ReferenceTo is null;

    private static string OperationName(PropertyDefinition property)
    {
        if (property.ReferenceTo is not null)
            return "IdOperationFilterInput";
        var name = property.Kind switch
        {
            ValueKind.Id => "Id",
            ValueKind.Imo or ValueKind.UnLocode or ValueKind.CountryCode or ValueKind.Url => "String",
            _ => ScalarName(property),
        };
        return $"{(property.IsList ? "List" : "")}{name}OperationFilterInput";
    }

    private void AddFilters()
    {
        AddOperation("Id", "ID", ["eq", "neq"], ["in", "nin"]);
        Add(new ApiInputObject
        {
            Name = "StringOperationFilterInput",
            Description = "Texts are compared by code point, case-sensitive.",
            Fields =
            [
                .. Operators("String", ["eq", "neq"], ["in", "nin"]),
                .. Operators("String", ["contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"], []),
                Argument("and", "[StringOperationFilterInput!]"),
                Argument("or", "[StringOperationFilterInput!]"),
            ],
        });
        foreach (var number in (string[])["Int", "Float", "Date"])
            AddOperation(number, number, ["eq", "neq"], ["in", "nin"], ["gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"]);
        AddOperation("Boolean", "Boolean", ["eq", "neq"], []);
        AddOperation("NodeType", "NodeType", ["eq", "neq"], ["in", "nin"]);
        AddOperation("DatePrecision", "DatePrecision", ["eq", "neq"], ["in", "nin"]);

        var sets = FilteredSets().ToList();
        var properties = sets.SelectMany(set => set.Properties).Where(IsFilterable).ToList();
        foreach (var type in properties.Where(p => p.Kind == ValueKind.Enum).Select(p => p.Enum!).Append(_model.EnumsByName["Unit"]).Append(_model.EnumsByName["Bound"])
            .DistinctBy(e => e.Name).Where(e => e.Name is not "DatePrecision").OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            // Confidence alone is ordered in the reader's sense: HIGH is more than LOW.
            AddOperation(type.Name, type.Name, ["eq", "neq"], ["in", "nin"], type.Name == "Confidence" ? ["gte", "lte"] : []);
        }
        foreach (var list in properties.Where(p => p.IsList).Select(p => (Operation: OperationName(p), Element: p.Kind == ValueKind.Enum ? p.Enum!.Name : "String"))
            .Distinct().OrderBy(p => p.Operation, StringComparer.Ordinal))
        {
            Add(new ApiInputObject
            {
                Name = list.Operation,
                Fields = [.. Operators(list.Element + "OperationFilterInput", ["some", "none", "all"], []), Argument("any", "Boolean")],
            });
        }
        Add(new ApiInputObject { Name = "DateRangeInput", Fields = [Argument("from", "Date"), Argument("to", "Date")], Description = "Both ends included, either may be absent." });
        Add(new ApiInputObject { Name = "FloatRangeInput", Fields = [Argument("from", "Float"), Argument("to", "Float")], Description = "Both ends included, either may be absent." });
        Add(new ApiInputObject
        {
            Name = "FuzzyDateOperationFilterInput",
            Description = "before: latest < x; after: earliest > x; within: both ends inside; overlaps: shares a day. An open end is infinite.",
            Fields =
            [
                Argument("eq", "String"), Argument("overlaps", "DateRangeInput"), Argument("within", "DateRangeInput"), Argument("before", "Date"), Argument("after", "Date"),
                Argument("precision", "DatePrecisionOperationFilterInput"), Argument("known", "Boolean"),
            ],
        });
        Add(new ApiInputObject
        {
            Name = "QuantityOperationFilterInput",
            Description = "atLeast: low >= x; atMost: high <= x; possibly: the intervals meet. An open end is infinite.",
            Fields =
            [
                Argument("atLeast", "Float"), Argument("atMost", "Float"), Argument("possibly", "FloatRangeInput"), Argument("unit", "UnitOperationFilterInput"),
                Argument("bound", "BoundOperationFilterInput"), Argument("contested", "BooleanOperationFilterInput"), Argument("known", "Boolean"),
            ],
        });
        foreach (var set in sets)
            Add(FilterInput(set));
    }

    private static ImmutableArray<ApiArgument> Operators(string type, ImmutableArray<string> single, ImmutableArray<string> lists) =>
        [.. single.Select(name => Argument(name, type)), .. lists.Select(name => Argument(name, $"[{type}]"))];

    private void AddOperation(string name, string type, ImmutableArray<string> single, ImmutableArray<string> lists, ImmutableArray<string> further = default) =>
        Add(new ApiInputObject
        {
            Name = name + "OperationFilterInput",
            Fields = [.. Operators(type, single, lists), .. further.IsDefault ? [] : Operators(type, further, [])],
        });

    /// <summary>Every node type, and every group that a relationship leads to.</summary>
    private IEnumerable<NodeSet> FilteredSets() =>
        _model.NodeTypes.Cast<NodeSet>().Concat(_model.Groups.Where(group =>
            _model.NodeTypes.SelectMany(type => type.Ends).Any(end => end.Target == group)));

    private static ApiInputObject FilterInput(NodeSet set)
    {
        var name = FilterName(set);
        List<ApiArgument> fields = [Argument("and", $"[{name}!]"), Argument("or", $"[{name}!]"), Argument("not", name)];
        fields.AddRange(set.Properties.Where(IsFilterable).Select(property => Argument(property.FieldName, OperationName(property))));
        if (set is GroupType)
            fields.Add(Argument("type", "NodeTypeOperationFilterInput"));
        if (set is NodeType type)
            fields.AddRange(type.Ends.Where(end => !end.IsList).Select(end => Argument(end.Name, FilterName(end.Target))));
        return new() { Name = name, Fields = [.. fields] };
    }

    private void AddSorts()
    {
        foreach (var set in FilteredSets())
            Add(new ApiInputObject { Name = SortName(set), Fields = [.. set.Properties.Where(IsSortable).Select(property => Argument(property.FieldName, "SortEnumType"))] });
    }
}
