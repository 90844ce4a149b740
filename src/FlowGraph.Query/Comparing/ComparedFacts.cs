using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Values;
using FlowGraph.Query.Chains;

namespace FlowGraph.Query.Comparing;

/// <summary>The arguments of <c>compareInTime</c>.</summary>
public sealed record ComparisonRequest(string A, string B);

/// <summary>Two facts and what their dates allow to say about their order.</summary>
public sealed record ComparedFacts(string A, string B, TemporalComparison Comparison)
{
    /// <exception cref="FlowGraphException">An id is unknown, or of something that does not happen; both of them.</exception>
    public static async ValueTask<ComparedFacts> OfAsync(IChainStore store, ComparisonRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        var found = await store.EvidenceAsync(request.A == request.B ? [request.A] : [request.A, request.B], cancellationToken);
        List<Diagnostic> faults = [.. Faults(store, "a", request.A, found), .. Faults(store, "b", request.B, found)];
        return faults.Count > 0
            ? throw new FlowGraphException(faults)
            : new(request.A, request.B, TemporalComparison.Of(DateOf(found[request.A]), DateOf(found[request.B])));
    }

    /// <summary>A claim without a date of its own is of the day for which it claims its value.</summary>
    private static FuzzyDate? DateOf(FactEvidence fact) => (fact["when"] ?? (fact.Node is null ? null : fact["asOf"])) as FuzzyDate;

    private static IEnumerable<Diagnostic> Faults(IChainStore store, string argument, string id, IReadOnlyDictionary<string, FactEvidence> found)
    {
        if (!found.TryGetValue(id, out var fact))
            yield return new(ErrorCodes.UnknownId, $"'{id}' in '{argument}' is not in {store.Release.Id}, expected a fact of it.") { Found = id, Expected = "the id of a fact of this release" };
        else if (fact.Node is { Type: { IsFact: false } type })
            yield return new(ErrorCodes.BadUserInput, $"'{id}' in '{argument}' is of type {type.Name}, expected an event, an edge or a claim.") { Found = type.Name, Expected = "the id of an event, an edge or a claim" };
    }
}
