using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>Statements for exports. The first column is the release, the second the rows.</summary>
internal static class ExportCypher
{
    /// <summary>Rows are ids.</summary>
    public static CypherStatement NodeIds(NodeType type, string? after, int count) => Ids($"(n:{type.Name})", "n", after, count);

    /// <inheritdoc cref="NodeIds"/>
    public static CypherStatement EdgeIds(EdgeType type, string? after, int count) => Ids($"()-[e:{type.Name}]->()", "e", after, count);

    /// <summary>Rows are pairs: a source, and what it is cited for.</summary>
    public static CypherStatement Supports(GraphModel model, string source)
    {
        var parameters = new ParameterList();
        var derived = Structural(model, Labels.Source);
        return parameters.Statement($"RETURN {ReleaseCypher.State}, COLLECT {{ MATCH (:{Labels.Source} {{id: {parameters.Add(source)}}})<-[:{derived}*0..]-(s)"
            + $"<-[:{Structural(model, Labels.Citation)}]-(c:{Labels.Citation}) RETURN DISTINCT [s.id, c.factId] }}");
    }

    private static CypherStatement Ids(string pattern, string record, string? after, int count)
    {
        var parameters = new ParameterList();
        return parameters.Statement($"RETURN {ReleaseCypher.State}, COLLECT {{ MATCH {pattern} WHERE {record}.id > {parameters.Add(after ?? "")} "
            + $"WITH {record}.id AS id ORDER BY id LIMIT {parameters.Add(count)} RETURN id }}");
    }

    /// <summary>The one relationship from a record type to a source.</summary>
    private static string Structural(GraphModel model, string type) =>
        model.NodeTypesByName[type].Relationships.Single(relationship => relationship.Edge.Class == EdgeClass.Structural && relationship.Target.Name == Labels.Source).Edge.Name;
}
