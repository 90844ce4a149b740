namespace FlowGraph.Neo4j.Cypher;

/// <summary>Which release an answer was read from.</summary>
internal static class ReleaseCypher
{
    /// <summary>Hash and state of the release in the database, as a list of one pair; every statement returns it, so that no answer is made of two releases.</summary>
    public const string State = $"COLLECT {{ MATCH (r:{Labels.Release}) RETURN [r.sha256, r.state] }}";
}
