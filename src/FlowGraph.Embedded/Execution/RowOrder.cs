using System.Collections.Immutable;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Query.Paging;

namespace FlowGraph.Embedded.Execution;

/// <summary>The order of a page's rows: its terms, then the node's id, then the edge's.</summary>
internal sealed class RowOrder : IComparer<Step>
{
    private readonly Snapshot _snapshot;
    private readonly ImmutableArray<OrderTerm> _terms;
    private readonly RowKey[] _keys;

    public RowOrder(Snapshot snapshot, ImmutableArray<OrderTerm> terms)
    {
        _snapshot = snapshot;
        _terms = terms;
        _keys = terms.IsEmpty ? [] : [.. terms.Select(term => new RowKey(snapshot, term))];
    }

    public int Compare(Step x, Step y)
    {
        for (var t = 0; t < _terms.Length; t++)
        {
            for (var part = 0; part < _terms[t].Parts; part++)
            {
                var order = SortValue.Compare(_keys[t].Value(x, part), _keys[t].Value(y, part), _terms[t].Descending);
                if (order != 0)
                    return order;
            }
        }
        var byId = Rank(_snapshot.RecordOf(x)).CompareTo(Rank(_snapshot.RecordOf(y)));
        return byId != 0 || x.Edge < 0 ? byId : Rank(_snapshot.Tables.NodeCount + x.Edge).CompareTo(Rank(_snapshot.Tables.NodeCount + y.Edge));
    }

    /// <summary>Where a row stands to the place that a cursor marks; the record it was cut from need not exist any more.</summary>
    public int Compare(Step row, Cursor cursor)
    {
        var value = 0;
        for (var t = 0; t < _terms.Length; t++)
        {
            for (var part = 0; part < _terms[t].Parts; part++)
            {
                var order = SortValue.Compare(_keys[t].Value(row, part), cursor.Values[value++], _terms[t].Descending);
                if (order != 0)
                    return order;
            }
        }
        var byId = CodePointComparer.Instance.Compare(Id(row), cursor.Id);
        return byId != 0 ? byId : CodePointComparer.Instance.Compare(Tie(row), cursor.Tie);
    }

    public Cursor CursorOf(Step row)
    {
        var values = new List<SortValue>();
        for (var t = 0; t < _terms.Length; t++)
        {
            for (var part = 0; part < _terms[t].Parts; part++)
                values.Add(_keys[t].Value(row, part));
        }
        return new([.. values], Id(row), Tie(row));
    }

    private int Rank(int record) => _snapshot.IdRank[record];

    private string Id(Step row) => _snapshot.Tables.Id(_snapshot.RecordOf(row));

    private string Tie(Step row) => row is { Node: >= 0, Edge: >= 0 } ? _snapshot.Tables.Id(_snapshot.Tables.NodeCount + row.Edge) : "";
}
