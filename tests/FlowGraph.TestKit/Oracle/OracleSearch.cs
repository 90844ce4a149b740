using System.Collections.Immutable;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.TestKit.Oracle;

/// <summary>Every name of every record against the text, one after the other.</summary>
internal sealed class OracleSearch(OracleGraph graph)
{
    private const int LeastScore = 40;

    private static readonly Dictionary<string, int> _costs = new()
    {
        ["name"] = 0,
        ["title"] = 0,
        ["commonName"] = 0,
        ["aliases"] = 3,
        ["nativeNames"] = 3,
        ["acronym"] = 3,
        ["formerNames"] = 5,
    };

    private sealed record Match(string Field, string Value, string How, int Score);

    private sealed record Hit(NodeRecord Node, string Name, int Score, List<Match> Matches);

    public object Page(Dictionary<string, object?> arguments, IReadOnlyDictionary<string, OracleRow> cursors)
    {
        var (text, mode) = ((string)arguments["text"]!, (string)arguments["mode"]!);
        var types = arguments.GetValueOrDefault("types") is { } given ? OracleArguments.List(given).Cast<string>().ToList() : [];
        var all = graph.Release.Nodes.Where(node => NameOf(node) is not null && !OracleGraph.IsRetracted(node))
            .Select(node => HitOf(node, text, mode)).Where(hit => hit.Score >= LeastScore)
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Name, OracleOrder.Texts).ThenBy(hit => hit.Node.Id, OracleOrder.Texts).ToList();
        var after = (string?)arguments.GetValueOrDefault("after") is { } cursor ? all.FindIndex(hit => hit.Node.Id == cursors[cursor].Node!.Id) : -1;
        bool Fits(Hit hit) => types.Count == 0 || types.Contains(hit.Node.Type.EnumName);
        var behind = all[(after + 1)..].Where(Fits).ToList();
        var page = behind.Take((int?)(double?)arguments.GetValueOrDefault("first") ?? 20).ToList();
        return new Dictionary<string, object?>
        {
            ["nodes"] = page.Select(hit => hit.Node).ToList(),
            ["edges"] = page.Select(Edge).ToList(),
            ["pageInfo"] = new OraclePage([.. page.Select(hit => new OracleRow(hit.Node, null))], 0, behind.Count > page.Count, after >= 0),
            ["totalCount"] = all.Count(Fits),
        };
    }

    private static Dictionary<string, object?> Edge(Hit hit) => new()
    {
        ["cursor"] = OracleResolvers.Cursor,
        ["node"] = hit.Node,
        ["score"] = hit.Score,
        ["matched"] = hit.Matches.Select(match => new Dictionary<string, object?> { ["field"] = match.Field, ["value"] = match.Value, ["how"] = match.How }).ToList(),
    };

    private static string? NameOf(NodeRecord node) => (string?)(node.Type.Contract == Contract.Record ? node["title"] : node["name"]);

    private static Hit HitOf(NodeRecord node, string text, string mode)
    {
        var compact = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        List<Match> keys = [];
        List<Match> names = [];
        if (Same(compact, node.Id))
            keys.Add(new("id", node.Id, "KEY", 100));
        foreach (var property in node.Type.Properties)
        {
            if (property.IsKey || property.Name == "key" && property.IsContract)
            {
                if (node[property.Name] is string key && (Same(compact, key) || property.Kind == ValueKind.Imo && Same(compact, "IMO" + key)))
                    keys.Add(new(property.FieldName, key, "KEY", 100));
            }
            else if (_costs.TryGetValue(property.Name, out var cost) && property.Kind == ValueKind.String)
            {
                var values = node[property.Name] is ImmutableArray<string> list ? list.IsDefault ? [] : list : node[property.Name] is string single ? [single] : [];
                names.AddRange(values.Select(value => (value, Found: PlainSearch.Of(text, value, mode))).Where(pair => pair.Found?.Score - cost >= LeastScore)
                    .Select(pair => new Match(property.FieldName, pair.value, pair.Found!.Value.How, pair.Found.Value.Score - cost)));
            }
        }
        string[] order = ["EXACT", "FOLDED", "ROMANISED", "FUZZY", "PREFIX"];
        List<Match> matches = [.. keys, .. names.OrderByDescending(match => match.Score).ThenBy(match => Array.IndexOf(order, match.How))];
        return new(node, NameOf(node)!, matches.Count == 0 ? 0 : matches[0].Score, matches);
    }

    private static bool Same(string x, string y) => string.Equals(x, y, StringComparison.OrdinalIgnoreCase);
}
