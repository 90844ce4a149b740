using System.ComponentModel.DataAnnotations;

namespace FlowGraph.Server.Configuration;

/// <summary>Which Neo4j database, and as whom.</summary>
public sealed class Neo4jOptions
{
    /// <summary>http, https, bolt or bolt+s: the scheme says over what the server is asked; unset = none.</summary>
    [Neo4jAddress]
    public string? Url { get; set; }

    [Required(ErrorMessage = "{0} has to name a database.")]
    public string Database { get; set; } = "neo4j";

    [Required(ErrorMessage = "{0} has to name a user.")]
    public string User { get; set; } = "neo4j";

    public string? Password { get; set; }

    /// <summary>A file with the password, which wins over <see cref="Password"/>.</summary>
    public string? PasswordFile { get; set; }
}

/// <summary>How a release is written into Neo4j.</summary>
public sealed class ImportOptions
{
    /// <summary>Nodes and edges that one transaction may replace; a larger release is loaded in batches.</summary>
    [WithinLimit(0, 10_000_000)]
    public int OneTransaction { get; set; } = 100_000;
}
