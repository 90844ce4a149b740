namespace FlowGraph.Neo4j.Client;

/// <summary>Which database of which server, and as whom. Its text never holds the password.</summary>
/// <param name="Url">http, https, bolt or bolt+s, without user name.</param>
/// <param name="Password">Null where the server asks for none.</param>
public sealed record Neo4jAddress(Uri Url, string Database, string User, string? Password)
{
    public override string ToString() => $"database '{Database}' at {Url.GetLeftPart(UriPartial.Authority)}";
}
