using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Api;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Comparing;
using FlowGraph.Query.Description;
using FlowGraph.Query.Input;
using FlowGraph.Query.Ledgers;
using FlowGraph.Query.Response;
using FlowGraph.Query.Sanctions;
using FlowGraph.Query.Search;
using FlowGraph.Query.Surroundings;
using FlowGraph.Query.Timelines;

namespace FlowGraph.Query.Plan;

/// <summary>Puts a request's values into a plan, and finds beforehand what the walk cannot find.</summary>
public static class PlanBinder
{
    private static readonly object?[] NoInputs = [];

    /// <exception cref="RequestException">An argument's value is wrong.</exception>
    public static object?[] Bind(QueryPlan plan, Variables variables) => Bind(plan, variables, new object?[plan.Slots.Length]);

    /// <param name="known">Values of some slots, from <see cref="Constants"/>; null where there is none.</param>
    /// <exception cref="RequestException">An argument's value is wrong.</exception>
    public static object?[] Bind(QueryPlan plan, Variables variables, ReadOnlySpan<object?> known)
    {
        var bound = known.ToArray();
        for (var i = 0; i < bound.Length; i++)
            bound[i] ??= plan.Slots[i].Bind(variables);
        return bound;
    }

    /// <summary>The values of the slots that no variable decides, which are the same for every request.</summary>
    /// <exception cref="RequestException">An argument's value is wrong.</exception>
    public static object?[] Constants(QueryPlan plan) => [.. plan.Slots.Select(slot => slot.IsConstant ? slot.Bind(Variables.None) : null)];

    /// <summary>Per root what it shows: a chain, a chain result, an aggregate, a timeline, a ledger, a page of hits. Most plans have none and get an empty array.</summary>
    /// <exception cref="FieldException">An argument names what is not there, or contradicts another.</exception>
    public static async ValueTask<object?[]> InputsAsync(QueryPlan plan, object?[] bound, IGraphStore store, CancellationToken cancellationToken)
    {
        if (Array.Exists(bound, value => value is SanctionRequest { By: not null }))
            await CheckAuthoritiesAsync(bound, store, cancellationToken);
        var inputs = NoInputs;
        for (var i = 0; i < plan.Roots.Length; i++)
        {
            var root = plan.Roots[i];
            object? input = root.Kind switch
            {
                RootKind.Chains => await FindAsync(root.Key, ChainFinder.FindAsync(store, (ChainRequest)bound[root.Slot]!, cancellationToken)),
                RootKind.Timeline => await FindAsync(root.Key, Timeline.FindAsync(store, (TimelineRequest)bound[root.Slot]!, cancellationToken)),
                RootKind.OilLedger => await FindAsync(root.Key, LedgerFinder.FindAsync(store, (LedgerRequest)bound[root.Slot]!, cancellationToken)),
                RootKind.Neighborhood => await NeighborhoodFinder.FindAsync(store, (NeighborhoodRequest)bound[root.Slot]!, cancellationToken),
                RootKind.Subgraph => await FindAsync(root.Key, SubgraphFinder.FindAsync(store, (SubgraphRequest)bound[root.Slot]!, cancellationToken)),
                RootKind.Comparison => await FindAsync(root.Key, ComparedFacts.OfAsync(store, (ComparisonRequest)bound[root.Slot]!, cancellationToken)),
                RootKind.Model => await ModelDescription.OfAsync(store, cancellationToken),
                RootKind.Search => await SearchAsync((SearchRequest)bound[root.Slot]!, store, cancellationToken),
                RootKind.Aggregate => await MeasureAsync(root, bound, store, cancellationToken),
                RootKind.Chain or RootKind.Node when bound[root.Slot] is string id && IsChain(id) => await ChainResolver.ResolveAsync(store, id, cancellationToken),
                RootKind.Nodes when ((object?[])bound[root.Slot]!).Cast<string>().Any(IsChain) => await ChainsAsync(store, (object?[])bound[root.Slot]!, cancellationToken),
                _ => null,
            };
            if (input is null)
                continue;
            if (inputs.Length == 0)
                inputs = new object?[plan.Roots.Length];
            inputs[i] = input;
        }
        return inputs;
    }

    public static bool IsChain(string id) => id.StartsWith("chain:", StringComparison.Ordinal);

    private static async ValueTask<Aggregation> MeasureAsync(RootField root, object?[] bound, IGraphStore store, CancellationToken cancellationToken)
    {
        var request = (AggregateRequest)bound[root.Slot]!;
        var needs = AggregateNeeds.Of(request.Type, root.Value!, bound);
        var found = await store.MeasureAsync(request, needs, cancellationToken);
        return new(request.Type, needs, found.Count, found.Rows);
    }

    private static async ValueTask<SearchPage> SearchAsync(SearchRequest request, IGraphStore store, CancellationToken cancellationToken) =>
        (await store.NamesAsync(request, cancellationToken)).Find(request, cancellationToken);

    private static async ValueTask<T> FindAsync<T>(string key, ValueTask<T> search)
    {
        try
        {
            return await search;
        }
        catch (FlowGraphException fault)
        {
            throw new FieldException(key, fault.Diagnostics);
        }
    }

    /// <summary>An authority that is not there would read as one that has listed nobody.</summary>
    private static async ValueTask CheckAuthoritiesAsync(object?[] bound, IGraphStore store, CancellationToken cancellationToken)
    {
        foreach (var requests in bound.OfType<SanctionRequest>().Where(request => request.By is not null).GroupBy(request => request.Root))
        {
            try
            {
                await NamedNodes.FindAsync(store, [.. requests.Select(request => new NamedNodes.Name("by", request.By!, request.Kind))], cancellationToken);
            }
            catch (FlowGraphException fault)
            {
                throw new FieldException(requests.Key, fault.Diagnostics);
            }
        }
    }

    private static async ValueTask<Dictionary<string, Chain?>> ChainsAsync(IChainStore store, object?[] ids, CancellationToken cancellationToken)
    {
        var chains = new Dictionary<string, Chain?>(StringComparer.Ordinal);
        foreach (string id in ids.Cast<string>().Where(IsChain))
            chains[id] = await ChainResolver.ResolveAsync(store, id, cancellationToken);
        return chains;
    }
}
