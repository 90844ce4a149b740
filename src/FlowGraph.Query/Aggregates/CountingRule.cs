using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Aggregates;

/// <summary>Whether a record enters a sum, and if not, why.</summary>
internal static class CountingRule
{
    private const string Actual = "ACTUAL";

    /// <summary>The first reason that holds; null for a record that is counted.</summary>
    /// <param name="isOther">What is summed is of one commodity, and the record is of another.</param>
    public static LeftOutReason? ReasonToLeaveOut(NodeType type, AggregateNeeds needs, AggregateRow row, PropertyDefinition summed, bool isOther = false)
    {
        if (needs.Value(row, "status") is "RETRACTED")
            return LeftOutReason.Retracted;
        if (type.Domain is not null && needs.Value(row, "modality") is not Actual)
            return LeftOutReason.NotActual;
        if (isOther)
            return LeftOutReason.OtherCommodity;
        if (type.Domain is not null && needs.Value(row, "includeInTotals") is not true)
            return LeftOutReason.NotInTotals;
        return needs.Value(row, summed.Name) switch
        {
            Quantity { Low: null, High: null, Best: null } => LeftOutReason.Unstated,
            Quantity => null,
            _ => LeftOutReason.NoValue,
        };
    }

    /// <summary>What the record says of it itself.</summary>
    public static string? Note(AggregateNeeds needs, AggregateRow row, LeftOutReason reason) => reason switch
    {
        LeftOutReason.Retracted => (string?)needs.Value(row, "statusReason"),
        LeftOutReason.NotInTotals => (string?)needs.Value(row, "countNote"),
        _ => null,
    };

    /// <summary>What decides whether a record enters a sum, and under which name.</summary>
    public static IEnumerable<PropertyDefinition> Deciding(NodeType type) =>
        ((string[])["status", "statusReason", "modality", "includeInTotals", "countNote", "countingGroup"]).Select(type.Property).OfType<PropertyDefinition>();
}
