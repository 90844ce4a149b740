using FlowGraph.Query.Chains;

namespace FlowGraph.Query.Ledgers;

/// <summary>The arguments of <c>oilLedger</c>.</summary>
/// <param name="During">Shipments whose date shares a day with it; null = all, undated ones too.</param>
public sealed record LedgerRequest(string? Exporter, string? Importer, DayRange? During, LedgerPeriod GroupBy);

public enum LedgerPeriod
{
    Year,
    Month,
}
