using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Ledgers;

/// <summary>A ledger on one line.</summary>
internal static class LedgerText
{
    public static string Of(ImmutableArray<OilLedgerRow> rows) => rows.IsEmpty ? "No shipments." : NarrativeWriter.OneLine(string.Join("; ", rows.Select(Of))) + ".";

    private static string Of(OilLedgerRow row)
    {
        var sum = row.Barrels?.Display ?? "nothing counted";
        var cap = row.MultipleOfCap is { } multiple && row.CapBarrels is { } allowed ? $", {multiple.Display} of {allowed.Display}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{row.Period} {row.CountingGroup}: {sum}{cap} ({row.Counted.Length} counted, {row.LeftOut.Length} left out)");
    }
}
