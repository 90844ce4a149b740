using FlowGraph.Model.Records;
using FlowGraph.Query.Api;

namespace FlowGraph.TestKit.Oracle.Operations;

/// <summary>Makes valid operations over an API at random, with values that a release has.</summary>
/// <param name="mostFields">About so many fields an operation may have, and some that have to be there.</param>
public sealed class RandomOperations(ApiSchema api, GraphRelease release, int mostFields = 60)
{
    /// <summary>The operation of this seed; the same on every machine.</summary>
    public RandomOperation Next(int seed)
    {
        var draft = new OperationDraft(api, release, new Random(seed), mostFields);
        return draft.Build(new RandomSelection(draft, new(draft)).Root());
    }
}
