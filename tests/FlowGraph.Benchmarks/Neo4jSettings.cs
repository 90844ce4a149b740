namespace FlowGraph.Benchmarks;

/// <summary>A Neo4j that holds a release.</summary>
/// <param name="Url">Its HTTP address.</param>
/// <param name="Bolt">Its Bolt address.</param>
/// <param name="Dataset">A folder whose model is the release's.</param>
internal sealed record Neo4jSettings(string Url, string Bolt, string User, string PasswordFile, string Database, string Dataset);
