using Xunit;

namespace FlowGraph.IntegrationTests;

/// <summary>Tests that end their server, or wait for long, beside those that share one: it costs the others no time.</summary>
[CollectionDefinition(Name)]
public sealed class OwnServerTests : ICollectionFixture<Neo4jFixture>
{
    public const string Name = "A Neo4j of their own";
}
