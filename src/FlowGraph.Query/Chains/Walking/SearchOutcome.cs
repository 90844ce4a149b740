using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains.Ranking;

namespace FlowGraph.Query.Chains.Walking;

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

    public void Reject(MovementPair pair, IReadOnlyList<NodeType> nodes)
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
            places.Add(nodes[i]);
    }
}
