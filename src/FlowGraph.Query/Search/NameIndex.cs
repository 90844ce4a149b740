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
            return Page(request, sheet, KeysOf(text), best.AsSpan(0, RecordCount), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(best);
        }
    }

    /// <param name="best">Has room for the score of each record.</param>
    private SearchPage Page(SearchRequest request, MatchSheet sheet, List<int> keys, Span<byte> best, CancellationToken cancellationToken)
    {
        best.Clear();
        for (var name = sheet.Next(0); name >= 0; name = sheet.Next(name + 1))
        {
            ref var score = ref best[_tables.RecordOf[name]];
            score = Math.Max(score, (byte)sheet.Score(name));
        }
        foreach (var key in keys)
            best[_tables.RecordOfKey[key]] = KeyScore;
        cancellationToken.ThrowIfCancellationRequested();
        if (!request.Types.IsDefaultOrEmpty)
            Keep(best, [.. request.Types.Select(type => type.Ordinal)]);
        var page = InOrder(best, request.After, request.Size + 1);
        var binding = request.Binding;
        var hits = ImmutableArray.CreateBuilder<SearchHit>();
        foreach (var record in page.Take(request.Size))
            hits.Add(new(Text(_tables.Ids[record]), Text(_tables.Values[_tables.Title[record]]), best[record], Matches(record, sheet, keys), binding));
        return new(hits.ToImmutable(), best.Length - best.Count((byte)0), page.Count > request.Size, request.After is not null);
    }

    private void Keep(Span<byte> best, HashSet<int> types)
    {
        for (var record = 0; record < best.Length; record++)
        {
            if (best[record] > 0 && !types.Contains(_tables.TypeOf[record]))
                best[record] = 0;
        }
    }

    /// <summary>The first so many records behind the cursor that are hits: higher scores first, those of one score as they are numbered.</summary>
    private List<int> InOrder(ReadOnlySpan<byte> best, Cursor? after, int most)
    {
        var found = new List<int>();
        for (var score = KeyScore; score > 0; score--)
        {
            if (after?.Values[0].Number < score)
                continue;
            for (var at = after?.Values[0].Number == score ? FirstBehind(after) : 0; at < best.Length; at++)
            {
                var next = best[at..].IndexOf((byte)score);
                if (next < 0)
                    break;
                if (found.Count == most)
                    return found;
                found.Add(at += next);
            }
        }
        return found;
    }

    /// <summary>The first record that stands behind the cursor's among those of one score.</summary>
    private int FirstBehind(Cursor after)
    {
        var (low, high) = (0, RecordCount);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsBehind(middle, after))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private bool IsBehind(int record, Cursor after)
    {
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
