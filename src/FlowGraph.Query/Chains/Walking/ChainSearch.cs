using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains.Ranking;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>One search: corridor, paths, rules, ranking. Looks at nothing beyond what walking needs.</summary>
internal static class ChainSearch
{
    // What is tried only to explain a "none" may not cost more than the answer: five corridors' worth of edges.
    private const int GreatestProbe = 5 * Corridor.GreatestSize;

    public static async ValueTask<SearchOutcome> RunAsync(GraphModel model, RememberedEdges edges, ChainRequest request, WalkNode from, WalkNode to, CancellationToken cancellationToken)
    {
        var corridor = await new CorridorSearch(edges, new WalkRules(model, request), from, to, request.MaxHops).RunAsync(cancellationToken);
        return Walk(corridor!, request, cancellationToken); // never given up: nothing limits it
    }

    /// <summary>The search with hubs; null when they touch too much to look at.</summary>
    public static async ValueTask<SearchOutcome?> ProbeHubsAsync(GraphModel model, RememberedEdges edges, ChainRequest request, WalkNode from, WalkNode to, CancellationToken cancellationToken)
    {
        var widened = request with { AllowHubs = true };
        var rules = new WalkRules(model, widened) { GreatestDegree = Corridor.GreatestSize };
        var corridor = await new CorridorSearch(edges, rules, from, to, request.MaxHops, GreatestProbe).RunAsync(cancellationToken);
        return corridor is null ? null : Walk(corridor, widened, cancellationToken);
    }

    private static SearchOutcome Walk(Corridor corridor, ChainRequest request, CancellationToken cancellationToken)
    {
        var outcome = new SearchOutcome { ExploredCount = corridor.NodeCount, CorridorTruncated = corridor.Truncated };
        var time = new TimeOrder();
        outcome.PathsTruncated = !PathWalk.Run(corridor, path => Sort(path.ToArray(), request, outcome, time), cancellationToken);
        outcome.Ranked.Sort(RankedPath.Order(request.Chronology != ChronologyMode.None));
        return outcome;
    }

    // Each path falls to the first rule it breaks.
    private static void Sort(Arc[] path, ChainRequest request, SearchOutcome outcome, TimeOrder time)
    {
        var nodes = NodesOf(path);
        if (ExchangeRule.Offence(nodes) is { } offence && (offence.IsCoincidence || !request.SharedPlaces))
        {
            outcome.Reject(offence, nodes);
            return;
        }

        if (!request.Via.All(id => Array.Exists(nodes, node => node.Id == id) || Array.Exists(path, arc => arc.Edge.Id == id)))
        {
            outcome.Via++;
            return;
        }

        var ranked = RankedPath.Of(path, time);
        if (request.Chronology == ChronologyMode.Require && ranked.Rank.Chronology != ChainChronology.Coherent)
            outcome.Chronology++;
        else
            outcome.Ranked.Add(ranked);
    }

    private static WalkNode[] NodesOf(Arc[] path) => [path[0].From, .. path.Select(arc => arc.To)];
}

/// <summary>What a search found and why the rest is no chain.</summary>
internal sealed class SearchOutcome
{
    private readonly HashSet<NodeType> _coincidencePlaces = [];
    private readonly HashSet<NodeType> _meetingPlaces = [];
    private readonly SortedDictionary<(MovementDomain, MovementDomain), int> _coincidences = [];

    /// <summary>Best first.</summary>
    public List<RankedPath> Ranked { get; } = [];

    public required int ExploredCount { get; init; }

    public required bool CorridorTruncated { get; init; }

    public bool PathsTruncated { get; set; }

    public bool Truncated => CorridorTruncated || PathsTruncated;

    public int SharedPlace { get; private set; }

    public int Via { get; set; }

    public int Chronology { get; set; }

    public int Coincidence => _coincidences.Values.Sum();

    /// <summary>Which domains coincidences joined, and how often.</summary>
    public IReadOnlyDictionary<(MovementDomain A, MovementDomain B), int> Coincidences => _coincidences;

    /// <summary>Over what types of nodes, in order of declaration.</summary>
    public IEnumerable<NodeType> CoincidencePlaces => _coincidencePlaces.OrderBy(type => type.Ordinal);

    public IEnumerable<NodeType> MeetingPlaces => _meetingPlaces.OrderBy(type => type.Ordinal);

    public void Reject(MovementPair pair, IReadOnlyList<WalkNode> nodes)
    {
        if (pair.IsCoincidence)
        {
            var domains = pair.FirstDomain < pair.SecondDomain ? (pair.FirstDomain, pair.SecondDomain) : (pair.SecondDomain, pair.FirstDomain);
            _coincidences[domains] = _coincidences.GetValueOrDefault(domains) + 1;
        }
        else
        {
            SharedPlace++;
        }

        var places = pair.IsCoincidence ? _coincidencePlaces : _meetingPlaces;
        for (var i = pair.First + 1; i < pair.Second; i++)
            places.Add(nodes[i].Type);
    }
}
