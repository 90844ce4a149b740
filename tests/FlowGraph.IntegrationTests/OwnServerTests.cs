using Xunit;

namespace FlowGraph.IntegrationTests;

/// <summary>Tests that end their server, beside those that share one: what they wait for costs the others no time.</summary>
[CollectionDefinition(Name)]
public sealed class OwnServerTests : ICollectionFixture<Neo4jFixture>
{
    public const string Name = "A Neo4j that is ended";
}
