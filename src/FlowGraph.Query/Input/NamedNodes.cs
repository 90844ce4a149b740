using System.Collections.Frozen;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;

namespace FlowGraph.Query.Input;

/// <summary>The nodes that arguments name: what is not there is a fault, never an empty answer.</summary>
internal static class NamedNodes
{
    /// <summary>What an argument names.</summary>
    /// <param name="Kind">What the node has to be; null = anything.</param>
    public readonly record struct Name(string Argument, string Id, NodeSet? Kind);

    /// <returns>By id.</returns>
    /// <exception cref="FlowGraphException">UNKNOWN_ID or BAD_USER_INPUT, all that are found.</exception>
    public static async ValueTask<IReadOnlyDictionary<string, WalkNode>> FindAsync(IChainStore store, IReadOnlyList<Name> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
            return FrozenDictionary<string, WalkNode>.Empty;
        var nodes = await store.NodesAsync([.. names.Select(name => name.Id).Distinct()], cancellationToken);
        var found = nodes.OfType<WalkNode>().ToDictionary(node => node.Id, StringComparer.Ordinal);
        List<Diagnostic> faults = [.. names.Select(name => Fault(store, name, found.GetValueOrDefault(name.Id))).OfType<Diagnostic>().DistinctBy(fault => fault.Message)];
        return faults.Count > 0 ? throw new FlowGraphException(faults) : found;
    }

    private static Diagnostic? Fault(IChainStore store, Name name, WalkNode? node)
    {
        if (node is null)
        {
            return store.Model.EdgeTypeOfId(name.Id) is { } edge
                ? Bad($"{name.Argument}: found '{name.Id}', a {edge.Name} edge, expected a node.", name.Id, "the id of a node")
                : new(ErrorCodes.UnknownId, $"{name.Argument}: found '{name.Id}', which is not in {store.Release.Id}, expected the id of a node of it.", Hint: "Find ids with 'search'.")
                {
                    Found = name.Id,
                    Expected = "the id of a node of this release",
                };
        }
        return name.Kind is null || name.Kind.Types.Contains(node.Type) ? null
            : Bad($"{name.Argument}: found '{name.Id}', which is a {node.Type.Name}, expected {Indefinite(name.Kind.Name)}.", name.Id, name.Kind.Name);
    }

    private static string Indefinite(string name) => $"{("AEIOU".Contains(name[0], StringComparison.Ordinal) ? "an" : "a")} {name}";

    private static Diagnostic Bad(string message, string found, string expected) => new(ErrorCodes.BadUserInput, message) { Found = found, Expected = expected };
}
