using Xunit;

namespace FlowGraph.Tests.Commands;

/// <summary>Tests that start the executable run one after the other, when all others are done: a starting process wants the cores that they use.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessCollection
{
    public const string Name = "processes";
}
