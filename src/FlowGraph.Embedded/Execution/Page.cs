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

    private Page(ReadOnlyMemory<Step> rows, int totalCount, bool hasNext, PageRequest request, RowOrder order)
    {
        _rows = rows;
        _request = request;
        _order = order;
        TotalCount = totalCount;
        HasNext = hasNext;
    }

    protected Page(Page page)
        : this(page._rows, page.TotalCount, page.HasNext, page._request, page._order)
    {
    }

    public ReadOnlySpan<Step> Rows => _rows.Span;

    public int TotalCount { get; }

    public bool HasNext { get; }

    public bool HasPrevious => _request.After is not null;

    public string Cursor(Step row) => _order.CursorOf(row).Encode(_request.Binding);

    /// <summary>Rows that are facts, nodes and edges mixed; nothing filters or orders them further.</summary>
    public static Page OfFacts(Snapshot snapshot, ReadOnlyMemory<Step> rowsById, PageRequest request) =>
        Slice(rowsById, request, new(snapshot, []));

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
        if (request.After is { } cursor)
            matching.RemoveAll(row => !order.IsAfter(row, cursor));
        return new(matching.GetRange(0, Math.Min(matching.Count, request.First)).ToArray(), total, matching.Count > request.First, request, order);
    }

    /// <summary>The rows are in the order of ids, so the first one after the cursor is found by halving.</summary>
    private static Page Slice(ReadOnlyMemory<Step> rowsById, PageRequest request, RowOrder order)
    {
        var all = rowsById.Span;
        var (low, high) = (0, request.After is null ? 0 : all.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (order.IsAfter(all[middle], request.After!))
                high = middle;
            else
                low = middle + 1;
        }
        var rest = rowsById[low..];
        return new(rest[..Math.Min(rest.Length, request.First)], all.Length, rest.Length > request.First, request, order);
    }
}
