using System.Globalization;
using System.Text;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using Fields = System.Collections.Generic.Dictionary<string, object?>;

namespace FlowGraph.TestKit.Oracle;

/// <summary>Measures over nodes, each field by its name, worked out from the records in the plainest way.</summary>
internal sealed class OracleAggregate(OracleGraph graph, NodeType type)
{
    public Fields Of(IEnumerable<NodeRecord> nodes)
    {
        var members = nodes.OrderBy(node => node.Id, OracleOrder.Texts).ToList();
        var fields = new Fields { ["count"] = members.Count, ["groupBy"] = (Func<Fields, object?>)(arguments => Groups(members, arguments)) };
        foreach (var property in type.Properties.Where(property => !property.IsList))
        {
            var values = members.Select(node => node[property.Name]).OfType<object>().ToList();
            fields[property.FieldName] = property.Kind switch
            {
                ValueKind.Quantity => Quantities(members, property),
                ValueKind.Int or ValueKind.Float => Number([.. values.Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture))]),
                ValueKind.Date => Dates([.. values.Select(value => (From: (DateOnly?)value, To: (DateOnly?)value))]),
                ValueKind.FuzzyDate => Dates([.. values.Cast<FuzzyDate>().Select(date => (date.Earliest, date.Latest))]),
                _ => null,
            };
        }
        return fields;
    }

    private static Fields Number(List<double> values) => values.Count == 0
        ? new() { ["counted"] = 0 }
        : new() { ["counted"] = values.Count, ["min"] = values.Min(), ["max"] = values.Max(), ["sum"] = values.Sum(), ["avg"] = values.Sum() / values.Count };

    private static Fields Dates(List<(DateOnly? From, DateOnly? To)> values) => new()
    {
        ["counted"] = values.Count,
        ["earliest"] = values.Min(value => value.From),
        ["latest"] = values.Max(value => value.To),
    };

    private List<Fields> Quantities(List<NodeRecord> members, PropertyDefinition property)
    {
        string? Group(NodeRecord node) => type.Domain is null ? null : (string?)node["countingGroup"];
        var rows = new List<(string? Group, string Unit)>();
        foreach (var group in members.Select(Group).Distinct().Order(OracleOrder.Texts!))
        {
            var units = members.Where(node => Group(node) == group).Select(node => ((Quantity?)node[property.Name])?.Unit).OfType<string>().Distinct().ToList();
            rows.AddRange(units.Count == 0 ? [(group, property.Units[0])] : units.Order(StringComparer.Ordinal).Select(unit => (group, unit)));
        }
        return [.. rows.Select(row => Sum(row.Group, row.Unit,
            [.. members.Where(node => Group(node) == row.Group && ((Quantity?)node[property.Name])?.Unit is var unit && (unit is null || unit == row.Unit))], property))];
    }

    private Fields Sum(string? group, string unit, List<NodeRecord> members, PropertyDefinition property)
    {
        string? Reason(NodeRecord node) => node.Type.Property("status") is not null && (string?)node["status"] == "RETRACTED" ? "RETRACTED"
            : type.Domain is not null && (string?)node["modality"] != "ACTUAL" ? "NOT_ACTUAL"
            : type.Domain is not null && node["includeInTotals"] is not true ? "NOT_IN_TOTALS"
            : node[property.Name] is not Quantity quantity ? "NO_VALUE"
            : quantity is { Low: null, High: null, Best: null } ? "UNSTATED" : null;
        var counted = members.Where(node => Reason(node) is null).ToList();
        var leftOut = members.Where(node => Reason(node) is not null).ToList();
        var parts = counted.ConvertAll(node => (Quantity)node[property.Name]!);
        double? high = parts.Exists(part => part.High is null) ? null : parts.Sum(part => part.High!.Value);
        double? best = parts.Exists(part => part.Best is null) ? null : parts.Sum(part => part.Best!.Value);
        var low = parts.Sum(part => part.Low ?? 0);
        var bound = high is null ? "AT_LEAST" : parts.Exists(part => part.Low is null) ? "UP_TO" : low != high ? "BETWEEN" : parts.Exists(part => part.Bound == "ABOUT") ? "ABOUT" : "EXACT";
        var contested = parts.Exists(part => part.Contested);
        var n = parts.Count;
        return new()
        {
            ["countingGroup"] = group,
            ["unit"] = unit,
            ["min"] = parts.Select(part => part.Low).Min(),
            ["max"] = high is null ? null : parts.Select(part => part.High).Max(),
            ["sum"] = n == 0 ? null : new Quantity(best, low, high, unit, bound, null, contested),
            ["avg"] = n == 0 ? null : new Quantity(best / n, low / n, high / n, unit, bound, null, contested),
            ["countedCount"] = n,
            ["counted"] = counted.Take(200).ToList(),
            ["leftOutCount"] = leftOut.Count,
            ["leftOut"] = leftOut.Take(200).Select(node => new Fields
            {
                ["fact"] = node,
                ["reason"] = Reason(node),
                ["note"] = Reason(node) switch { "RETRACTED" => node["statusReason"], "NOT_IN_TOTALS" => node["countNote"], _ => null },
            }).ToList(),
        };
    }

    private List<Fields> Groups(List<NodeRecord> members, Fields arguments)
    {
        var keys = OracleArguments.List(arguments["keys"]).Cast<string>().Distinct().ToList();
        var having = (Fields?)arguments.GetValueOrDefault("having");
        var groups = members.GroupBy(node => string.Join('|', keys.Select(key => Text(node, key) ?? "\0"))).Select(group => (Keys: keys.ConvertAll(key => Text(group.First(), key)), Nodes: group.ToList()))
            .Where(group => having is null || !having.TryGetValue("count", out var count) || OracleOperators.Scalar(group.Nodes.Count, (Fields)count!));
        var given = arguments.GetValueOrDefault("order") is { } list ? OracleArguments.List(list).Cast<Fields>().ToList() : [];
        var order = given.Count == 0 ? [new Fields { ["count"] = "DESC" }] : given;
        var sorted = groups.Order(Comparer<(List<string?> Keys, List<NodeRecord> Nodes)>.Create((x, y) => order.Select(term => term.Single())
            .Select(term => term.Key == "key" ? Compare(x.Keys, y.Keys, (string)term.Value! == "DESC") : x.Nodes.Count.CompareTo(y.Nodes.Count) * ((string)term.Value! == "DESC" ? -1 : 1))
            .Append(Compare(x.Keys, y.Keys, false)).FirstOrDefault(found => found != 0)));
        return [.. sorted.Take((int)Convert.ToDouble(arguments["first"], CultureInfo.InvariantCulture)).Select(group =>
        {
            var fields = Of(group.Nodes);
            fields["keys"] = keys.Select((key, i) => new Fields { ["key"] = key, ["text"] = group.Keys[i], ["node"] = End(key) is null ? null : graph.Node(group.Keys[i]) }).ToList();
            return fields;
        })];
    }

    private static int Compare(List<string?> x, List<string?> y, bool descending)
    {
        for (var i = 0; i < x.Count; i++)
        {
            var order = x[i] is null || y[i] is null ? (x[i] is null).CompareTo(y[i] is null) : OracleOrder.Texts.Compare(x[i]!, y[i]!) * (descending ? -1 : 1);
            if (order != 0)
                return order;
        }
        return 0;
    }

    private RelationshipEnd? End(string key) => type.Ends.SingleOrDefault(end => !end.IsList && Spelled(end.Name) == key);

    private string? Text(NodeRecord node, string key)
    {
        if (End(key) is { } end)
            return graph.Link(end, node.Id)?.Node!.Id;
        var property = type.Properties.Single(property => key == Spelled(property.FieldName) || key == Spelled(property.FieldName) + "_YEAR" || key == Spelled(property.FieldName) + "_MONTH");
        string Part(DateOnly? day) => day is not { } known ? ".." : key.EndsWith("_YEAR", StringComparison.Ordinal) ? $"{known.Year:0000}" : $"{known.Year:0000}-{known.Month:00}";
        return node[property.Name] switch
        {
            FuzzyDate date => Part(date.Earliest) == Part(date.Latest) ? Part(date.Latest) : $"{Part(date.Earliest)}/{Part(date.Latest)}",
            DateOnly day => Part(day),
            bool truth => truth ? "true" : "false",
            var value => (string?)value,
        };
    }

    private static string Spelled(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
            text.Append(char.IsUpper(letter) ? "_" : "").Append(char.ToUpperInvariant(letter));
        return text.ToString();
    }
}
