using FlowGraph.Model.Values;
using FlowGraph.Query.Chains;

namespace FlowGraph.Tests.Chains;

/// <summary>The search for chains as it is told: every way is tried, edge by edge, with no thought for speed.</summary>
internal sealed class PlainChainSearch
{
    private const int GreatestCorridor = 20_000;
    private const int GreatestPathCount = 50_000;

    private readonly ChainRequest _request;
    private readonly Dictionary<string, WalkNode> _nodes;
    private readonly List<WalkEdge> _edges;
    private readonly ILookup<string, WalkEdge> _incident;
    private ILookup<string, (WalkEdge Edge, string To)> _ways = Enumerable.Empty<(WalkEdge, string)>().ToLookup(_ => "");
    private int _pathCount;

    /// <param name="edges">Of the types that are walked.</param>
    public PlainChainSearch(IEnumerable<WalkNode> nodes, IEnumerable<WalkEdge> edges, ChainRequest request)
    {
        _request = request;
        _nodes = nodes.ToDictionary(node => node.Id);
        _edges = [.. edges.Where(edge => edge.Strength.Status != FactStatus.Retracted && !request.Avoid.Contains(edge.Id))];
        _incident = Ends(_edges);
        BuildCorridor();
        for (var length = 1; length <= request.MaxHops && !PathsTruncated; length++)
            Walk([request.From], [], length);
        Ranked.Sort((a, b) => a.Rank.CompareTo(b.Rank) is var order and not 0 ? order : string.CompareOrdinal(a.Id, b.Id));
    }

    public List<(string Id, List<string> Stops, (bool Contested, Confidence, int, ChainChronology, int, int, int) Rank)> Ranked { get; } = [];

    public int Explored { get; private set; }

    public bool CorridorTruncated { get; private set; }

    public bool PathsTruncated { get; private set; }

    public int Coincidence { get; private set; }

    public int SharedPlace { get; private set; }

    public int Via { get; private set; }

    public int Chronology { get; private set; }

    public bool IsHub(string id) => _nodes[id].Type.Name == "State" || _nodes[id].Degree > _request.HubDegree;

    private static ILookup<string, WalkEdge> Ends(IEnumerable<WalkEdge> edges) =>
        edges.SelectMany(edge => new[] { (End: edge.From, Edge: edge), (End: edge.To, Edge: edge) }).ToLookup(end => end.End, end => end.Edge);

    private void BuildCorridor()
    {
        var ahead = Distances(_request.From, isAhead: true);
        var back = Distances(_request.To, isAhead: false);
        var arcs = new List<(int Level, WalkEdge Edge, string From, string To)>();
        foreach (var edge in _edges)
        {
            foreach (var (u, v) in new[] { (edge.From, edge.To), (edge.To, edge.From) })
            {
                if (ahead.TryGetValue(u, out var before) && back.TryGetValue(v, out var after) && before + 1 + after <= _request.MaxHops && Passes(edge, u, v))
                    arcs.Add((before + 1 + after, edge, u, v));
            }
        }
        var byEdge = arcs.GroupBy(arc => arc.Edge.Id).OrderBy(edge => edge.Min(arc => arc.Level)).ThenBy(edge => edge.Key, StringComparer.Ordinal).ToList();
        var kept = byEdge.Take(GreatestCorridor).SelectMany(edge => edge).ToList();
        CorridorTruncated = byEdge.Count > GreatestCorridor;
        Explored = kept.SelectMany(arc => new[] { arc.From, arc.To }).Distinct().Count();
        _ways = kept.OrderBy(arc => arc.Edge.Id, StringComparer.Ordinal).ToLookup(arc => arc.From, arc => (arc.Edge, arc.To));
    }

    private Dictionary<string, int> Distances(string start, bool isAhead)
    {
        var distances = new Dictionary<string, int> { [start] = 0 };
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var edge in _incident[at])
            {
                var next = edge.From == at ? edge.To : edge.From;
                if ((isAhead ? Passes(edge, at, next) : Passes(edge, next, at)) && distances.TryAdd(next, distances[at] + 1))
                    queue.Enqueue(next);
            }
        }
        return distances;
    }

    private void Walk(List<string> stops, List<WalkEdge> edges, int length)
    {
        if (edges.Count == length)
        {
            if (stops[^1] == _request.To)
                Judge(stops, edges);
            return;
        }
        foreach (var (edge, next) in _ways[stops[^1]])
        {
            if (!PathsTruncated && !stops.Contains(next))
                Walk([.. stops, next], [.. edges, edge], length);
        }
    }

    private void Judge(List<string> stops, List<WalkEdge> edges)
    {
        if (_pathCount++ == GreatestPathCount)
        {
            PathsTruncated = true;
            return;
        }
        var types = stops.ConvertAll(id => _nodes[id].Type);
        var movements = Enumerable.Range(0, types.Count).Where(i => types[i].Domain is not null || types[i].IsBridge).ToList();
        var pairs = movements.Zip(movements.Skip(1)).Where(pair => !types[pair.First].IsBridge && !types[pair.Second].IsBridge).ToList();
        var hops = edges.Select((edge, i) => Hop(edge, stops[i], stops[i + 1])).ToList();
        var order = Order(hops.ConvertAll(hop => hop.When));
        if (pairs.Exists(pair => types[pair.First].Domain != types[pair.Second].Domain))
            Coincidence++;
        else if (!_request.SharedPlaces && pairs.Exists(pair => pair.Second > pair.First + 1))
            SharedPlace++;
        else if (!_request.Via.All(id => stops.Contains(id) || edges.Exists(edge => edge.Id == id)))
            Via++;
        else if (_request.Chronology == ChronologyMode.Require && order != ChainChronology.Coherent)
            Chronology++;
        else
            Ranked.Add(("chain:" + string.Join('-', edges.Select((edge, i) => (edge.From == stops[i] ? "f" : "r") + edge.Key)), stops, (
                hops.Exists(hop => hop.Strength.IsContested),
                hops.Max(hop => hop.Strength.Confidence),
                hops.Count(hop => hop.Strength.IndependentSources <= 1),
                _request.Chronology == ChronologyMode.None ? default : order,
                hops.Count(hop => hop.Strength.Kind is FactKind.Assessed or FactKind.Derived),
                hops.Count,
                stops[1..^1].Sum(id => _nodes[id].Degree))));
    }

    private static ChainChronology Order(List<FuzzyDate?> times)
    {
        var orders = times.Skip(1).Select((time, i) => TemporalComparison.Of(time, times[i]).Order).ToList();
        return orders.Contains(TemporalOrder.Precedes) && orders.Contains(TemporalOrder.Follows) ? ChainChronology.Mixed
            : orders.Contains(TemporalOrder.Unknown) ? ChainChronology.Unknown
            : ChainChronology.Coherent;
    }

    private bool Passes(WalkEdge edge, string u, string v)
    {
        if (u == v || u == _request.To || v == _request.From || !Inside(u) || !Inside(v))
            return false;
        var (strength, when) = Hop(edge, u, v);
        return (_request.Kinds.IsEmpty || _request.Kinds.Contains(strength.Kind))
            && (_request.MinConfidence is not { } confidence || strength.Confidence <= confidence)
            && (_request.MinIndependentSources is not { } sources || strength.IndependentSources >= sources)
            && (_request.IncludeContested || !strength.IsContested)
            && (_request.During is not { } during || when is null || (!(when.Earliest > during.To) && !(when.Latest < during.From)));
    }

    private bool Inside(string id)
    {
        var node = _nodes[id];
        return id == _request.From || id == _request.To
            || (!_request.Avoid.Contains(id)
                && (_request.AllowHubs || !IsHub(id))
                && (!node.IsEvent || (node.Strength!.Value.Status != FactStatus.Retracted && node.Modality is null or "ACTUAL" && node.Form is not ("RATE" or "USE_EVIDENCE"))));
    }

    private (Strength Strength, FuzzyDate? When) Hop(WalkEdge edge, string u, string v)
    {
        var (from, to) = (_nodes[u], _nodes[v]);
        return (
            v != _request.To && to.IsEvent ? Strength.Weaker(edge.Strength, to.Strength!.Value) : edge.Strength,
            edge.When ?? (to.IsEvent ? to.When : null) ?? (from.IsEvent ? from.When : null));
    }
}
