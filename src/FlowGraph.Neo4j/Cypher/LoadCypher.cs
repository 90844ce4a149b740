using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Http;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>The statements of a load. All are repeatable: what is there already is found, not doubled.</summary>
public static class LoadCypher
{
    public const string Rows = "rows";

    /// <summary>Rows are <c>{id, p: {…}}</c>; all that a node had before is replaced.</summary>
    public static string UpsertNodes(NodeType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var dates = type.Properties.SelectMany(property => StoredProperty.Of(property)).Where(property => property.IsDate);
        var labels = string.Concat(Labels.Groups(type).Select(label => $":{label}"));
        string[] sets = [.. labels.Length > 0 ? [$"n{labels}"] : (string[])[], "n = r.p", .. Dates("n", dates)];
        return $"UNWIND ${Rows} AS r MERGE (n:{type.Name} {{id: r.id}}) SET {string.Join(", ", sets)}";
    }

    /// <summary>Rows are <c>{a, b, id, p: {…}}</c>.</summary>
    public static string UpsertFacts(EdgeType type, string from, string to)
    {
        ArgumentNullException.ThrowIfNull(type);
        string[] sets = ["e = r.p", .. Dates("e", type.Properties.SelectMany(property => StoredProperty.Of(property)).Where(property => property.IsDate))];
        return $"UNWIND ${Rows} AS r MATCH (a:{from} {{id: r.a}}) MATCH (b:{to} {{id: r.b}}) MERGE (a)-[e:{type.Name} {{id: r.id}}]->(b) SET {string.Join(", ", sets)}";
    }

    /// <summary>Rows are <c>{a, b}</c>.</summary>
    public static string UpsertLinks(string type, string from, string to) =>
        $"UNWIND ${Rows} AS r MATCH (a:{from} {{id: r.a}}) MATCH (b:{to} {{id: r.b}}) MERGE (a)-[:{type}]->(b)";

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

    public static CypherStatement Batch(string text, JsonRows rows) => Repeatable(text, new CypherParameter(Rows, rows));

    private static CypherStatement Repeatable(string text, CypherParameter parameter) => new(text, [parameter]) { IsRepeatable = true };

    private static IEnumerable<string> Dates(string variable, IEnumerable<StoredProperty> dates) =>
        dates.Select(date => $"{variable}.{date.Name} = date(r.p.{date.Name})");
}
