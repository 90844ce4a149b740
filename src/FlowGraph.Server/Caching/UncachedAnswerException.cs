using FlowGraph.Server.GraphQL;

namespace FlowGraph.Server.Caching;

/// <summary>There is an answer, but it has errors. As an exception, because that is how a factory tells the cache that there is nothing to keep, and all who wait for it get the answer.</summary>
internal sealed class UncachedAnswerException(ResponseOutcome outcome, byte[] body) : Exception("An answer with errors is not kept.")
{
    public ResponseOutcome Outcome { get; } = outcome;

    public ReadOnlyMemory<byte> Body { get; } = body;
}
