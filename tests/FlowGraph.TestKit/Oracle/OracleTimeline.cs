using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using Fields = System.Collections.Generic.Dictionary<string, object?>;

namespace FlowGraph.TestKit.Oracle;

/// <summary>Events by date, from all edges and all events.</summary>
internal sealed class OracleTimeline(OracleGraph graph)
{
    private static readonly List<object?> _byDate = [new Fields { ["when"] = "ASC" }];

    /// <param name="cursors">The row that each cursor in use was cut from.</param>
    public Fields Of(Fields arguments, IReadOnlyDictionary<string, OracleRow> cursors)
    {
        var events = graph.Release.Model.GroupsByName["Event"];
        var scope = Given(arguments, "scope");
        var types = Given(arguments, "types");
        var near = graph.Release.Edges.Where(edge => edge.Relationship.Edge.Class != EdgeClass.Structural && !OracleGraph.IsRetracted(edge))
            .SelectMany(edge => new[] { (edge.From, edge.To), (edge.To, edge.From) }).Where(pair => scope.Contains(pair.Item1)).Select(pair => pair.Item2).Concat(scope).ToHashSet();
        var chosen = graph.NodesOf(events).Where(node => scope.Count == 0 || near.Contains(node.Id)).Where(node => types.Count == 0 || types.Contains(node.Type.EnumName))
            .Where(node => !OracleGraph.IsRetracted(node)).ToList();
        var date = new Fields { ["known"] = true };
        if (arguments.GetValueOrDefault("during") is { } during)
            date["overlaps"] = during;
        var page = OraclePage.Of(graph, chosen.Select(node => new OracleRow(node, null)), events, null, new(arguments) { ["order"] = _byDate, ["where"] = new Fields { ["when"] = date } }, cursors);
        var undated = chosen.Count(node => node["when"] is null);
        return new()
        {
            ["nodes"] = page.Rows.Select(row => row.Node).ToList(),
            ["edges"] = page.Rows.Select(row => new Fields { ["cursor"] = OracleResolvers.Cursor, ["node"] = row.Node }).ToList(),
            ["pageInfo"] = page,
            ["totalCount"] = page.TotalCount,
            ["undatedCount"] = undated,
            ["text"] = Text(page, undated),
        };
    }

    private static HashSet<string> Given(Fields arguments, string name) =>
        arguments.GetValueOrDefault(name) is { } list ? [.. OracleArguments.List(list).Cast<string>()] : [];

    private static string Text(OraclePage page, int undated)
    {
        var (total, shown) = (page.TotalCount, page.Rows.Count);
        var text = $"{total} dated{(undated > 0 ? $" and {undated} undated" : "")} event{(total + undated == 1 ? "" : "s")}";
        if (shown == 0)
            return text + ".";
        return $"{text}{(shown < total ? $", {shown} of them here" : "")}: {string.Join("; ", page.Rows.Select(row => $"{((FuzzyDate)row.Node!["when"]!).Edtf} {OracleSurroundings.Line((string)row.Node["caption"]!)}"))}.";
    }
}
