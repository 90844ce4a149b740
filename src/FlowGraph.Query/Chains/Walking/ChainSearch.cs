using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains.Ranking;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>The searches of one question: corridor, paths, rules, ranking. They look at nothing beyond what walking needs.</summary>
internal sealed class ChainSearch
{
    // What is tried only to explain a "none" may not cost more than the answer: five corridors' worth of edges.
    private const int GreatestProbe = 5 * Corridor.GreatestSize;

    private readonly GraphModel _model;
    private readonly IWalkGraph _graph;
    private readonly int _from;
    private readonly int _to;
    private readonly Dictionary<int, WalkNode> _nodes = [];
    private readonly Dictionary<int, WalkEdge> _edges = [];

    public ChainSearch(GraphModel model, IWalkGraph graph, WalkNode from, WalkNode to)
    {
        (_model, _graph, _from, _to) = (model, graph, graph.NumberOf(from), graph.NumberOf(to));
        _nodes[_from] = from;
        _nodes[_to] = to;
    }

    public async ValueTask<SearchOutcome> RunAsync(WalkRules rules, CancellationToken cancellationToken)
    {
        using var memory = SearchMemory.Rent();
        var corridor = await new CorridorSearch(new(_graph, rules, _from, _to), memory, rules.Request.MaxHops).RunAsync(cancellationToken);
        return Walk(corridor!, rules.Request, cancellationToken); // never given up: nothing limits it
    }

    /// <summary>The best path that hubs make possible; null where there is none, or where they touch too much to look at.</summary>
    public async ValueTask<RankedPath?> BestOverHubsAsync(ChainRequest request, CancellationToken cancellationToken)
    {
        using var memory = SearchMemory.Rent();
        var widened = request with { AllowHubs = true };
        var passage = new Passage(_graph, new(_model, widened) { GreatestDegree = Corridor.GreatestSize }, _from, _to);
        if (!await new ChainReach(passage, memory, request.MaxHops, GreatestProbe).MayExistAsync(cancellationToken))
            return null;
        var corridor = await new CorridorSearch(passage, memory, request.MaxHops, GreatestProbe).RunAsync(cancellationToken);
        return corridor is null ? null : Walk(corridor, widened, cancellationToken).Ranked.FirstOrDefault();
    }

    private SearchOutcome Walk(Corridor corridor, ChainRequest request, CancellationToken cancellationToken)
    {
        var outcome = new SearchOutcome { ExploredCount = corridor.NodeCount, CorridorTruncated = corridor.Truncated };
        var sorting = new PathSorting(request, corridor, outcome, this);
        outcome.PathsTruncated = !PathWalk.Run(corridor, sorting.Take, cancellationToken);
        outcome.Ranked.Sort(RankedPath.Order(request.Chronology != ChronologyMode.None));
        return outcome;
    }

    private WalkNode Node(int number) => _nodes.TryGetValue(number, out var node) ? node : _nodes[number] = _graph.Node(number);

    private WalkEdge Edge(int number) => _edges.TryGetValue(number, out var edge) ? edge : _edges[number] = _graph.Edge(number);

    /// <summary>Each path falls to the first rule it breaks.</summary>
    private sealed class PathSorting(ChainRequest request, Corridor corridor, SearchOutcome outcome, ChainSearch search)
    {
        private readonly TimeOrder _time = new();
        private readonly List<(int Node, int Edge)> _via = [.. request.Via.Select(id => (search._graph.NodeNumber(id), search._graph.EdgeNumber(id)))];

        public void Take(ReadOnlySpan<Way> path)
        {
            var types = TypesOf(path);
            if (ExchangeRule.Offence(types) is { } offence && (offence.IsCoincidence || !request.SharedPlaces))
            {
                outcome.Reject(offence, types);
                return;
            }

            foreach (var (node, edge) in _via)
            {
                if (!Passes(path, node, edge))
                {
                    outcome.Via++;
                    return;
                }
            }

            var ranked = RankedPath.Of(ArcsOf(path), _time);
            if (request.Chronology == ChronologyMode.Require && ranked.Rank.Chronology != ChainChronology.Coherent)
                outcome.Chronology++;
            else
                outcome.Ranked.Add(ranked);
        }

        private bool Passes(ReadOnlySpan<Way> path, int node, int edge)
        {
            if (node == search._from)
                return true;
            foreach (var way in path)
            {
                if (way.Edge == edge || corridor.NodeOf(way.Target) == node)
                    return true;
            }
            return false;
        }

        private NodeType[] TypesOf(ReadOnlySpan<Way> path)
        {
            var types = new NodeType[path.Length + 1];
            types[0] = search._graph.TypeOf(search._from);
            for (var i = 0; i < path.Length; i++)
                types[i + 1] = search._graph.TypeOf(corridor.NodeOf(path[i].Target));
            return types;
        }

        private Arc[] ArcsOf(ReadOnlySpan<Way> path)
        {
            var arcs = new Arc[path.Length];
            var from = search.Node(search._from);
            for (var i = 0; i < arcs.Length; i++)
            {
                var to = search.Node(corridor.NodeOf(path[i].Target));
                arcs[i] = Arc.Of(search.Edge(path[i].Edge), from, to, path[i].Target != Corridor.End);
                from = to;
            }
            return arcs;
        }
    }
}
