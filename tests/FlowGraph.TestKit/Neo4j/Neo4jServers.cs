namespace FlowGraph.TestKit.Neo4j;

/// <summary>Finds a Neo4j for the tests: the one that is named, else one in a container, else the one beside the checkout.</summary>
public static class Neo4jServers
{
    private const string Url = "FLOWGRAPH_TEST_NEO4J_URL";
    private const string Bolt = "FLOWGRAPH_TEST_NEO4J_BOLT_URL";
    private const string User = "FLOWGRAPH_TEST_NEO4J_USER";
    private const string Password = "FLOWGRAPH_TEST_NEO4J_PASSWORD";

    /// <returns>A server, or why there is none and how to have one.</returns>
    public static async Task<(Neo4jServer? Server, string Reason)> StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Url) is { Length: > 0 } url)
            return (new GivenServer(new Uri(url), new Uri(Variable(Bolt, $"bolt://{new Uri(url).Host}:7687")), Variable(User, "neo4j"), Variable(Password, "")), "");
        if (ContainerServer.IsPossible)
            return (await ContainerServer.StartAsync(cancellationToken), "");
        if (!File.Exists(ScriptServer.Script))
            return (null, $"No Neo4j: {Url} is not set, no Docker engine answers, and there is no {ScriptServer.Script}. Name an empty test server with {Url} ({Bolt}, {User}, {Password}), or start Docker.");
        try
        {
            return (await ScriptServer.StartAsync(cancellationToken), "");
        }
        catch (InvalidOperationException fault)
        {
            return (null, $"{ScriptServer.Script} did not start: {fault.Message}");
        }
    }

    /// <summary>A further server, with its data in this folder; only the one beside the checkout can be had there.</summary>
    public static async Task<(Neo4jServer? Server, string Reason)> StartInAsync(string home, CancellationToken cancellationToken) =>
        File.Exists(ScriptServer.Script)
            ? (await ScriptServer.StartAsync(home, ["--conf", "db.tx_log.preallocate=false"], cancellationToken), "")
            : (null, $"This test chooses the disk of its server; it needs {ScriptServer.Script}.");

    private static string Variable(string name, string otherwise) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : otherwise;
}
