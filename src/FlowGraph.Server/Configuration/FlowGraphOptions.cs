using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FlowGraph.Server.Configuration;

/// <summary>What can be configured: appsettings.json, then environment (FLOWGRAPH_…), then options of the command.</summary>
public sealed class FlowGraphOptions
{
    public const string Embedded = "embedded";
    public const string Neo4jStore = "neo4j";

    public const string DefaultDataset = "data/oil-for-troops";

    [AllowedValues(Embedded, Neo4jStore, ErrorMessage = "{0} has to be 'embedded' or 'neo4j'.")]
    public string Store { get; set; } = Embedded;

    [Required(ErrorMessage = "{0} has to name the folder of a dataset, or a file that it was compiled to.")]
    public string Dataset { get; set; } = DefaultDataset;

    /// <summary>Environment or command named the folder: no other is looked for.</summary>
    public bool IsDatasetNamed { get; set; }

    /// <summary>Separated by semicolons.</summary>
    [Addresses]
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The address that permalinks start with; unset = root-relative.</summary>
    [PublicAddress]
    public string? PublicUrl { get; set; }

    /// <summary>Whether __schema and __type are answered.</summary>
    public bool Introspection { get; set; } = true;

    /// <summary>Whether GraphiQL is served.</summary>
    public bool Graphiql { get; set; } = true;

    [ValidateObjectMembers]
    public LimitOptions Limits { get; set; } = new();

    [ValidateObjectMembers]
    public Neo4jOptions Neo4j { get; set; } = new();

    [ValidateObjectMembers]
    public ImportOptions Import { get; set; } = new();

    [ValidateObjectMembers]
    public CacheOptions Cache { get; set; } = new();

    [ValidateObjectMembers]
    public RedisOptions Redis { get; set; } = new();

    public PersistedDocumentOptions PersistedDocuments { get; set; } = new();

    public TelemetryOptions Telemetry { get; set; } = new();

    [ValidateObjectMembers]
    public CorsOptions Cors { get; set; } = new();
}

/// <summary>Which web pages may call the API from a browser.</summary>
public sealed class CorsOptions
{
    /// <summary>Origins such as <c>https://example.org</c>; a port of <c>*</c> stands for any port, an origin of <c>*</c> for any page.</summary>
    [Origins]
    public IReadOnlyList<string> Origins { get; set; } = ["http://localhost:*", "http://127.0.0.1:*"];
}

[OptionsValidator]
internal sealed partial class FlowGraphOptionsValidator : IValidateOptions<FlowGraphOptions>;
