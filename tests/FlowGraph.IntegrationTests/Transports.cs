using Xunit;

namespace FlowGraph.IntegrationTests;

/// <summary>What a Neo4j is asked over.</summary>
internal static class Transports
{
    public const string Http = "http";
    public const string Bolt = "bolt";

    public static TheoryData<string> All => [Http, Bolt];
}
