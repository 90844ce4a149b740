using FlowGraph.Model.Structure;

namespace FlowGraph.TestKit.Oracle;

/// <summary>All rows filtered, ordered and cut, in the plainest way.</summary>
internal sealed record OraclePage(IReadOnlyList<OracleRow> Rows, int TotalCount, bool HasNextPage, bool HasPreviousPage)
{
    private const int Default = 20;

    /// <param name="set">What <c>where</c> and <c>order</c> speak of.</param>
    /// <param name="end">Whose links the rows are; null where they are none.</param>
    /// <param name="cursors">The row that each cursor in use was cut from.</param>
    public static OraclePage Of(
        OracleGraph graph, IEnumerable<OracleRow> all, NodeSet set, RelationshipEnd? end, Dictionary<string, object?> arguments, IReadOnlyDictionary<string, OracleRow> cursors)
    {
        var where = (Dictionary<string, object?>?)arguments.GetValueOrDefault("where");
        var order = new OracleOrder([.. Terms(graph, set, arguments.GetValueOrDefault("order"))]);
        var filter = new OracleFilter(graph);
        var whereLink = (Dictionary<string, object?>?)arguments.GetValueOrDefault("whereLink");
        var showsRetracted = OracleFilter.NamesStatus(where) || OracleFilter.NamesNodeStatus(whereLink);
        var rows = all
            .Where(row => row.Edge is null || OracleFilter.NamesStatus(whereLink) || !OracleGraph.IsRetracted(row.Edge))
            .Where(row => row.Node is null || showsRetracted || !OracleGraph.IsRetracted(row.Node))
            .Where(row => where is null || filter.Matches(row.Node!, set, where))
            .Where(row => whereLink is null || filter.Matches(row, end!, whereLink));
        return Cut(rows, order, arguments, cursors);
    }

    /// <param name="all">Events and claims, and edges as such.</param>
    public static OraclePage OfFacts(OracleGraph graph, IEnumerable<OracleRow> all, Dictionary<string, object?> arguments, IReadOnlyDictionary<string, OracleRow> cursors)
    {
        var where = (Dictionary<string, object?>?)arguments.GetValueOrDefault("where");
        var terms = arguments.GetValueOrDefault("order") is { } order ? OracleArguments.List(order).Cast<Dictionary<string, object?>>().Select(term => FactTerm(graph, term.Single())) : [];
        var filter = new OracleFilter(graph);
        var rows = all.Where(row => OracleFilter.NamesStatus(where) || !OracleGraph.IsRetracted(row.Record)).Where(row => where is null || filter.MatchesFact(row.Record, where));
        return Cut(rows, new([.. terms]), arguments, cursors);
    }

    private static OraclePage Cut(IEnumerable<OracleRow> unordered, OracleOrder order, Dictionary<string, object?> arguments, IReadOnlyDictionary<string, OracleRow> cursors)
    {
        var rows = unordered.Order(order).ToList();
        OracleRow? At(string argument) => (string?)arguments.GetValueOrDefault(argument) is { } cursor ? cursors[cursor] : null;
        var (after, before) = (At("after"), At("before"));
        var between = rows.Where(row => (after is null || order.Compare(row, after) > 0) && (before is null || order.Compare(row, before) < 0)).ToList();
        if ((int?)(double?)arguments.GetValueOrDefault("last") is { } last)
            return new(between.TakeLast(last).ToList(), rows.Count, before is not null, between.Count > last);
        var first = (int?)(double?)arguments.GetValueOrDefault("first") ?? Default;
        return new(between.Take(first).ToList(), rows.Count, between.Count > first, after is not null);
    }

    private static IEnumerable<(Func<OracleRow, object?[]> Key, bool Descending)> Terms(OracleGraph graph, NodeSet set, object? order) =>
        order is null ? [] : OracleArguments.List(order).Cast<Dictionary<string, object?>>().Select(term => Term(graph, set, term.Single()));

    private static (Func<OracleRow, object?[]> Key, bool Descending) FactTerm(OracleGraph graph, KeyValuePair<string, object?> term) =>
        (term.Key == "type" ? row => [(double)graph.PlaceOfType(row.Record)] : OracleOrder.By(term.Key), (string)term.Value! == "DESC");

    private static (Func<OracleRow, object?[]> Key, bool Descending) Term(OracleGraph graph, NodeSet set, KeyValuePair<string, object?> term)
    {
        if (term.Value is Dictionary<string, object?> inner)
        {
            var single = set.Ends.Single(end => end.Name == term.Key);
            var (key, descending) = Term(graph, single.Target, inner.Single());
            return (row => graph.Link(single, row.Node!.Id) is { } link ? key(link) : [null, null], descending);
        }
        var isDescending = (string)term.Value! == "DESC";
        if (set.Properties.FirstOrDefault(property => property.FieldName == term.Key) is { } property)
            return (OracleOrder.By(property.Name), isDescending);
        var list = set.Ends.Single(end => end.IsList && end.Name + "Count" == term.Key);
        return (from => [(double)graph.Links(list, from.Node!.Id).Count(row => !OracleGraph.IsRetracted(row.Edge!) && !OracleGraph.IsRetracted(row.Node!))], isDescending);
    }
}
