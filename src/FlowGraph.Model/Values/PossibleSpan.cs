namespace FlowGraph.Model.Values;

/// <summary>
/// When something dated so can have started and ended. What it certainly covers runs from the latest start to the earliest end, if that is
/// a span at all.
/// </summary>
/// <param name="EarliestStart">Null: open.</param>
/// <param name="LatestEnd">Null: open.</param>
internal readonly record struct PossibleSpan(DateOnly? EarliestStart, DateOnly LatestStart, DateOnly EarliestEnd, DateOnly? LatestEnd)
{
    public bool IsOpen => EarliestStart is null || LatestEnd is null;

    public static PossibleSpan Of(FuzzyDate date)
    {
        var text = date.Edtf.AsSpan();
        var mark = text.IndexOf(FuzzyDate.IntervalMark);
        if (mark < 0)
        {
            var single = Read(text);
            return new PossibleSpan(single.First, single.Last, single.First, single.Last);
        }

        // An open end says that the source gives none, not that it lasted for ever: only the end that is given is certain.
        var start = text[..mark] is FuzzyDate.OpenEnd ? default(EdtfDate?) : Read(text[..mark]);
        var end = text[(mark + 1)..] is FuzzyDate.OpenEnd ? default(EdtfDate?) : Read(text[(mark + 1)..]);
        if (start is not { } from)
            return new PossibleSpan(null, end!.Value.Last, end.Value.First, end.Value.Last);

        if (end is not { } to)
            return new PossibleSpan(from.First, from.Last, from.First, null);

        // The ends bound each other: what starts on 15 October and ends in October does not end on the 1st.
        return new PossibleSpan(from.First, from.Last < to.Last ? from.Last : to.Last, to.First > from.First ? to.First : from.First, to.Last);
    }

    private static EdtfDate Read(ReadOnlySpan<char> text) =>
        EdtfDate.TryRead(text, out var date, out _) ? date : throw new FormatException($"'{text}' is no EDTF date.");
}
