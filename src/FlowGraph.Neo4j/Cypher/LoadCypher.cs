using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>The statements of a load. All but those for an empty database are repeatable: what is there already is found, not doubled.</summary>
public static class LoadCypher
{
    public const string Rows = "rows";

    /// <summary>Rows are <c>{id, l: […], p: {…}}</c>; all that a node had before is replaced.</summary>
    /// <remarks>A text costs the planner more than a hundred rows cost the store: labels are values here, of the model all the same.</remarks>
    public static string Nodes(GraphModel model, string anchor, bool intoEmpty)
    {
        ArgumentNullException.ThrowIfNull(model);
        var properties = model.NodeTypes.Where(type => Labels.Anchor(type) == anchor).SelectMany(type => type.Properties);
        return $"UNWIND ${Rows} AS r {(intoEmpty ? $"CREATE (n:{anchor})" : $"MERGE (n:{anchor} {{id: r.id}})")} SET n:$(r.l), n = r.p{Dates("n", properties)}";
    }

    /// <summary>Rows are <c>{a, b, t, id, p: {…}}</c>.</summary>
    public static string Facts(GraphModel model, string from, string to, bool intoEmpty)
    {
        ArgumentNullException.ThrowIfNull(model);
        var properties = Labels.Facts(model).SelectMany(type => type.Properties);
        return $"UNWIND ${Rows} AS r MATCH (a:{from} {{id: r.a}}) MATCH (b:{to} {{id: r.b}}) {(intoEmpty ? "CREATE (a)-[e:$(r.t)]->(b)" : "MERGE (a)-[e:$(r.t) {id: r.id}]->(b)")} SET e = r.p{Dates("e", properties)}";
    }

    /// <summary>Rows are <c>{a, b}</c>.</summary>
    public static string Links(string type, string from, string to, bool intoEmpty) =>
        $"UNWIND ${Rows} AS r MATCH (a:{from} {{id: r.a}}) MATCH (b:{to} {{id: r.b}}) {(intoEmpty ? "CREATE" : "MERGE")} (a)-[:{type}]->(b)";

    /// <summary>
    /// A page of nodes by id, each with its labels, its natural keys and every relationship that leaves it: id, labels, keys, [type, id, target's id].
    /// </summary>
    public static CypherStatement Page(string anchor, ImmutableArray<string> keys, string after, int size) => new(
        $"MATCH (n:{anchor}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $size "
        + $"RETURN n.id, labels(n), [{string.Join(", ", keys.Select(key => $"n.{key}"))}], [(n)-[e]->(m) | [type(e), e.id, m.id]]",
        [new("after", after), new("size", size)]);

    public static CypherStatement DeleteNodes(string label, IEnumerable<string> ids) =>
        Repeatable($"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n", new CypherParameter("ids", ids));

    public static CypherStatement DeleteFacts(string type, IEnumerable<string> ids) =>
        Repeatable($"UNWIND $ids AS id MATCH ()-[e:{type} {{id: id}}]->() DELETE e", new CypherParameter("ids", ids));

    public static CypherStatement DeleteLinks(string type, string from, JsonRows rows) =>
        Repeatable($"UNWIND ${Rows} AS r MATCH (a:{from} {{id: r.a}})-[e:{type}]->(b) WHERE b.id = r.b DELETE e", new CypherParameter(Rows, rows));

    /// <summary>Two nodes may exchange a natural key; until both are written it belongs to neither.</summary>
    public static CypherStatement ClearKey(string label, string key, IEnumerable<string> ids) =>
        Repeatable($"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) REMOVE n.{key}", new CypherParameter("ids", ids));

    public static CypherStatement RemoveLabel(string anchor, string label, IEnumerable<string> ids) =>
        Repeatable($"UNWIND $ids AS id MATCH (n:{anchor} {{id: id}}) REMOVE n:{label}", new CypherParameter("ids", ids));

    private static CypherStatement Repeatable(string text, CypherParameter parameter) => new(text, [parameter]) { IsRepeatable = true };

    // A date that a row does not have is null, and setting null sets nothing.
    private static string Dates(string variable, IEnumerable<PropertyDefinition> properties) => string.Concat(
        properties.SelectMany(property => StoredProperty.Of(property)).Where(stored => stored.IsDate).Select(stored => stored.Name).Distinct()
            .Select(name => $", {variable}.{name} = date(r.p.{name})"));
}
