using FlowGraph.Model.Structure;
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
        var rules = new WalkRules(store.Model, request);
        var search = new ChainSearch(store.Model, store.WalkGraph(rules.EdgeTypes), ends.From, ends.To);
        var outcome = await search.RunAsync(rules, cancellationToken);
        var contested = request.IncludeContested ? 0 : await CountContestedAsync(search, store.Model, request, cancellationToken);

        var kept = request.Diversity == Diversity.Movement ? MovementDiversity.Keep(outcome.Ranked) : outcome.Ranked;
        var chains = await ChainAssembly.BuildAsync(store, [.. kept.Take(request.First).Select(path => path.Arcs)], cancellationToken);
        var rejected = new ChainRejections(
            outcome.Coincidence, outcome.SharedPlace, contested, outcome.Chronology, outcome.Via, outcome.Ranked.Count - kept.Count);
        var none = chains.IsEmpty ? await NoneAsync(store, search, request, outcome, rejected, ends.Names, cancellationToken) : (Text: null, Weakest: null);
        return new ChainResult
        {
            Chains = chains,
            Overlaps = ChainOverlaps.Of(chains),
            None = none.Text,
            WeakestStep = none.Weakest,
            Rejected = rejected,
            ExploredCount = outcome.ExploredCount,
            Truncated = outcome.Truncated,
            Warnings = ChainWarnings.Of(rules, request, outcome, chains),
            Release = store.Release,
        };
    }

    // What only the wish for uncontested steps removed: chains of the same search without that wish that have a contested hop.
    private static async ValueTask<int> CountContestedAsync(ChainSearch search, GraphModel model, ChainRequest request, CancellationToken cancellationToken)
    {
        var wider = await search.RunAsync(new(model, request with { IncludeContested = true }), cancellationToken);
        return wider.Ranked.Count(path => path.IsContested);
    }

    private static async ValueTask<(string? Text, ChainHop? Weakest)> NoneAsync(
        IChainStore store, ChainSearch search, ChainRequest request, SearchOutcome outcome, ChainRejections rejected, IReadOnlyDictionary<string, string> names, CancellationToken cancellationToken)
    {
        var limits = StrengthLimits.Of(request);
        var unlimited = new WalkRules(store.Model, StrengthLimits.Lift(request));
        Chain? best = null;
        if (limits.Count > 0)
        {
            var wider = await search.RunAsync(unlimited, cancellationToken);
            best = (await ChainAssembly.BuildAsync(store, [.. wider.Ranked.Take(1).Select(path => path.Arcs)], cancellationToken)).FirstOrDefault();
        }

        var overHubs = best is null && !request.AllowHubs ? await search.BestOverHubsAsync(unlimited.Request, cancellationToken) : null;
        string[] hubs = overHubs is null ? [] : [.. overHubs.Arcs.SkipLast(1).Select(arc => arc.To).Where(unlimited.IsHub).Select(node => node.Name)];
        return (NoneSentence.Of(request, outcome, rejected, limits, best, hubs, names), best?.WeakestHop);
    }
}
