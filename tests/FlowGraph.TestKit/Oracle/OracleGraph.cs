using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.TestKit.Oracle;

/// <summary>A release as plain dictionaries. Nothing of the query engine or of a store is used here: that is its worth.</summary>
internal sealed class OracleGraph
{
    private readonly Dictionary<string, NodeRecord> _nodes;
    private readonly Dictionary<string, EdgeRecord> _edges;
    private readonly ILookup<(Relationship, string), EdgeRecord> _leaving;
    private readonly ILookup<(Relationship, string), EdgeRecord> _arriving;
    private readonly ILookup<string, NodeRecord> _citations;
    private readonly ILookup<string, NodeRecord> _claims;

    public OracleGraph(GraphRelease release)
    {
        Release = release;
        _nodes = release.Nodes.ToDictionary(node => node.Id);
        _edges = release.Edges.Where(edge => edge.Id.Length > 0).ToDictionary(edge => edge.Id);
        _leaving = release.Edges.ToLookup(edge => (edge.Relationship, edge.From));
        _arriving = release.Edges.ToLookup(edge => (edge.Relationship, edge.To));
        _citations = release.Nodes.Where(node => node.Type.Name == "Citation").ToLookup(citation => (string)citation["factId"]!);
        _claims = release.Nodes.Where(node => node.Type.Name == "Claim").ToLookup(claim => (string)claim["subjectId"]!);
    }

    public GraphRelease Release { get; }

    public NodeRecord? Node(string? id) => id is null ? null : _nodes.GetValueOrDefault(id);

    public EdgeRecord? Edge(string id) => _edges.GetValueOrDefault(id);

    /// <summary>A node or an edge.</summary>
    public object? Record(string? id) => id is null ? null : (object?)Node(id) ?? Edge(id);

    /// <summary>An event, a claim or an edge.</summary>
    public object? Fact(string id) => Record(id) is { } record && IsFact(record) ? record : null;

    public static bool IsFact(object record) => record is EdgeRecord or NodeRecord { Type.IsFact: true };

    public static bool IsRetracted(object record) => Property(record, "status") is "RETRACTED";

    public static string IdOf(object record) => record is NodeRecord node ? node.Id : ((EdgeRecord)record).Id;

    public static object? Property(object record, string name) => record is NodeRecord node ? node[name] : ((EdgeRecord)record)[name];

    /// <summary>Everything that is a fact.</summary>
    public IEnumerable<OracleRow> Facts() => _nodes.Values.Where(IsFact).Select(node => new OracleRow(node, null)).Concat(_edges.Values.Select(edge => new OracleRow(null, edge)));

    /// <param name="direction">OUT, IN, or null for both.</param>
    public IEnumerable<OracleRow> FactsAt(string node, IReadOnlyCollection<object?>? types, string? direction) => _edges.Values
        .Where(edge => direction != "IN" && edge.From == node || direction != "OUT" && edge.To == node)
        .Where(edge => types is null or { Count: 0 } || types.Contains(TypeOf(edge))).Select(edge => new OracleRow(null, edge));

    /// <summary>In the spelling of FactType.</summary>
    public static string TypeOf(object fact) => fact is NodeRecord node ? node.Type.EnumName : ((EdgeRecord)fact).Relationship.Edge.Name;

    /// <summary>Edges as the model declares them, then nodes.</summary>
    public int PlaceOfType(object fact) =>
        fact is EdgeRecord edge ? Release.Model.EdgeTypes.IndexOf(edge.Relationship.Edge) : Release.Model.EdgeTypes.Length + Release.Model.NodeTypes.IndexOf(((NodeRecord)fact).Type);

    /// <summary>The fact itself, an edge's ends, what a claim is about.</summary>
    public static string[] SubjectsOf(object fact) => fact switch
    {
        EdgeRecord edge => [edge.Id, edge.From, edge.To],
        NodeRecord { Type.Name: "Claim" } claim => [claim.Id, (string)claim["subjectId"]!],
        _ => [IdOf(fact)],
    };

    public bool IsDenied(object fact) => _edges.Values.Any(edge => edge.Relationship.Edge.Name == "DENIES" && edge.To == IdOf(fact) && !IsRetracted(edge) && !IsRetracted(_nodes[edge.From]));

    public IEnumerable<NodeRecord> NodesOf(NodeSet set) => Release.Nodes.Where(node => set.Types.Contains(node.Type));

    /// <summary>The edges of a relationship seen from a node, each with the node that it leads to.</summary>
    public IEnumerable<OracleRow> Links(RelationshipEnd end, string node) => end.Direction == Direction.Out
        ? _leaving[(end.Relationship, node)].Select(edge => new OracleRow(Node(edge.To), edge))
        : _arriving[(end.Relationship, node)].Select(edge => new OracleRow(Node(edge.From), edge));

    /// <summary>The link of a single relationship, unless it is retracted.</summary>
    public OracleRow? Link(RelationshipEnd end, string node) => Links(end, node).FirstOrDefault(row => !IsRetracted(row.Edge!));

    /// <summary>By stance, grade, id.</summary>
    public IEnumerable<NodeRecord> Citations(string id, string? stance) => _citations[id]
        .Where(citation => stance is null || (string)citation["stance"]! == stance)
        .OrderBy(citation => Place(citation, "stance")).ThenBy(citation => Place(citation, "grade")).ThenBy(citation => citation.Id, OracleOrder.Texts);

    public NodeRecord SourceOf(NodeRecord citation) =>
        Node(_leaving[(citation.Type.Relationships.Single(relationship => relationship.Field == "source"), citation.Id)].Single().To)!;

    /// <summary>By rank, asOf, id.</summary>
    public IEnumerable<NodeRecord> Claims(string id, string? property) => _claims[id]
        .Where(claim => property is null || (string?)claim["property"] == property)
        .Order(new OracleOrder([(OracleOrder.By("rank"), false), (OracleOrder.By("asOf"), false)]).Nodes);

    /// <summary>The facts that a source supports, by id, each with the citations that make it so.</summary>
    public IEnumerable<OracleRow> Supports(NodeRecord source, bool relays, string? stance)
    {
        var citation = Release.Model.NodeTypesByName["Citation"].Relationships.Single(relationship => relationship.Field == "source");
        var derived = Release.Model.NodeTypesByName["Source"].Relationships.Single(relationship => relationship.Field == "derivedFrom");
        var sources = new HashSet<string> { source.Id };
        while (relays && sources.SelectMany(id => _arriving[(derived, id)]).Select(edge => edge.From).Where(id => !sources.Contains(id)).ToList() is { Count: > 0 } more)
            sources.UnionWith(more);
        var cited = sources.SelectMany(id => _arriving[(citation, id)]).Select(edge => edge.From).ToHashSet();
        return cited.Select(id => (string)Node(id)!["factId"]!).Distinct()
            .Select(Fact).OfType<object>()
            .Select(fact => new OracleRow(fact as NodeRecord, fact as EdgeRecord, [.. Citations(IdOf(fact), stance).Where(c => cited.Contains(c.Id))]))
            .Where(row => row.Citations!.Count > 0);
    }

    /// <summary>Of what a source supports, that which no other source does.</summary>
    public IEnumerable<OracleRow> SoleSupport(NodeRecord source) =>
        Supports(source, false, "SUPPORTS").Where(row => Citations(IdOf(row.Record), "SUPPORTS").All(citation => SourceOf(citation).Id == source.Id));

    private static int Place(NodeRecord node, string property) => node.Type.Property(property)!.Enum!.OrdinalOf((string)node[property]!);
}

/// <summary>A row of a page: a node, an edge with the node that it leads to, or an edge as such.</summary>
internal sealed record OracleRow(NodeRecord? Node, EdgeRecord? Edge, IReadOnlyList<NodeRecord>? Citations = null)
{
    /// <summary>The node, or the edge as such.</summary>
    public object Record => (object?)Node ?? Edge!;

    /// <summary>What it is known by in a cursor: the node's id and, for a link, the edge's.</summary>
    public (string Id, string Tie) Place => Node is null ? (Edge!.Id, "") : (Node.Id, Edge?.Id ?? "");
}
