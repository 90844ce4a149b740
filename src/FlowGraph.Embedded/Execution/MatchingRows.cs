using FlowGraph.Embedded.Snapshots;

namespace FlowGraph.Embedded.Execution;

/// <summary>The rows of a list that are shown and that a filter lets through.</summary>
internal readonly struct MatchingRows(ShownRows shown, Func<Step, bool>? filter, CancellationToken cancellationToken)
{
    /// <summary>At most so many, from the start or from the end, in the order in which they stand.</summary>
    public ReadOnlyMemory<Step> Of(ReadOnlyMemory<Step> rows, int most, bool fromEnd)
    {
        var all = rows.Span;
        // As long as every row is wanted, they are the rows that are there already.
        var whole = 0;
        while (whole < all.Length && whole < most && Has(all[fromEnd ? all.Length - 1 - whole : whole], whole))
            whole++;
        var first = fromEnd ? rows[^whole..] : rows[..whole];
        if (whole == all.Length || whole == most)
            return first;
        var found = new List<Step>(whole);
        for (var i = 0; i < whole; i++)
            found.Add(all[fromEnd ? all.Length - 1 - i : i]);
        for (var i = whole + 1; i < all.Length && found.Count < most; i++)
        {
            var row = all[fromEnd ? all.Length - 1 - i : i];
            if (Has(row, i))
                found.Add(row);
        }
        if (fromEnd)
            found.Reverse();
        return found.ToArray();
    }

    public int Count(ReadOnlySpan<Step> rows)
    {
        var count = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (Has(rows[i], i))
                count++;
        }
        return count;
    }

    private bool Has(Step row, int looked)
    {
        if ((looked & 1023) == 0)
            cancellationToken.ThrowIfCancellationRequested();
        return shown.Has(row) && (filter is null || filter(row));
    }
}
