using System.Globalization;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.TestKit.Oracle;

/// <summary>Whether a designation was in force on a day: for each, the days on which it certainly was and those on which it can have been.</summary>
internal static class OracleSanctions
{
    public static string Of(OracleGraph graph, NodeRecord target, RelationshipEnd designations, RelationshipEnd issuedBy, Dictionary<string, object?> arguments)
    {
        var day = DateOnly.ParseExact((string)arguments["date"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var by = (string?)arguments.GetValueOrDefault("by");
        var dates = graph.Links(designations, target.Id)
            .Where(row => !OracleGraph.IsRetracted(row.Edge!) && !OracleGraph.IsRetracted(row.Node!) && (string?)row.Node!["modality"] == "ACTUAL")
            .Where(row => by is null || graph.Link(issuedBy, row.Node!.Id)?.Node!.Id == by)
            .Select(row => (FuzzyDate?)row.Node!["when"]).ToList();
        return dates.Exists(when => when is not null && Certainly(when, day)) ? "LISTED" : dates.Exists(when => when is null || Possibly(when, day)) ? "UNKNOWN" : "NOT_LISTED";
    }

    private static (FuzzyDate? Start, FuzzyDate? End) Ends(FuzzyDate when)
    {
        var ends = when.Edtf.Split('/');
        FuzzyDate? Read(string text) => text == ".." ? null : FuzzyDate.Parse(text);
        return (Read(ends[0]), ends.Length == 1 ? null : Read(ends[1]));
    }

    /// <summary>It began on a known day, or in a month or year that is over; it has not ended, or goes on to a later month or year, or to a known day.</summary>
    private static bool Certainly(FuzzyDate when, DateOnly day)
    {
        var (start, end) = Ends(when);
        return start is not null && day >= start.Latest!.Value.AddDays(start.Precision == DatePrecision.Day ? 0 : 1)
            && (end is null || day <= end.Earliest!.Value.AddDays(end.Precision == DatePrecision.Day ? 0 : -1));
    }

    private static bool Possibly(FuzzyDate when, DateOnly day)
    {
        var (start, end) = Ends(when);
        return (start is null || day >= start.Earliest) && (end is null || day <= end.Latest);
    }
}
