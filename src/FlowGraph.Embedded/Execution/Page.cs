using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;

namespace FlowGraph.Embedded.Execution;

/// <summary>The rows of one page, and how many there are in all.</summary>
internal class Page
{
    private readonly ReadOnlyMemory<Step> _rows;
    private readonly PageRequest _request;
    private readonly RowOrder _order;

    /// <param name="rows">Between the cursors, in order; of many only one more than the page has.</param>
    private Page(ReadOnlyMemory<Step> rows, int totalCount, PageRequest request, RowOrder order)
    {
        var size = Math.Min(rows.Length, request.Size);
        _rows = request.FromEnd ? rows[^size..] : rows[..size];
        _request = request;
        _order = order;
        TotalCount = totalCount;
        HasNext = request.FromEnd ? request.HasOtherSide : rows.Length > size;
        HasPrevious = request.FromEnd ? rows.Length > size : request.HasOtherSide;
    }

    protected Page(Page page)
    {
        (_rows, _request, _order) = (page._rows, page._request, page._order);
        (TotalCount, HasNext, HasPrevious) = (page.TotalCount, page.HasNext, page.HasPrevious);
    }

    public ReadOnlySpan<Step> Rows => _rows.Span;

    /// <summary>Meaningless where the page was made without counting.</summary>
    public int TotalCount { get; }

    public bool HasNext { get; }

    public bool HasPrevious { get; }

    public string Cursor(Step row) => _order.CursorOf(row).Encode(_request.Binding);

    /// <summary>A page of a type or group, or of all facts.</summary>
    /// <param name="set">Null = every fact.</param>
    /// <param name="counts">Whether anybody asks how many there are in all; else no more rows are looked at than the page needs.</param>
    public static Page Of(Snapshot snapshot, KnownOrders orders, NodeSet? set, PageRequest request, bool counts, CancellationToken cancellationToken)
    {
        var rows = orders.RowsOf(set, Filter.NamesStatus(request.Where), request.Order);
        var order = new RowOrder(snapshot, request.Order);
        return request.Where is { } where
            ? Some(rows, new(default, new FilterEvaluator(snapshot).Compile(where), cancellationToken), request, order, counts)
            : Slice(rows, request, order);
    }

    /// <summary>A page of links or of chosen nodes.</summary>
    /// <param name="rowsById">In order of ids.</param>
    /// <param name="end">Whose links the rows are; null for nodes.</param>
    /// <param name="counts">As above.</param>
    public static Page Of(Snapshot snapshot, ReadOnlyMemory<Step> rowsById, RelationshipEnd? end, PageRequest request, bool counts, CancellationToken cancellationToken)
    {
        var order = new RowOrder(snapshot, request.Order);
        var shown = new ShownRows(snapshot, end, request.Where);
        var filter = request.Where is { } where ? new FilterEvaluator(snapshot).Compile(where) : null;
        var matching = new MatchingRows(shown, filter, cancellationToken);
        if (request.Order.IsEmpty)
            return filter is null && shown.HidesNothing ? Slice(rowsById, request, order) : Some(rowsById, matching, request, order, counts);
        var all = matching.Of(rowsById, int.MaxValue, fromEnd: false).ToArray();
        all.AsSpan().Sort(order);
        return Slice(all, request, order);
    }

    private static Page Some(ReadOnlyMemory<Step> rows, MatchingRows matching, PageRequest request, RowOrder order, bool counts) =>
        new(matching.Of(Between(rows, request, order), request.Size + 1, request.FromEnd), counts ? matching.Count(rows.Span) : 0, request, order);

    private static Page Slice(ReadOnlyMemory<Step> rows, PageRequest request, RowOrder order) =>
        new(Between(rows, request, order), rows.Length, request, order);

    /// <summary>The rows are in order, so the first and the last one between the cursors are found by halving.</summary>
    private static ReadOnlyMemory<Step> Between(ReadOnlyMemory<Step> rows, PageRequest request, RowOrder order)
    {
        var end = request.Before is { } before ? FirstWhere(rows.Span, row => order.Compare(row, before) >= 0) : rows.Length;
        var start = request.After is { } after ? FirstWhere(rows.Span[..end], row => order.Compare(row, after) > 0) : 0;
        return rows[start..end];
    }

    private static int FirstWhere(ReadOnlySpan<Step> rows, Func<Step, bool> isPast)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isPast(rows[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
