namespace FlowGraph.Neo4j.Cypher;

/// <summary>A constraint or an index of the model.</summary>
/// <param name="Kind"><c>CONSTRAINT</c>, <c>INDEX</c> or <c>FULLTEXT INDEX</c>.</param>
/// <param name="Name">A constraint's index has the constraint's name.</param>
/// <param name="Target">The pattern of what it holds for, such as <c>(n:Vessel)</c>; two rules of different targets lock nothing of each other.</param>
public sealed record SchemaRule(string Kind, string Name, string Target, string Body)
{
    public bool IsConstraint => Kind == "CONSTRAINT";

    /// <summary>Fails where it is there already.</summary>
    public string Create => $"CREATE {Kind} {Name} FOR {Target} {Body}";

    /// <summary>To look whether it is there the server locks what it compares with: not for statements side by side.</summary>
    public string CreateIfMissing => $"CREATE {Kind} {Name} IF NOT EXISTS FOR {Target} {Body}";
}
