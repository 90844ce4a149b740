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

    /// <summary>A retracted edge leads nowhere; a structural one cannot be retracted.</summary>
    public static string IsShown(RelationshipEnd end, string edge) => end.Edge.Class == EdgeClass.Structural ? "true" : IsShown(edge);

    public static string IsShown(string fact) => $"{fact}.status <> 'RETRACTED'";

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
