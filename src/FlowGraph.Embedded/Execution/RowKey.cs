using FlowGraph.Embedded.Columns;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Paging;

namespace FlowGraph.Embedded.Execution;

/// <summary>The key of one term of an order, row by row.</summary>
internal sealed class RowKey
{
    private readonly Snapshot _snapshot;
    private readonly OrderTerm _term;
    private readonly ShownRows _counted;

    // By node type ordinal; null where the type has no such property.
    private readonly Column?[] _columns = [];

    // The same for edges as such, which facts are among others.
    private readonly Column?[] _edgeColumns = [];

    // The place of each fact type's name.
    private readonly Dictionary<string, SortValue>? _types;

    // What is found over edges is found once for a node, however often it is compared.
    private readonly Dictionary<int, SortValue>? _lengths;
    private readonly Dictionary<int, int>? _ends;

    public RowKey(Snapshot snapshot, OrderTerm term)
    {
        _snapshot = snapshot;
        _term = term;
        _ends = term.Path.IsEmpty ? null : [];
        if (term is OrderTerm.Property property)
        {
            _columns = [.. snapshot.Tables.Nodes.Select(table => table.Column(property.Definition.Name))];
            _edgeColumns = [.. snapshot.Tables.Edges.Select(table => table.Column(property.Definition.Name))];
            return;
        }
        if (term is OrderTerm.Type)
        {
            _types = FactType.Of(snapshot.Model).Select((type, place) => (type.Name, place)).ToDictionary(type => type.Name, type => SortValue.Of((double?)type.place));
            return;
        }
        _counted = new(snapshot, ((OrderTerm.Count)term).List, null);
        _lengths = [];
    }

    /// <param name="part">Of a date its earliest and its latest day, else 0.</param>
    public SortValue Value(Step row, int part)
    {
        if (_types is not null)
            return _types[row.Node >= 0 ? _snapshot.Tables.OfNode(row.Node).Type.EnumName : _snapshot.Tables.OfEdge(row.Edge).Type.Name];
        if (row.Node < 0)
        {
            var edges = _snapshot.Tables.OfEdge(row.Edge);
            return _edgeColumns[edges.Type.Ordinal]!.Sort(row.Edge - edges.Start, part);
        }
        var owner = _ends is null ? row.Node : Owner(row.Node);
        if (owner < 0)
            return SortValue.Missing;
        if (_term is OrderTerm.Count count)
            return Length(count.List, owner);
        var table = _snapshot.Tables.OfNode(owner);
        return _columns[table.Type.Ordinal] is { } column ? column.Sort(owner - table.Start, part) : SortValue.Missing;
    }

    /// <summary>The node at the end of the path, or -1.</summary>
    private int Owner(int node)
    {
        if (_ends!.TryGetValue(node, out var owner))
            return owner;
        owner = node;
        for (var i = 0; owner >= 0 && i < _term.Path.Length; i++)
            owner = _snapshot.StepOver(_term.Path[i], owner).Node;
        return _ends[node] = owner;
    }

    private SortValue Length(RelationshipEnd list, int owner)
    {
        if (_lengths!.TryGetValue(owner, out var length))
            return length;
        var count = 0;
        foreach (var step in _snapshot.Ends[(list.Relationship, list.Direction)].Of(owner))
        {
            if (_counted.Has(step))
                count++;
        }
        return _lengths[owner] = SortValue.Of((double?)count);
    }
}
