using System.Collections.Immutable;
using FlowGraph.Query.Chains.Answer;
using FlowGraph.Query.Chains.Assembly;
using FlowGraph.Query.Chains.Ranking;
using FlowGraph.Query.Chains.Walking;

namespace FlowGraph.Query.Chains;

/// <summary>Answers <c>chains</c>: how is A connected to B, and who says so?</summary>
public static class ChainFinder
{
    /// <exception cref="Model.Diagnostics.FlowGraphException">The request has faults: UNKNOWN_ID, BAD_USER_INPUT, LIMIT_HOPS, LIMIT_CHAINS; all of them.</exception>
    public static async ValueTask<ChainResult> FindAsync(IChainStore store, ChainRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        var ends = await ChainRequestCheck.RunAsync(store, request, cancellationToken);
        var search = new Search(store, new(store, new WalkRules(store.Model, request).EdgeTypes), ends.From, ends.To);
        var outcome = await search.RunAsync(request, cancellationToken);
        var contested = request.IncludeContested ? 0 : await CountContestedAsync(search, request, cancellationToken);

        var kept = request.Diversity == Diversity.Movement ? MovementDiversity.Keep(outcome.Ranked) : outcome.Ranked;
        var chains = await ChainAssembly.BuildAsync(store, [.. kept.Take(request.First).Select(path => path.Arcs)], cancellationToken);
        var rejected = new ChainRejections(
            outcome.Coincidence, outcome.SharedPlace, contested, outcome.Chronology, outcome.Via, outcome.Ranked.Count - kept.Count);
        var none = chains.IsEmpty ? await NoneAsync(search, request, outcome, rejected, ends.Names, cancellationToken) : (Text: null, Weakest: null);
        return new ChainResult
        {
            Chains = chains,
            Overlaps = ChainOverlaps.Of(chains),
            None = none.Text,
            WeakestStep = none.Weakest,
            Rejected = rejected,
            ExploredCount = outcome.ExploredCount,
            Truncated = outcome.Truncated,
            Warnings = ChainWarnings.Of(new WalkRules(store.Model, request), request, outcome, chains),
            Release = store.Release,
        };
    }

    // What only the wish for uncontested steps removed: chains of the same search without that wish that have a contested hop.
    private static async ValueTask<int> CountContestedAsync(Search search, ChainRequest request, CancellationToken cancellationToken)
    {
        var wider = await search.RunAsync(request with { IncludeContested = true }, cancellationToken);
        return wider.Ranked.Count(path => path.IsContested);
    }

    private static async ValueTask<(string? Text, ChainHop? Weakest)> NoneAsync(
        Search search, ChainRequest request, SearchOutcome outcome, ChainRejections rejected, IReadOnlyDictionary<string, string> names, CancellationToken cancellationToken)
    {
        var limits = StrengthLimits.Of(request);
        var unlimited = StrengthLimits.Lift(request);
        Chain? best = null;
        if (limits.Count > 0)
            best = await search.BestAsync(unlimited, cancellationToken);

        SearchOutcome? overHubs = null;
        if (best is null && !request.AllowHubs)
            overHubs = await search.ProbeHubsAsync(unlimited, cancellationToken);

        var hubs = overHubs?.Ranked.FirstOrDefault() is { } path ? search.HubsOf(request, path) : [];
        return (NoneSentence.Of(request, outcome, rejected, limits, best, hubs, names), best?.WeakestHop);
    }

    private sealed class Search(IChainStore store, RememberedEdges edges, WalkNode from, WalkNode to)
    {
        public ValueTask<SearchOutcome> RunAsync(ChainRequest request, CancellationToken cancellationToken) =>
            ChainSearch.RunAsync(store.Model, edges, request, from, to, cancellationToken);

        public ValueTask<SearchOutcome?> ProbeHubsAsync(ChainRequest request, CancellationToken cancellationToken) =>
            ChainSearch.ProbeHubsAsync(store.Model, edges, request, from, to, cancellationToken);

        public async ValueTask<Chain?> BestAsync(ChainRequest request, CancellationToken cancellationToken)
        {
            var outcome = await RunAsync(request, cancellationToken);
            var chains = await ChainAssembly.BuildAsync(store, [.. outcome.Ranked.Take(1).Select(path => path.Arcs)], cancellationToken);
            return chains.IsEmpty ? null : chains[0];
        }

        public ImmutableArray<string> HubsOf(ChainRequest request, RankedPath path)
        {
            var rules = new WalkRules(store.Model, request);
            return [.. path.Arcs.SkipLast(1).Select(arc => arc.To).Where(rules.IsHub).Select(node => node.Name)];
        }
    }
}
