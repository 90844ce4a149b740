using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;

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

        var sets = Sets().ToList();
        var edges = sets.SelectMany(set => set.Ends).Where(HasLinks).Select(end => end.Edge).Distinct();
        var properties = sets.SelectMany(set => set.Properties).Concat(edges.SelectMany(edge => edge.Properties)).Where(IsFilterable).ToList();
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
        AddLinkFilters(sets);
    }

    /// <summary>What is asked of a relationship's edges, and of the members of its list.</summary>
    private void AddLinkFilters(List<NodeSet> sets)
    {
        var ends = sets.SelectMany(set => set.Ends).ToList();
        foreach (var link in ends.Where(HasLinks).DistinctBy(LinkFilterName).OrderBy(LinkFilterName, StringComparer.Ordinal))
        {
            var name = LinkFilterName(link);
            var own = link.Edge.Properties.Where(property => !property.IsContract);
            var contract = _model.EdgeContract.Where(property => IsFilterable(property) && property.Name != "id");
            Add(new ApiInputObject
            {
                Name = name,
                Fields =
                [
                    .. Combinations(name),
                    .. contract.Select(property => Argument(property.FieldName, OperationName(property))),
                    Argument("node", FilterName(link.Target)),
                    .. own.Select(property => Argument(property.FieldName, OperationName(property))),
                ],
            });
        }
        foreach (var element in ends.Where(end => end.IsList).SelectMany(end => HasLinks(end) ? [FilterName(end.Target), LinkFilterName(end)] : new[] { FilterName(end.Target) })
            .Distinct().OrderBy(name => name, StringComparer.Ordinal))
        {
            Add(new ApiInputObject { Name = ListFilterName(element), Fields = [.. Operators(element, ["some", "none", "all"], []), Argument("any", "Boolean")] });
        }
    }

    private static bool HasLinks(RelationshipEnd end) => end.Edge.Class != EdgeClass.Structural;

    private static string LinkFilterName(RelationshipEnd end) => LinkName(end) + "FilterInput";

    private static string ListFilterName(string element) => "ListFilterInputTypeOf" + element;

    private static ApiArgument[] Combinations(string name) => [Argument("and", $"[{name}!]"), Argument("or", $"[{name}!]"), Argument("not", name)];

    private static ImmutableArray<ApiArgument> Operators(string type, ImmutableArray<string> single, ImmutableArray<string> lists) =>
        [.. single.Select(name => Argument(name, type)), .. lists.Select(name => Argument(name, $"[{type}]"))];

    private void AddOperation(string name, string type, ImmutableArray<string> single, ImmutableArray<string> lists, ImmutableArray<string> further = default) =>
        Add(new ApiInputObject
        {
            Name = name + "OperationFilterInput",
            Fields = [.. Operators(type, single, lists), .. further.IsDefault ? [] : Operators(type, further, [])],
        });

    /// <summary>Every node type and every group.</summary>
    private IEnumerable<NodeSet> Sets() => _model.NodeTypes.Cast<NodeSet>().Concat(_model.Groups);

    private static ApiInputObject FilterInput(NodeSet set)
    {
        var name = FilterName(set);
        List<ApiArgument> fields = [.. Combinations(name)];
        fields.AddRange(set.Properties.Where(IsFilterable).Select(property => Argument(property.FieldName, OperationName(property))));
        if (set is GroupType)
            fields.Add(Argument("type", "NodeTypeOperationFilterInput"));
        foreach (var end in set.Ends)
        {
            fields.Add(Argument(end.Name, end.IsList ? ListFilterName(FilterName(end.Target)) : FilterName(end.Target)));
            if (HasLinks(end))
                fields.Add(Argument(FilterCompiler.LinkName(end), end.IsList ? ListFilterName(LinkFilterName(end)) : LinkFilterName(end)));
        }
        return new() { Name = name, Fields = [.. fields] };
    }

    private void AddSorts()
    {
        foreach (var set in Sets())
        {
            var properties = set.Properties.Where(IsSortable).Select(property => Argument(property.FieldName, "SortEnumType"));
            var ends = set.Ends.Select(end => end.IsList ? Argument(OrderTerm.NameOf(end), "SortEnumType") : Argument(end.Name, SortName(end.Target)));
            Add(new ApiInputObject { Name = SortName(set), Fields = [.. properties, .. ends] });
        }
    }
}
