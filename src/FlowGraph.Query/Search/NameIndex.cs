using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using FlowGraph.Query.Paging;

namespace FlowGraph.Query.Search;

/// <summary>The names and keys of one release, frozen; made by <see cref="NameIndexBuilder"/>.</summary>
public sealed partial class NameIndex
{
    private readonly NameTables _tables;

    internal NameIndex(NameTables tables) => _tables = tables;

    public int RecordCount => _tables.TypeOf.Length;

    public int NameCount => _tables.RecordOf.Length;

    /// <summary>The page of hits that is asked for.</summary>
    public SearchPage Find(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = new SearchText(request.Text);
        using var sheet = new MatchSheet(NameCount);
        Match(text, request.Mode, sheet, cancellationToken);
        var best = ArrayPool<byte>.Shared.Rent(RecordCount);
        try
        {
            return Page(request, sheet, KeysOf(text), best, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(best);
        }
    }

    /// <param name="best">Has room for the score of each record, and perhaps for more.</param>
    private SearchPage Page(SearchRequest request, MatchSheet sheet, List<int> keys, byte[] best, CancellationToken cancellationToken)
    {
        best.AsSpan().Clear();
        for (var name = sheet.Next(0); name >= 0; name = sheet.Next(name + 1))
            best[_tables.RecordOf[name]] = Math.Max(best[_tables.RecordOf[name]], (byte)sheet.Score(name));
        foreach (var key in keys)
            best[_tables.RecordOfKey[key]] = KeyScore;
        cancellationToken.ThrowIfCancellationRequested();
        if (!request.Types.IsDefaultOrEmpty)
            Keep(best, [.. request.Types.Select(type => type.Ordinal)]);
        var order = InOrder(best);
        var start = request.After is { } after ? Behind(order, best, after) : 0;
        var size = Math.Min(request.Size, order.Length - start);
        var binding = request.Binding;
        var hits = ImmutableArray.CreateBuilder<SearchHit>(size);
        foreach (var record in order.AsSpan(start, size))
            hits.Add(new(Text(_tables.Ids[record]), Text(_tables.Values[_tables.Title[record]]), best[record], Matches(record, sheet, keys), binding));
        return new(hits.MoveToImmutable(), order.Length, start + size < order.Length, request.After is not null);
    }

    private void Keep(byte[] best, HashSet<int> types)
    {
        for (var record = 0; record < best.Length; record++)
        {
            if (best[record] > 0 && !types.Contains(_tables.TypeOf[record]))
                best[record] = 0;
        }
    }

    /// <summary>Records that are hits: higher scores first, those of one score as they are numbered.</summary>
    private static int[] InOrder(byte[] best)
    {
        Span<int> next = stackalloc int[KeyScore + 1];
        next.Clear();
        var hits = best.AsSpan();
        var count = 0;
        for (var at = hits.IndexOfAnyExcept((byte)0); at >= 0; at = Next(best, at + 1))
        {
            next[best[at]]++;
            count++;
        }
        var below = 0;
        for (var score = KeyScore; score > 0; score--)
            (next[score], below) = (below, below + next[score]);
        var order = new int[count];
        for (var at = hits.IndexOfAnyExcept((byte)0); at >= 0; at = Next(best, at + 1))
            order[next[best[at]]++] = at;
        return order;
    }

    private static int Next(byte[] best, int from) => best.AsSpan(from).IndexOfAnyExcept((byte)0) is >= 0 and var next ? from + next : -1;

    /// <summary>How many hits stand at the cursor's place or before it.</summary>
    private int Behind(int[] order, byte[] best, Cursor after)
    {
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsBehind(order[middle], best, after))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private bool IsBehind(int record, byte[] best, Cursor after)
    {
        var score = (double)best[record];
        if (score != after.Values[0].Number)
            return score < after.Values[0].Number;
        var byName = _tables.Values[_tables.Title[record]].SequenceCompareTo(Encoding.UTF8.GetBytes(after.Values[1].Text ?? ""));
        return byName != 0 ? byName > 0 : _tables.Ids[record].SequenceCompareTo(Encoding.UTF8.GetBytes(after.Id)) > 0;
    }

    private ImmutableArray<SearchMatch> Matches(int record, MatchSheet sheet, List<int> keys) =>
    [
        .. keys.Where(key => _tables.RecordOfKey[key] == record).Order().Select(key => new SearchMatch(_tables.Fields[_tables.FieldOfKey[key]].Name, Text(_tables.KeyTexts[key]), MatchHow.Key)),
        .. Enumerable.Range(_tables.FirstName[record], _tables.FirstName[record + 1] - _tables.FirstName[record]).Where(name => sheet.Score(name) > 0)
            .OrderByDescending(sheet.Score).ThenBy(sheet.How).ThenBy(name => name)
            .Select(name => new SearchMatch(_tables.Fields[_tables.FieldOf[name]].Name, Text(_tables.Values[name]), sheet.How(name))),
    ];

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}
