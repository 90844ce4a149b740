using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Paging;

namespace FlowGraph.Embedded.Execution;

/// <summary>The rows of one page, and how many there are in all.</summary>
internal class Page
{
    private readonly ReadOnlyMemory<Step> _rows;
    private readonly PageRequest _request;
    private readonly RowOrder _order;

    /// <param name="rows">Between the cursors, in order.</param>
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

    public int TotalCount { get; }

    public bool HasNext { get; }

    public bool HasPrevious { get; }

    public string Cursor(Step row) => _order.CursorOf(row).Encode(_request.Binding);

    /// <param name="rowsById">In order of ids.</param>
    /// <param name="end">Whose links the rows are; null for nodes.</param>
    public static Page Of(Snapshot snapshot, ReadOnlyMemory<Step> rowsById, RelationshipEnd? end, PageRequest request, CancellationToken cancellationToken)
    {
        var order = new RowOrder(snapshot, request.Order);
        var all = rowsById.Span;
        var shown = new ShownRows(snapshot, end, request.Where);
        if (request.Where is null && request.Order.IsEmpty && shown.HidesNothing)
            return Slice(rowsById, request, order);
        var filter = request.Where is null ? null : new FilterEvaluator(snapshot).Compile(request.Where);
        var matching = new List<Step>();
        for (var i = 0; i < all.Length; i++)
        {
            if ((i & 1023) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var row = all[i];
            if (shown.Has(row) && (filter is null || filter(row)))
                matching.Add(row);
        }
        var total = matching.Count;
        if (!request.Order.IsEmpty)
            matching.Sort(order);
        return new(Between(matching.ToArray(), request, order), total, request, order);
    }

    private static Page Slice(ReadOnlyMemory<Step> rowsById, PageRequest request, RowOrder order) =>
        new(Between(rowsById, request, order), rowsById.Length, request, order);

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
