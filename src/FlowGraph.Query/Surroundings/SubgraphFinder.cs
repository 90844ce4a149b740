using FlowGraph.Query.Chains;
using FlowGraph.Query.Input;

namespace FlowGraph.Query.Surroundings;

/// <summary>Answers <c>subgraph</c>: what lies within a few hops of some nodes.</summary>
public static class SubgraphFinder
{
    /// <exception cref="Model.Diagnostics.FlowGraphException">An id is unknown, or that of an edge; all of them.</exception>
    public static async ValueTask<Subgraph> FindAsync(IChainStore store, SubgraphRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        List<string> ids = [.. request.Ids.Distinct(StringComparer.Ordinal)];
        var found = await NamedNodes.FindAsync(store, ids.ConvertAll(id => new NamedNodes.Name("ids", id, null)), cancellationToken);
        var starts = ids.ConvertAll(id => found[id]);
        var walk = new Walk(request, starts);
        var types = request.Types.EdgeTypes(store.Model);
        for (var hop = 0; hop < request.Hops && walk.Frontier.Count > 0 && !walk.IsFull; hop++)
            walk.Take(await store.ExpandAsync(walk.Frontier, types, cancellationToken));
        return walk.Result(starts);
    }

    /// <summary>Hop by hop, as far as there is room.</summary>
    private sealed class Walk
    {
        private readonly SubgraphRequest _request;
        private readonly Dictionary<string, WalkNode> _nodes = new(StringComparer.Ordinal);
        private readonly List<string> _order = [];
        private readonly List<WalkEdge> _facts = [];
        private readonly HashSet<string> _starts;
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private bool _truncated;

        public Walk(SubgraphRequest request, List<WalkNode> starts)
        {
            _request = request;
            _starts = [.. starts.Select(node => node.Id)];
            foreach (var start in starts)
                HasRoomFor(start);
            Frontier = [.. _order];
        }

        /// <summary>Nodes whose edges were not looked at yet.</summary>
        public IReadOnlyList<string> Frontier { get; private set; }

        /// <summary>A fact did not fit any more.</summary>
        public bool IsFull { get; private set; }

        public void Take(Expansion around)
        {
            var (near, reached) = (Frontier.ToHashSet(StringComparer.Ordinal), _order.Count);
            var nodes = around.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
            WalkNode Node(string id) => _nodes.GetValueOrDefault(id) ?? nodes[id];
            bool Leads(WalkEdge edge, string from, string to) => near.Contains(from) && _request.Types.Take(edge, Node(to));
            foreach (var edge in around.Edges.OrderBy(edge => edge.Strength.Confidence).ThenBy(edge => edge.Id, StringComparer.Ordinal))
            {
                var (from, to) = (Node(edge.From), Node(edge.To));
                if (!IsShown(edge, from, to) || !Leads(edge, edge.From, edge.To) && !Leads(edge, edge.To, edge.From) || !_seen.Add(edge.Id))
                    continue;
                if (_facts.Count == _request.Limit)
                {
                    (_truncated, IsFull) = (true, true);
                    return;
                }
                if (HasRoomFor(from) && HasRoomFor(to))
                    _facts.Add(edge);
            }
            Frontier = [.. _order.Skip(reached)];
        }

        public Subgraph Result(IReadOnlyList<WalkNode> starts) => new(
            [.. _order], [.. _facts.Select(fact => fact.Id)], _truncated, SurroundingWords.Within(starts, _request.Hops, _nodes, _facts, _truncated));

        // What is retracted is shown only where it was asked for by its id.
        private bool IsShown(WalkEdge edge, params ReadOnlySpan<WalkNode> ends)
        {
            foreach (var end in ends)
            {
                if (end.Strength?.Status == FactStatus.Retracted && !_starts.Contains(end.Id))
                    return false;
            }
            return edge.Strength.Status != FactStatus.Retracted;
        }

        private bool HasRoomFor(WalkNode node)
        {
            if (_nodes.ContainsKey(node.Id))
                return true;
            if (_nodes.Count == _request.Limit)
                return !(_truncated = true);
            _nodes.Add(node.Id, node);
            _order.Add(node.Id);
            return true;
        }
    }
}
