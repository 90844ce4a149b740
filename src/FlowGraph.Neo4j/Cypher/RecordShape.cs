using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Plan;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>
/// What stands where in one list of a reply: a record, a link, or a row of a page. Lists and not maps: Neo4j returns the entries of a map in an order of its own.
/// </summary>
internal sealed class RecordShape
{
    private readonly List<string> _expressions = [];
    private readonly Dictionary<FieldPlan, Place> _places = new(ReferenceEqualityComparer.Instance);

    private RecordShape(ImmutableArray<NodeType> nodes, ImmutableArray<EdgeType> edges) => (Nodes, Edges) = (nodes, edges);

    /// <summary>What the node can be; where it can be several, the first place has its id, which says which. Empty for what is no node.</summary>
    public ImmutableArray<NodeType> Nodes { get; }

    /// <summary>The same for an edge or a link, whose type stands in the first place.</summary>
    public ImmutableArray<EdgeType> Edges { get; }

    public int Count => _expressions.Count;

    public bool HasTag => Nodes.Length > 1 || Edges.Length > 1;

    /// <summary>The list as an expression.</summary>
    public string Text => $"[{string.Join(", ", _expressions)}]";

    public static RecordShape OfNode(ImmutableArray<NodeType> types, string node)
    {
        var shape = new RecordShape(types, []);
        if (shape.HasTag)
            shape.Add($"{node}.id");
        return shape;
    }

    public static RecordShape OfEdge(ImmutableArray<EdgeType> types, string edge)
    {
        var shape = new RecordShape([], types);
        if (shape.HasTag)
            shape.Add($"type({edge})");
        return shape;
    }

    /// <summary>A row of nodes, or of supported facts.</summary>
    public static RecordShape OfRow() => new([], []);

    /// <returns>The place of the expression; a second one like it shares it.</returns>
    public int Add(string expression)
    {
        var place = _expressions.IndexOf(expression);
        if (place >= 0)
            return place;
        _expressions.Add(expression);
        return _expressions.Count - 1;
    }

    public void Put(FieldPlan field, Place place) => _places[field] = place;

    public Place this[FieldPlan field] => _places[field];
}

/// <summary>Where a field finds what it writes.</summary>
/// <param name="Slot">In the record's list; -1 where it needs nothing from there.</param>
/// <param name="Record">What the list that stands there holds.</param>
/// <param name="Page">Set for a connection; then <paramref name="Slot"/> is that of its rows.</param>
internal readonly record struct Place(int Slot, RecordShape? Record = null, PageShape? Page = null)
{
    /// <summary>In which order a list of records is shown that stands there in any; null where it stands there as it is shown.</summary>
    public ListOrder? Order { get; init; }
}

/// <summary>A page in a reply.</summary>
/// <param name="Row">Null where only the count is asked for.</param>
/// <param name="Count">Place of the count; -1 where nobody asks.</param>
internal sealed record PageShape(RecordShape? Row, int Count)
{
    /// <summary>Places of the sort values, then of the ids, in a row; empty where no cursor is asked for.</summary>
    public ImmutableArray<int> Sort { get; init; } = [];

    public int Id { get; init; } = -1;

    /// <summary>The edge's id, where rows are edges.</summary>
    public int Tie { get; init; } = -1;
}
