using Xunit;

namespace FlowGraph.IntegrationTests;

/// <summary>Tests of what is promised within seconds: nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneTests
{
    public const string Name = "Alone with Neo4j";
}
