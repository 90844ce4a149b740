using FlowGraph.Model.Records;
using FlowGraph.Query.Api;

namespace FlowGraph.TestKit.Oracle.Operations;

/// <summary>Makes valid operations over an API at random, with values that a release has.</summary>
public sealed class RandomOperations(ApiSchema api, GraphRelease release)
{
    /// <summary>The operation of this seed; the same on every machine.</summary>
    public RandomOperation Next(int seed)
    {
        var draft = new OperationDraft(api, release, new Random(seed));
        return draft.Build(new RandomSelection(draft, new(draft)).Root());
    }
}
