using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Api;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Input;
using FlowGraph.Query.Response;

namespace FlowGraph.Query.Plan;

/// <summary>Puts a request's values into a plan, and finds beforehand what the walk cannot find: chains and aggregates.</summary>
public static class PlanBinder
{
    private static readonly object?[] NoInputs = [];

    /// <exception cref="RequestException">An argument's value is wrong.</exception>
    public static object?[] Bind(QueryPlan plan, Variables variables)
    {
        var bound = new object?[plan.Slots.Length];
        for (var i = 0; i < bound.Length; i++)
            bound[i] = plan.Slots[i].Bind(variables);
        return bound;
    }

    /// <summary>Per root the chain, chain result or aggregate that it shows. Most plans have none and get an empty array.</summary>
    /// <exception cref="FieldException">A chain's ends are unknown or contradict its other arguments.</exception>
    public static async ValueTask<object?[]> InputsAsync(QueryPlan plan, object?[] bound, IGraphStore store, CancellationToken cancellationToken)
    {
        var inputs = NoInputs;
        for (var i = 0; i < plan.Roots.Length; i++)
        {
            var root = plan.Roots[i];
            object? input = root.Kind switch
            {
                RootKind.Chains => await FindAsync(root.Key, (ChainRequest)bound[root.Slot]!, store, cancellationToken),
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

    private static async ValueTask<ChainResult> FindAsync(string key, ChainRequest request, IChainStore store, CancellationToken cancellationToken)
    {
        try
        {
            return await ChainFinder.FindAsync(store, request, cancellationToken);
        }
        catch (FlowGraphException fault)
        {
            throw new FieldException(key, fault.Diagnostics);
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
