using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using Fields = System.Collections.Generic.Dictionary<string, object?>;

namespace FlowGraph.TestKit.Oracle;

/// <summary>The ledger, each field by its name, worked out from the records in the plainest way.</summary>
internal sealed class OracleLedger(OracleGraph graph)
{
    private readonly NodeType _shipment = graph.Release.Model.NodeTypesByName["Shipment"];
    private readonly NodeType _cap = graph.Release.Model.NodeTypesByName["Cap"];

    public Fields Of(Fields arguments)
    {
        var exporter = (string?)arguments.GetValueOrDefault("exporter");
        var importer = (string?)arguments.GetValueOrDefault("importer");
        var during = (Fields?)arguments.GetValueOrDefault("during");
        var byYear = (string)arguments["groupBy"]! == "YEAR";
        var shipments = graph.NodesOf(_shipment)
            .Where(node => !OracleGraph.IsRetracted(node))
            .Where(node => exporter is null || At(node, _shipment, "suppliedBy") == exporter)
            .Where(node => importer is null || At(node, _shipment, "receivedBy") == importer)
            .Where(node => during is null || OracleOperators.Property(_shipment.Property("when")!, node["when"], new() { ["overlaps"] = during }))
            .OrderBy(node => node.Id, OracleOrder.Texts).ToList();
        var rows = shipments.GroupBy(node => (Period: Period((FuzzyDate?)node["when"], byYear), Group: (string)node["countingGroup"]!))
            .OrderBy(group => group.Key.Period, OracleOrder.Texts).ThenBy(group => group.Key.Group, OracleOrder.Texts)
            .Select(group => Row(group.Key.Period, group.Key.Group, [.. group], byYear ? importer : null)).ToList();
        return new()
        {
            ["rows"] = rows,
            ["text"] = rows.Count == 0 ? "No shipments." : $"{OracleSurroundings.Line(string.Join("; ", rows.Select(row => row["line"])))}.",
        };
    }

    private string? At(NodeRecord node, NodeType type, string end) => graph.Link(type.Ends.Single(known => known.Name == end), node.Id)?.Node!.Id;

    private static string Period(FuzzyDate? when, bool byYear)
    {
        if (when is null)
            return "undated";
        string Part(DateOnly? day) => day is not { } known ? ".." : byYear ? $"{known.Year:0000}" : $"{known.Year:0000}-{known.Month:00}";
        return Part(when.Earliest) == Part(when.Latest) ? Part(when.Latest) : $"{Part(when.Earliest)}/{Part(when.Latest)}";
    }

    private Fields Row(string period, string group, List<NodeRecord> members, string? importer)
    {
        static string? Reason(NodeRecord node) => (string?)node["modality"] != "ACTUAL" ? "NOT_ACTUAL"
            : (string?)node["commodity"] != "REFINED_PETROLEUM" ? "OTHER_COMMODITY"
            : node["includeInTotals"] is not true ? "NOT_IN_TOTALS"
            : node["barrels"] is not Quantity quantity ? "NO_VALUE"
            : quantity is { Low: null, High: null, Best: null } ? "UNSTATED" : null;
        var counted = members.Where(node => Reason(node) is null).ToList();
        var parts = counted.ConvertAll(node => (Quantity)node["barrels"]!);
        double? high = parts.Exists(part => part.High is null) ? null : parts.Sum(part => part.High!.Value);
        double? best = parts.Exists(part => part.Best is null) ? null : parts.Sum(part => part.Best!.Value);
        var low = parts.Sum(part => part.Low ?? 0);
        var bound = high is null ? "AT_LEAST" : parts.Exists(part => part.Low is null) ? "UP_TO" : low != high ? "BETWEEN" : parts.Exists(part => part.Bound == "ABOUT") ? "ABOUT" : "EXACT";
        var barrels = parts.Count == 0 ? null : new Quantity(best, low, high, "BARRELS", bound, null, parts.Exists(part => part.Contested));

        var caps = importer is null || period.Length != 4 ? [] : graph.NodesOf(_cap)
            .Where(cap => !OracleGraph.IsRetracted(cap) && (string?)cap["modality"] == "ACTUAL" && (string?)cap["commodity"] == "REFINED_PETROLEUM")
            .Where(cap => At(cap, _cap, "on") == importer && HoldsFor((FuzzyDate?)cap["when"], int.Parse(period, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        var only = caps.Count == 1 ? caps[0] : null;
        var amount = (Quantity?)only?["amount"];
        var multiple = barrels is null || amount is null ? null : Multiple(barrels, amount);
        var leftOut = members.Count - counted.Count;
        return new()
        {
            ["period"] = period,
            ["countingGroup"] = group,
            ["note"] = graph.Release.Info.CountingGroups.FirstOrDefault(known => known.Id == group)?.Note,
            ["barrels"] = barrels,
            ["cap"] = only,
            ["capBarrels"] = amount,
            ["multipleOfCap"] = multiple,
            ["counted"] = counted,
            ["leftOut"] = members.Where(node => Reason(node) is not null)
                .Select(node => new Fields { ["fact"] = node, ["reason"] = Reason(node), ["note"] = Reason(node) == "NOT_IN_TOTALS" ? node["countNote"] : null }).ToList(),
            ["line"] = $"{period} {group}: {barrels?.Display ?? "nothing counted"}{(multiple is null ? "" : $", {multiple["display"]} of {amount!.Display}")} ({counted.Count} counted, {leftOut} left out)",
        };
    }

    /// <summary>A year alone is that year; an interval certainly holds from the last day that it can begin on to the first that it can end on.</summary>
    private static bool HoldsFor(FuzzyDate? when, int year)
    {
        if (when is null)
            return false;
        var ends = when.Edtf.Split('/').Select(end => end == ".." ? null : FuzzyDate.Parse(end)).ToList();
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return ends.Count == 1
            ? ends[0]!.Earliest <= first && ends[0]!.Latest >= last
            : ends[0] is { } from && from.Latest <= first && (ends[1] is null || ends[1]!.Earliest >= last);
    }

    private static Fields? Multiple(Quantity barrels, Quantity cap)
    {
        double? most = cap.High ?? cap.Best ?? cap.Low, least = cap.Low ?? cap.Best ?? cap.High;
        if (most is null || least is null or <= 0)
            return null;
        double? low = barrels.Low / most, high = barrels.High / least;
        static string Number(double value) => Quantity.Number(Math.Round(value, 4) == 0 ? value : Math.Round(value, 4));
        static string Times(double value) => Number(value) == "1" ? "1 time" : $"{Number(value)} times";
        var words = high is null ? $"at least {Times(low ?? 0)}"
            : low is null or 0 && high > 0 ? $"up to {Times(high.Value)}"
            : low is not null && low != high ? $"{Number(low.Value)} to {Times(high.Value)}" : Times(high.Value);
        return new() { ["low"] = low, ["high"] = high, ["display"] = $"{words} the cap" };
    }
}
