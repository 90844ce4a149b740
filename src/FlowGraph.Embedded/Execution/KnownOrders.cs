using System.Collections.Concurrent;
using System.Collections.Immutable;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Paging;

namespace FlowGraph.Embedded.Execution;

/// <summary>All rows of a type or group, or all facts, in an order that was asked for, with or without the retracted ones: sorted once, then a page takes no longer however many rows there are.</summary>
internal sealed class KnownOrders(Snapshot snapshot)
{
    // Anybody can think of another order; what is held of them all stays in proportion to the release.
    private const int RowsPerNode = 4;

    private readonly ConcurrentDictionary<(NodeSet? Set, bool Retracted, string Order), Lazy<Step[]>> _known = [];
    private long _held;

    /// <param name="set">Null = every fact.</param>
    /// <param name="retracted">Whether what is retracted is among them.</param>
    public Step[] RowsOf(NodeSet? set, bool retracted, ImmutableArray<OrderTerm> order)
    {
        retracted |= !snapshot.HasRetracted;
        if (retracted && order.IsEmpty)
            return All(set);
        var key = (set, retracted, order.IsEmpty ? "" : string.Join(' ', order));
        return (_known.TryGetValue(key, out var known) ? known : Remember(key, order)).Value;
    }

    private Lazy<Step[]> Remember((NodeSet? Set, bool Retracted, string Order) key, ImmutableArray<OrderTerm> order)
    {
        var size = All(key.Set).Length;
        if (Interlocked.Add(ref _held, size) > (long)RowsPerNode * snapshot.Tables.NodeCount)
        {
            _known.Clear();
            Interlocked.Exchange(ref _held, size);
        }
        return _known.GetOrAdd(key, _ => new(() => Rows(key.Set, key.Retracted, order)));
    }

    private Step[] All(NodeSet? set) => set is null ? snapshot.Facts : snapshot.RowsOf(set);

    private Step[] Rows(NodeSet? set, bool retracted, ImmutableArray<OrderTerm> order)
    {
        var all = All(set);
        Step[] rows = retracted ? [.. all] : [.. all.Where(row => !snapshot.Retracted[snapshot.RecordOf(row)])];
        if (!order.IsEmpty)
            rows.AsSpan().Sort(new RowOrder(snapshot, order));
        return rows;
    }
}
