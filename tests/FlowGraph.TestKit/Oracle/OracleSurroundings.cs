using System.Globalization;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using GraphQL;
using Fields = System.Collections.Generic.Dictionary<string, object?>;

namespace FlowGraph.TestKit.Oracle;

/// <summary>What is around nodes, and how two facts stand in time, looked up in the records in the plainest way.</summary>
internal sealed class OracleSurroundings(OracleGraph graph)
{
    private static readonly string[] _confidences = ["HIGH", "MODERATE", "LOW"];

    public Fields? Neighborhood(Fields arguments)
    {
        if (graph.Node((string?)arguments["id"]) is not { } center)
            return null;
        var most = Number(arguments["perType"]);
        var least = Array.IndexOf(_confidences, (string?)arguments.GetValueOrDefault("minConfidence") ?? "LOW");
        var model = graph.Release.Model;
        var groups = new List<Fields>();
        foreach (var type in model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural))
        {
            foreach (var direction in (string[])["OUT", "IN"])
            {
                if ((string?)arguments.GetValueOrDefault("direction") is { } only && only != direction)
                    continue;
                var rows = center.Type.Ends.Where(end => end.Edge == type && (end.Direction == Direction.Out) == (direction == "OUT")).SelectMany(end => graph.Links(end, center.Id))
                    .Where(row => !OracleGraph.IsRetracted(row.Edge!) && !OracleGraph.IsRetracted(row.Node!))
                    .Where(row => Rank(row.Edge!) <= least && IsNamed(arguments, row.Edge!, row.Node!))
                    .OrderBy(row => Degree(row.Node!)).ThenBy(row => row.Node!.Id, OracleOrder.Texts).ThenBy(row => row.Edge!.Id, OracleOrder.Texts).ToList();
                if (rows.Count > 0)
                    groups.Add(new() { ["type"] = type.Name, ["direction"] = direction, ["totalCount"] = rows.Count, ["links"] = rows.Take(most).ToList() });
            }
        }
        var total = groups.Sum(group => (int)group["totalCount"]!);
        var text = $"{Name(center)}: {Count(total, "link")}";
        foreach (var group in groups)
        {
            var names = ((List<OracleRow>)group["links"]!).Take(3).Select(row => Name(row.Node!)).ToList();
            text += $"; {Words(group["type"]!)} {((string)group["direction"]! == "OUT" ? "→" : "←")} {Count((int)group["totalCount"]!, null)}{(names.Count > 0 ? ": " : "")}{List(names, (int)group["totalCount"]!)}";
        }
        return new() { ["center"] = center, ["totalCount"] = total, ["groups"] = groups, ["text"] = Line(text) };
    }

    public Fields Subgraph(Fields arguments)
    {
        var ids = OracleArguments.List(arguments["ids"]).Cast<string>().Distinct().ToList();
        if (ids.Exists(id => graph.Node(id) is null))
            throw new ExecutionError("An id that is not there.");
        var (hops, limit) = (Number(arguments["hops"]), Number(arguments["limit"]));
        var nodes = ids.Take(limit).ToList();
        var facts = new List<EdgeRecord>();
        var truncated = ids.Count > limit;
        var (near, looked) = (nodes.ToList(), new HashSet<string>());
        for (var hop = 0; hop < hops; hop++)
        {
            var reached = new List<string>();
            bool Leads(EdgeRecord edge, string from, string to) => near.Contains(from) && IsNamed(arguments, edge, graph.Node(to)!);
            bool IsHidden(string id) => OracleGraph.IsRetracted(graph.Node(id)!) && !ids.Contains(id);
            var level = graph.Release.Edges.Where(edge => edge.Id.Length > 0 && !OracleGraph.IsRetracted(edge) && !IsHidden(edge.From) && !IsHidden(edge.To))
                .Where(edge => Leads(edge, edge.From, edge.To) || Leads(edge, edge.To, edge.From))
                .Where(edge => looked.Add(edge.Id)).OrderBy(Rank).ThenBy(edge => edge.Id, OracleOrder.Texts).ToList();
            foreach (var edge in level)
            {
                var isFull = facts.Count == limit;
                var missing = new[] { edge.From, edge.To }.Where(id => !nodes.Contains(id)).Distinct().ToList();
                if (isFull || nodes.Count + missing.Count > limit)
                {
                    truncated = true;
                    continue;
                }
                facts.Add(edge);
                nodes.AddRange(missing);
                reached.AddRange(missing);
            }
            near = reached;
        }
        var text = $"{Count(nodes.Count, "node")} and {Count(facts.Count, "fact")} within {Count(hops, "hop")} of {List([.. ids.Take(3).Select(id => Name(graph.Node(id)!))], ids.Count)}{(truncated ? ", cut off" : "")}";
        if (facts.Count > 0)
            text += ": " + string.Join("; ", facts.Take(5).Select(fact => $"{Name(graph.Node(fact.From)!)} – {Words(fact.Relationship.Edge.Name)} → {Name(graph.Node(fact.To)!)}"));
        if (facts.Count > 5)
            text += $"; and {Count(facts.Count - 5, null)} more";
        return new() { ["nodes"] = nodes.ConvertAll(graph.Node), ["facts"] = facts, ["truncated"] = truncated, ["text"] = Line(text) };
    }

    public Fields Compare(Fields arguments)
    {
        var (a, b) = (graph.Fact((string)arguments["a"]!), graph.Fact((string)arguments["b"]!));
        if (a is null || b is null)
            throw new ExecutionError("Not two facts.");
        var comparison = TemporalComparison.Of(Date(a), Date(b));
        return new()
        {
            ["a"] = a,
            ["b"] = b,
            ["order"] = comparison.Order.ToString().ToUpperInvariant(),
            ["gapDays"] = comparison.GapDays,
            ["gapDaysMax"] = comparison.GapDaysMax,
            ["reason"] = comparison.Reason,
        };
    }

    private static FuzzyDate? Date(object fact) => (FuzzyDate?)(OracleGraph.Property(fact, "when") ?? (fact is NodeRecord { Type.Name: "Claim" } claim ? claim["asOf"] : null));

    private static bool IsNamed(Fields arguments, EdgeRecord edge, NodeRecord to) =>
        arguments.GetValueOrDefault("types") is not { } types || OracleArguments.List(types) is { Count: 0 } || OracleArguments.List(types).Any(name => (string)name! == edge.Relationship.Edge.Name || (string)name! == to.Type.EnumName);

    private static int Rank(EdgeRecord edge) => Array.IndexOf(_confidences, (string)edge["confidence"]!);

    private int Degree(NodeRecord node) => node.Type.Ends.Where(end => end.Edge.Class == EdgeClass.Fact).Sum(end => graph.Links(end, node.Id).Count());

    private static string Name(NodeRecord node) => (string)(node["name"] ?? node["title"] ?? node["caption"] ?? node.Id);

    private static string Words(object type) => ((string)type).Replace('_', ' ').ToLowerInvariant();

    private static string Count(int count, string? noun) => string.Format(CultureInfo.InvariantCulture, "{0:N0}{1}{2}{3}", count, noun is null ? "" : " ", noun, noun is null || count == 1 ? "" : "s");

    private static string List(List<string> names, int count) => names.Count == 0 ? ""
        : count > names.Count ? $"{string.Join(" · ", names)} · {Count(count - names.Count, null)} more" : string.Join(" · ", names);

    /// <summary>Without breaks, whatever names hold.</summary>
    public static string Line(string text) => string.Join(' ', text.Split('\t', '\n', '\r', '\u2028', '\u2029').Select(part => part.Trim()).Where(part => part.Length > 0));

    private static int Number(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
