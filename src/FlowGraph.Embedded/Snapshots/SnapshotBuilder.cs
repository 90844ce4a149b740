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
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly NodeTable[] _nodes;
    private readonly EdgeTable[] _edges;
    private readonly RecordTables _tables;

    public SnapshotBuilder(GraphRelease release)
    {
        _release = release;
        _model = release.Model;
        _nodes = NodeTables();
        _edges = EdgeTables();
        _tables = new(_nodes, _edges);
    }

    private int NodeCount => _release.Nodes.Length;

    public Snapshot Build()
    {
        var records = NodeCount + _tables.EdgeCount;
        var rank = IdRank(records);
        var retracted = new Bits(records);
        var hasRetracted = MarkRetracted(retracted);
        return new()
        {
            Model = _model,
            Release = _release.Info,
            Tables = _tables,
            IdRank = rank,
            Ends = Ends(rank),
            ByEdgeType = [.. _edges.Select(table => (Adjacency([table], _ => true, Direction.Out, rank), Adjacency([table], _ => true, Direction.In, rank)))],
            Ids = new([.. Enumerable.Range(0, NodeCount), .. FactEdges().Select(edge => NodeCount + edge)], _tables.IdBytes),
            FactKeys = new([.. KeyedRecords()], _tables.KeyBytes),
            NaturalKeys = NaturalKeys(),
            Citations = Lists.Build(records, Citations()),
            Claims = Lists.Build(NodeCount, Claims()),
            Degree = Degrees(),
            Retracted = retracted,
            HasRetracted = hasRetracted,
        };
    }

    private NodeTable[] NodeTables()
    {
        var byType = _release.Nodes.OrderBy(node => node.Id, CodePointComparer.Instance).ToLookup(node => node.Type);
        var start = 0;
        var tables = new NodeTable[_model.NodeTypes.Length];
        foreach (var type in _model.NodeTypes)
        {
            var rows = byType[type].ToList();
            for (var i = 0; i < rows.Count; i++)
                _numbers.Add(rows[i].Id, start + i);
            var first = start;
            tables[type.Ordinal] = new()
            {
                Type = type,
                Start = start,
                Count = rows.Count,
                Columns = [.. type.Properties.Select(property => ColumnFactory.Create(property, [.. rows.Select(row => row.Values[property.Index])]))],
                Rows = [.. Enumerable.Range(0, rows.Count).Select(i => new Step(first + i, -1))],
            };
            start += rows.Count;
        }
        return tables;
    }

    private EdgeTable[] EdgeTables()
    {
        var byType = _release.Edges.OrderBy(edge => edge.Id, CodePointComparer.Instance)
            .ThenBy(edge => edge.From, CodePointComparer.Instance).ThenBy(edge => edge.To, CodePointComparer.Instance)
            .ToLookup(edge => edge.Relationship.Edge);
        var count = 0;
        var tables = new EdgeTable[_model.EdgeTypes.Length];
        foreach (var type in _model.EdgeTypes)
        {
            var rows = byType[type].ToList();
            tables[type.Ordinal] = new()
            {
                Type = type,
                Start = count,
                Count = rows.Count,
                From = [.. rows.Select(row => _numbers[row.From])],
                To = [.. rows.Select(row => _numbers[row.To])],
                Relationships = [.. rows.Select(row => row.Relationship)],
                Columns = [.. type.Properties.Select(property => ColumnFactory.Create(property, [.. rows.Select(row => row.Values[property.Index])]))],
            };
            count += rows.Count;
        }
        return tables;
    }

    private IEnumerable<int> FactEdges() =>
        _edges.Where(table => table.Ids is not null).SelectMany(table => Enumerable.Range(table.Start, table.Count));

    private IEnumerable<int> KeyedRecords() =>
        _nodes.Where(table => table.Type.IsFact).SelectMany(table => Enumerable.Range(table.Start, table.Count))
            .Concat(FactEdges().Select(edge => NodeCount + edge));

    private int[] IdRank(int records)
    {
        var ids = new string[records];
        foreach (var (id, number) in _numbers)
            ids[number] = id;
        foreach (var table in _edges)
        {
            for (var i = 0; i < table.Count; i++)
                ids[NodeCount + table.Start + i] = table.Ids?.Text(i) ?? "";
        }
        var order = Enumerable.Range(0, records).ToArray();
        Array.Sort(order, (x, y) => CodePointComparer.Instance.Compare(ids[x], ids[y]) is var byId and not 0 ? byId : x.CompareTo(y));
        var rank = new int[records];
        for (var i = 0; i < records; i++)
            rank[order[i]] = i;
        return rank;
    }

    private Dictionary<(Relationship, Direction), Adjacency> Ends(int[] rank)
    {
        var ends = new Dictionary<(Relationship, Direction), Adjacency>();
        foreach (var relationship in _model.NodeTypes.SelectMany(type => type.Relationships))
        {
            foreach (var direction in (Direction[])[Direction.Out, Direction.In])
                ends[(relationship, direction)] = Adjacency([_edges[relationship.Edge.Ordinal]], edge => edge == relationship, direction, rank);
        }
        return ends;
    }

    private Adjacency Adjacency(EdgeTable[] tables, Func<Relationship, bool> belongs, Direction direction, int[] rank)
    {
        var steps = new List<(int Owner, Step Step)>();
        foreach (var table in tables)
        {
            for (var i = 0; i < table.Count; i++)
            {
                if (!belongs(table.Relationships[i]))
                    continue;
                var (near, far) = direction == Direction.Out ? (table.From[i], table.To[i]) : (table.To[i], table.From[i]);
                steps.Add((near, new(far, table.Start + i)));
            }
        }
        steps.Sort((x, y) =>
        {
            var byOwner = x.Owner.CompareTo(y.Owner);
            if (byOwner != 0)
                return byOwner;
            var byNode = rank[x.Step.Node].CompareTo(rank[y.Step.Node]);
            return byNode != 0 ? byNode : rank[NodeCount + x.Step.Edge].CompareTo(rank[NodeCount + y.Step.Edge]);
        });
        var first = new int[NodeCount + 1];
        foreach (var (owner, _) in steps)
            first[owner + 1]++;
        for (var i = 0; i < NodeCount; i++)
            first[i + 1] += first[i];
        return new(first, [.. steps.Select(step => step.Step)]);
    }

    private Dictionary<PropertyDefinition, IdIndex> NaturalKeys()
    {
        var keys = new Dictionary<PropertyDefinition, IdIndex>(ReferenceEqualityComparer.Instance);
        foreach (var table in _nodes)
        {
            foreach (var property in table.Type.Properties.Where(property => property.IsKey))
            {
                var column = (TextColumn)table.Columns[property.Index];
                int[] present = [.. Enumerable.Range(0, table.Count).Where(row => !column.IsMissing(row)).Select(row => table.Start + row)];
                keys[property] = new(present, node => column.Bytes(node - table.Start));
            }
        }
        return keys;
    }

    private List<(int Owner, int Item)> Citations()
    {
        var table = _nodes[_model.NodeTypesByName["Citation"].Ordinal];
        var edgeNumbers = FactEdges().ToDictionary(edge => _tables.Id(NodeCount + edge), StringComparer.Ordinal);
        var (facts, stance, grade) = ((TextColumn)table.Column("factId")!, (EnumColumn)table.Column("stance")!, (EnumColumn)table.Column("grade")!);
        return
        [
            .. Enumerable.Range(0, table.Count)
                .Select(row => (Row: row, Fact: facts.Text(row)!))
                .OrderBy(c => stance.Ordinal(c.Row)).ThenBy(c => grade.Ordinal(c.Row)).ThenBy(c => c.Row)
                .Select(c => (_numbers.TryGetValue(c.Fact, out var node) ? node : NodeCount + edgeNumbers[c.Fact], table.Start + c.Row)),
        ];
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

    private int[] Degrees()
    {
        var degree = new int[NodeCount];
        foreach (var table in _edges.Where(table => table.Type.Class == EdgeClass.Fact))
        {
            for (var i = 0; i < table.Count; i++)
            {
                degree[table.From[i]]++;
                degree[table.To[i]]++;
            }
        }
        return degree;
    }

    private bool MarkRetracted(Bits retracted)
    {
        var any = false;
        void Mark(Column? status, int start, int count)
        {
            for (var i = 0; status is EnumColumn values && i < count; i++)
            {
                if (values.Name(i) != "RETRACTED")
                    continue;
                retracted.Set(start + i);
                any = true;
            }
        }
        foreach (var table in _nodes)
            Mark(table.Column("status"), table.Start, table.Count);
        foreach (var table in _edges)
            Mark(table.Column("status"), NodeCount + table.Start, table.Count);
        return any;
    }
}
