using FlowGraph.Model.Structure;

namespace FlowGraph.TestKit.Oracle;

/// <summary>All rows filtered, ordered and cut, in the plainest way.</summary>
internal sealed record OraclePage(IReadOnlyList<OracleRow> Rows, int TotalCount, bool HasNextPage, bool HasPreviousPage)
{
    private const int Default = 20;

    /// <param name="set">What <c>where</c> and <c>order</c> speak of; null where the field has neither.</param>
    /// <param name="end">Whose links the rows are; null where they are none.</param>
    /// <param name="cursors">The row that each cursor in use was cut from.</param>
    public static OraclePage Of(
        OracleGraph graph, IEnumerable<OracleRow> all, NodeSet? set, RelationshipEnd? end, Dictionary<string, object?> arguments, IReadOnlyDictionary<string, OracleRow> cursors)
    {
        var where = (Dictionary<string, object?>?)arguments.GetValueOrDefault("where");
        var order = new OracleOrder([.. Terms(set, arguments.GetValueOrDefault("order"))]);
        var filter = new OracleFilter(graph);
        var whereLink = (Dictionary<string, object?>?)arguments.GetValueOrDefault("whereLink");
        var showsRetracted = OracleFilter.NamesStatus(where) || OracleFilter.NamesNodeStatus(whereLink);
        var rows = all
            .Where(row => row.Edge is null || OracleFilter.NamesStatus(whereLink) || !OracleGraph.IsRetracted(row.Edge))
            .Where(row => row.Node is null || showsRetracted || !OracleGraph.IsRetracted(row.Node))
            .Where(row => where is null || filter.Matches(row.Node!, set!, where))
            .Where(row => whereLink is null || filter.Matches(row, end!, whereLink))
            .Order(order).ToList();
        var after = (string?)arguments.GetValueOrDefault("after");
        var rest = after is null ? rows : rows.Where(row => order.Compare(row, cursors[after]) > 0).ToList();
        var first = (int?)(double?)arguments.GetValueOrDefault("first") ?? Default;
        return new(rest.Take(first).ToList(), rows.Count, rest.Count > first, after is not null);
    }

    private static IEnumerable<(string Property, bool Descending)> Terms(NodeSet? set, object? order) =>
        order is null ? [] : OracleArguments.List(order).Cast<Dictionary<string, object?>>().Select(term => term.Single())
            .Select(term => (set!.Properties.Single(property => property.FieldName == term.Key).Name, (string)term.Value! == "DESC"));
}
