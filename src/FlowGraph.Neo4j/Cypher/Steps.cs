using FlowGraph.Model.Structure;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>Relationships as patterns.</summary>
internal static class Steps
{
    /// <param name="guard">Label that the near node must have; null where it surely has.</param>
    public static string Pattern(string near, RelationshipEnd end, string edge, string far, string? guard = null)
    {
        var start = guard is null ? $"({near})" : $"({near}:{guard})";
        var target = $"({far}{Label(end)})";
        return end.Direction == Direction.Out ? $"{start}-[{edge}:{end.Edge.Name}]->{target}" : $"{start}<-[{edge}:{end.Edge.Name}]-{target}";
    }

    /// <summary>
    /// A list over edges of any type by their ids: no index covers all types, but a citation knows where its edge starts, and few edges start at one node.
    /// </summary>
    /// <param name="ids">Expression of a list.</param>
    /// <param name="item">What the list has of each edge, over <c>id</c>, the edge and its ends <c>a</c> and <c>b</c>.</param>
    public static string EdgesById(GraphModel model, string ids, string edge, string item)
    {
        var anchors = Labels.Facts(model).SelectMany(type => type.Relationships).Select(relationship => Labels.Anchor(relationship.Source)).Distinct();
        return string.Join(" + ", anchors.Select(anchor =>
            $"COLLECT {{ UNWIND {ids} AS id MATCH (c:{Labels.Citation} {{factId: id}}) WITH DISTINCT id, c.factFrom AS start "
            + $"MATCH (a:{anchor} {{id: start}})-[{edge}]->(b) WHERE {edge}.id = id RETURN {item} }}"));
    }

    /// <summary>A retracted edge leads nowhere; a structural one cannot be retracted.</summary>
    public static string IsShown(RelationshipEnd end, string edge) => end.Edge.Class == EdgeClass.Structural ? "true" : IsShown(edge);

    public static string IsShown(string fact, string status = "status") => $"{fact}.{status} <> 'RETRACTED'";

    // The type and the near node mostly fix what is at the far end; a label more would have the store look at every neighbour.
    private static string Label(RelationshipEnd end)
    {
        var relationship = end.Relationship;
        var isOne = end.Direction == Direction.Out
            ? end.Edge.Relationships.Count(other => other.Source == relationship.Source) == 1
            : end.Edge.Relationships.Length == 1;
        return isOne ? "" : $":{string.Join('|', end.Target.Types.Select(type => type.Name))}";
    }
}
