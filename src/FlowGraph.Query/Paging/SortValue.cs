namespace FlowGraph.Query.Paging;

/// <summary>One component of a sort key: text, a number, or missing. Days are day numbers, enums their place in the declaration, false is 0.</summary>
public readonly record struct SortValue(string? Text, double Number, bool IsMissing)
{
    public static SortValue Missing { get; } = new(null, 0, true);

    public static SortValue Of(string? text) => text is null ? Missing : new(text, 0, false);

    public static SortValue Of(double? number) => number is { } value ? new(null, value, false) : Missing;

    public static SortValue Of(DateOnly? day) => day is { } value ? new(null, value.DayNumber, false) : Missing;

    /// <summary>Missing stands last whichever way the order goes.</summary>
    public static int Compare(SortValue x, SortValue y, bool descending)
    {
        if (x.IsMissing || y.IsMissing)
            return x.IsMissing.CompareTo(y.IsMissing);
        var order = x.Text is not null ? CodePointComparer.Instance.Compare(x.Text, y.Text) : x.Number.CompareTo(y.Number);
        return descending ? -order : order;
    }
}
