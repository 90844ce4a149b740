using FlowGraph.Model.Records;
using FlowGraph.Query.Api;

namespace FlowGraph.TestKit.Oracle.Operations;

/// <summary>Makes valid operations over an API at random, with values that a release has.</summary>
/// <param name="fewFields">About so many fields seven of eight operations have at most, and some that have to be there: many small ones find more in the same time than few large ones.</param>
/// <param name="mostFields">And so many the others.</param>
public sealed class RandomOperations(ApiSchema api, GraphRelease release, int fewFields = 12, int mostFields = 60)
{
    /// <summary>The operation of this seed; the same on every machine.</summary>
    public RandomOperation Next(int seed)
    {
        var random = new Random(seed);
        var draft = new OperationDraft(api, release, random, random.Next(8) == 0 ? random.Next(fewFields, mostFields + 1) : random.Next(1, fewFields + 1));
        return draft.Build(new RandomSelection(draft, new(draft)).Root());
    }
}
