using System.Collections.Immutable;
using FlowGraph.Embedded.Blocks;
using FlowGraph.Embedded.Columns;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Paging;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>A validated release → columns, adjacency and indexes.</summary>
internal sealed class SnapshotBuilder
{
    private readonly GraphRelease _release;
    private readonly GraphModel _model;
    private readonly Dictionary<string, int> _numbers;
    private readonly NodeTable[] _nodes;
    private readonly EdgeTable[] _edges;
    private readonly RecordTables _tables;

    public SnapshotBuilder(GraphRelease release)
    {
        _release = release;
        _model = release.Model;
        _numbers = new(NodeCount, StringComparer.Ordinal);
        _nodes = NodeTables();
        _edges = EdgeTables();
        _tables = new(_nodes, _edges);
    }

    private int NodeCount => _release.Nodes.Length;

    public Snapshot Build()
    {
        var records = NodeCount + _tables.EdgeCount;
        var rank = IdRank(records);
        var ids = new IdIndex([.. Enumerable.Range(0, NodeCount), .. FactEdges().Select(edge => NodeCount + edge)], _tables.IdBytes);
        var retracted = Bits.Create(records, out var marks);
        var hasRetracted = MarkRetracted(marks);
        (Adjacency Out, Adjacency In)[] byEdgeType =
            [.. _edges.Select(table => (Adjacency(table, _ => true, Direction.Out, rank), Adjacency(table, _ => true, Direction.In, rank)))];
        return new()
        {
            Model = _model,
            Release = _release.Info,
            Tables = _tables,
            IdRank = rank,
            Ends = new(_model, byEdgeType, relationship => OwnEnds(relationship, rank)),
            ByEdgeType = byEdgeType,
            Ids = ids,
            FactKeys = new([.. KeyedRecords()], _tables.KeyBytes),
            NaturalKeys = SnapshotBlocks.NaturalKeys(_tables, NaturalKey),
            Citations = Citations(ids, records),
            Claims = Lists.Build(NodeCount, Claims()),
            Degree = Degrees(),
            Retracted = retracted,
            HasRetracted = hasRetracted,
        };
    }

    private NodeTable[] NodeTables()
    {
        var byType = InOrder(_release.Nodes, (x, y) => CodePointComparer.Instance.Compare(x.Id, y.Id)).ToLookup(node => node.Type);
        var start = 0;
        var tables = new NodeTable[_model.NodeTypes.Length];
        foreach (var type in _model.NodeTypes)
        {
            var rows = byType[type].ToList();
            for (var i = 0; i < rows.Count; i++)
                _numbers.Add(rows[i].Id, start + i);
            tables[type.Ordinal] = new(type, start, rows.Count, [.. type.Properties.Select(property => ColumnFactory.Create(property, new RecordValues<NodeRecord>(rows, row => row.Values, property.Index)))]);
            start += rows.Count;
        }
        return tables;
    }

    private EdgeTable[] EdgeTables()
    {
        var byType = InOrder(_release.Edges, CompareEdges).ToLookup(edge => edge.Relationship.Edge);
        var count = 0;
        var tables = new EdgeTable[_model.EdgeTypes.Length];
        foreach (var type in _model.EdgeTypes)
        {
            var rows = byType[type].ToList();
            tables[type.Ordinal] = new(
                type,
                count,
                Block.Of(rows, row => _numbers[row.From]),
                Block.Of(rows, row => _numbers[row.To]),
                Block.Of(rows, row => checked((byte)type.Relationships.IndexOf(row.Relationship))),
                [.. type.Properties.Select(property => ColumnFactory.Create(property, new RecordValues<EdgeRecord>(rows, row => row.Values, property.Index)))]);
            count += rows.Count;
        }
        return tables;
    }

    private IEnumerable<int> FactEdges() =>
        _edges.Where(table => table.Ids is not null).SelectMany(table => Enumerable.Range(table.Start, table.Count));

    private IEnumerable<int> KeyedRecords() =>
        _nodes.Where(table => table.Type.IsFact).SelectMany(table => Enumerable.Range(table.Start, table.Count))
            .Concat(FactEdges().Select(edge => NodeCount + edge));

    private static int CompareEdges(EdgeRecord x, EdgeRecord y)
    {
        var order = CodePointComparer.Instance.Compare(x.Id, y.Id);
        if (order == 0)
            order = CodePointComparer.Instance.Compare(x.From, y.From);
        return order == 0 ? CodePointComparer.Instance.Compare(x.To, y.To) : order;
    }

    /// <summary>A release mostly is in order already, and to look takes a tenth of sorting it.</summary>
    private static ImmutableArray<T> InOrder<T>(ImmutableArray<T> records, Comparison<T> order)
    {
        for (var i = 1; i < records.Length; i++)
        {
            if (order(records[i - 1], records[i]) > 0)
                return records.Sort(order);
        }
        return records;
    }

    private Block<int> IdRank(int records)
    {
        var order = Enumerable.Range(0, records).ToArray();
        var named = Named().OrderBy(table => _tables.Id(table.Start), CodePointComparer.Instance).ToList();
        // Ids begin with the prefix of their type: one table comes whole after the other, behind the edges that have no ids.
        if (named.Zip(named.Skip(1)).All(pair => _tables.IdBytes(pair.First.Start + pair.First.Count - 1).SequenceCompareTo(_tables.IdBytes(pair.Second.Start)) < 0))
            order = [.. _edges.Where(table => table.Ids is null).SelectMany(table => Enumerable.Range(NodeCount + table.Start, table.Count)), .. named.SelectMany(table => Enumerable.Range(table.Start, table.Count))];
        else
            Array.Sort(order, (x, y) => IdOf(x).SequenceCompareTo(IdOf(y)) is var byId and not 0 ? byId : x.CompareTo(y));
        var rank = Block<int>.Create(records, out var places);
        for (var i = 0; i < records; i++)
            places[order[i]] = i;
        return rank;
    }

    private ReadOnlySpan<byte> IdOf(int record) => _tables.IsEdge(record) && _tables.OfEdge(record - NodeCount).Ids is null ? [] : _tables.IdBytes(record);

    /// <summary>Tables of records that have ids, by record number; each is in order of them.</summary>
    private IEnumerable<(int Start, int Count)> Named() =>
        _nodes.Select(table => (table.Start, table.Count)).Concat(_edges.Where(table => table.Ids is not null).Select(table => (NodeCount + table.Start, table.Count)))
            .Where(table => table.Item2 > 0);

    private (Adjacency Out, Adjacency In) OwnEnds(Relationship relationship, Block<int> rank)
    {
        var table = _edges[relationship.Edge.Ordinal];
        return (Adjacency(table, edge => edge == relationship, Direction.Out, rank), Adjacency(table, edge => edge == relationship, Direction.In, rank));
    }

    private Adjacency Adjacency(EdgeTable table, Func<Relationship, bool> belongs, Direction direction, Block<int> rank)
    {
        var (owners, steps) = (new List<int>(table.Count), new List<Step>(table.Count));
        var (near, far) = direction == Direction.Out ? (table.From, table.To) : (table.To, table.From);
        for (var i = 0; i < table.Count; i++)
        {
            if (!belongs(table.Relationship(i)))
                continue;
            owners.Add(near[i]);
            steps.Add(new(far[i], table.Start + i));
        }
        return Snapshots.Adjacency.Build(owners, steps, (x, y) =>
            rank[x.Node].CompareTo(rank[y.Node]) is var byNode and not 0 ? byNode : rank[NodeCount + x.Edge].CompareTo(rank[NodeCount + y.Edge]));
    }

    private static IdIndex NaturalKey(NodeTable table, PropertyDefinition property) =>
        new([.. Enumerable.Range(0, table.Count).Where(row => !table.Columns[property.Index].IsMissing(row)).Select(row => table.Start + row)], table.BytesOf(property));

    private Lists Citations(IdIndex ids, int records)
    {
        var table = _nodes[_model.NodeTypesByName["Citation"].Ordinal];
        var (facts, stance, grade) = ((TextColumn)table.Column("factId")!, (EnumColumn)table.Column("stance")!, (EnumColumn)table.Column("grade")!);
        var pairs = Enumerable.Range(0, table.Count).Select(row => (ids.Find(facts.Bytes(row)), table.Start + row)).ToList();
        return Lists.Build(records, pairs, (x, y) =>
        {
            var order = stance.Ordinal(x - table.Start).CompareTo(stance.Ordinal(y - table.Start));
            if (order == 0)
                order = grade.Ordinal(x - table.Start).CompareTo(grade.Ordinal(y - table.Start));
            return order == 0 ? x.CompareTo(y) : order;
        });
    }

    private List<(int Owner, int Item)> Claims()
    {
        var table = _nodes[_model.NodeTypesByName["Claim"].Ordinal];
        var (subjects, rank, asOf) = ((TextColumn)table.Column("subjectId")!, (EnumColumn)table.Column("rank")!, table.Column("asOf")!);
        var rows = Enumerable.Range(0, table.Count).ToList();
        rows.Sort((x, y) =>
        {
            var order = rank.Ordinal(x).CompareTo(rank.Ordinal(y));
            if (order == 0)
                order = SortValue.Compare(asOf.Sort(x, 0), asOf.Sort(y, 0), false);
            if (order == 0)
                order = SortValue.Compare(asOf.Sort(x, 1), asOf.Sort(y, 1), false);
            return order == 0 ? x.CompareTo(y) : order;
        });
        return [.. rows.Select(row => (_numbers[subjects.Text(row)!], table.Start + row))];
    }

    private Block<int> Degrees()
    {
        var degree = Block<int>.Create(NodeCount, out var count);
        foreach (var table in _edges.Where(table => table.Type.Class == EdgeClass.Fact))
        {
            for (var i = 0; i < table.Count; i++)
            {
                count[table.From[i]]++;
                count[table.To[i]]++;
            }
        }
        return degree;
    }

    private bool MarkRetracted(Span<ulong> retracted)
    {
        var any = false;
        foreach (var table in _nodes)
            any |= Mark(table.Column("status"), table.Start, table.Count, retracted);
        foreach (var table in _edges)
            any |= Mark(table.Column("status"), NodeCount + table.Start, table.Count, retracted);
        return any;
    }

    private static bool Mark(Column? status, int start, int count, Span<ulong> retracted)
    {
        var any = false;
        for (var i = 0; status is EnumColumn values && i < count; i++)
        {
            if (values.Name(i) != "RETRACTED")
                continue;
            Bits.Set(retracted, start + i);
            any = true;
        }
        return any;
    }
}
