using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;

namespace FlowGraph.Query.Surroundings;

/// <summary>Answers <c>neighborhood</c>: what is one step from a node, and how much of it.</summary>
public static class NeighborhoodFinder
{
    /// <returns>Null where there is no such node.</returns>
    public static async ValueTask<Neighborhood?> FindAsync(IChainStore store, NeighborhoodRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        // Both at once: where each is a question to a database, the second need not wait for the first.
        var center = store.NodesAsync([request.Id], cancellationToken).AsTask();
        var around = store.ExpandAsync([request.Id], request.Types.EdgeTypes(store.Model), cancellationToken).AsTask();
        await Task.WhenAll(center, around);
        if ((await center)[0] is not { } node)
            return null;
        var groups = Steps(node, await around)
            .Where(step => IsShown(step, request))
            .GroupBy(step => (step.Edge.Type, step.Direction))
            .OrderBy(group => group.Key.Type.Ordinal).ThenBy(group => group.Key.Direction)
            .Select(group => (group.Key.Type, group.Key.Direction, Steps: Ordered(group)))
            .ToList();
        return new(
            node,
            groups.Sum(group => group.Steps.Count),
            [.. groups.Select(group => new NeighborGroup(group.Type, group.Direction, group.Steps.Count,
                [.. group.Steps.Take(request.PerType).Select(step => new NodeLink(step.Edge.Id, step.Direction))]))],
            SurroundingWords.Around(node, groups.ConvertAll(group => (group.Type, group.Direction, group.Steps.Count, group.Steps.Take(request.PerType).Select(step => step.To.Name)))));
    }

    // An edge from the node to itself is seen from both of its ends.
    private static IEnumerable<Step> Steps(WalkNode node, Expansion around)
    {
        var nodes = around.Nodes.ToDictionary(far => far.Id, StringComparer.Ordinal);
        nodes[node.Id] = node;
        foreach (var edge in around.Edges)
        {
            if (edge.From == node.Id)
                yield return new(edge, nodes[edge.To], Direction.Out);
            if (edge.To == node.Id)
                yield return new(edge, nodes[edge.From], Direction.In);
        }
    }

    private static bool IsShown(Step step, NeighborhoodRequest request) =>
        step.Edge.Strength.Status != FactStatus.Retracted
        && step.To.Strength?.Status != FactStatus.Retracted
        && (request.Direction is null || request.Direction == step.Direction)
        && !(step.Edge.Strength.Confidence > request.MinConfidence)
        && request.Types.Take(step.Edge, step.To);

    private static ImmutableList<Step> Ordered(IEnumerable<Step> steps) =>
        [.. steps.OrderBy(step => step.To.Degree).ThenBy(step => step.To.Id, StringComparer.Ordinal).ThenBy(step => step.Edge.Id, StringComparer.Ordinal)];

    private readonly record struct Step(WalkEdge Edge, WalkNode To, Direction Direction);
}
