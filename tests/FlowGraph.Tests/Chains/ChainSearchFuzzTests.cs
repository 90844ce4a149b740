using System.Text;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;
using FlowGraph.TestKit.Records;
using Xunit;

namespace FlowGraph.Tests.Chains;

/// <summary>Corridor and enumeration against a search that tries every way there is.</summary>
public sealed class ChainSearchFuzzTests
{
    private static readonly string[] _grades = ["HIGH", "MODERATE", "LOW", "CONTESTED", "sources=1", "ASSESSED", "RETRACTED"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Finds_what_trying_every_way_finds(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var drawing = Draw(random);
            var release = GraphSketch.Draw(drawing);
            var places = release.Nodes.Where(node => node.Type.Name is "Port" or "Vessel" or "State").Select(node => node.Id).ToList();
            var from = places[random.Next(places.Count)];
            var to = places[random.Next(places.Count)];
            if (from == to)
                continue;

            var request = new ChainRequest
            {
                From = from,
                To = to,
                MaxHops = random.Next(1, 8),
                AllowHubs = random.Next(4) == 0,
                HubDegree = random.Next(2, 12),
                MinConfidence = random.Next(3) == 0 ? Confidence.Moderate : null,
                Kinds = random.Next(3) == 0 ? [FactKind.Assessed] : [],
                Avoid = random.Next(3) == 0 ? [places.First(id => id != from && id != to)] : [],
                Diversity = Diversity.None,
                First = 10,
            };
            var expected = new EveryWay(release, request).Run();

            var store = new RecordsChainStore(release);
            var result = await ChainFinder.FindAsync(store, request, TestContext.Current.CancellationToken);
            var searches = result.None is null ? 1 : 3;

            var context = $"seed {seed}, round {round}, {request}\n{drawing}";
            Assert.True(expected.Coincidence == result.Rejected.Coincidence, $"coincidence {expected.Coincidence} {result.Rejected.Coincidence}: {context}");
            Assert.True(expected.SharedPlace == result.Rejected.SharedPlace, $"sharedPlace {expected.SharedPlace} {result.Rejected.SharedPlace}: {context}");
            Assert.True(expected.Explored == result.ExploredCount, $"explored {expected.Explored} {result.ExploredCount}: {context}");
            Assert.True(Math.Min(10, expected.Chains.Count) == result.Chains.Length, $"chains {expected.Chains.Count} {result.Chains.Length}: {context}");
            Assert.True(result.Chains.All(chain => expected.Chains.Contains(chain.Id)), $"a chain of its own: {context}");
            Assert.True(store.Expansions <= searches * request.MaxHops + 2, $"{store.Expansions} expansions: {context}");
        }
    }

    private static string Draw(Random random)
    {
        var text = new StringBuilder();
        string Pick(string prefix, int count) => $"{prefix}{random.Next(count)}";
        string Grade() => random.Next(3) == 0 ? _grades[random.Next(_grades.Length)] : "REPORTED";
        foreach (var prefix in new[] { "port:p", "vessel:v", "state:s" })
            text.Append(null, $"{prefix}0\n{prefix}1\n{prefix}2\n");

        foreach (var id in new[] { "shipment:o0", "shipment:o1", "shipment:o2", "shipment:o3", "arms:g0", "arms:g1", "deployment:d0", "exchange:x0" })
            text.Append(null, $"{id} {Grade()}\n");

        for (var i = random.Next(6, 22); i > 0; i--)
        {
            text.Append(random.Next(9) switch
            {
                0 => $"{Pick("shipment:o", 4)} -LOADED_AT-> {Pick("port:p", 3)}",
                1 => $"{Pick("shipment:o", 4)} -CARRIED_BY-> {Pick("vessel:v", 3)}",
                2 => $"{Pick("shipment:o", 2)} -PART_OF-> shipment:o{random.Next(2, 4)}",
                3 => $"{Pick("arms:g", 2)} -DISCHARGED_AT-> {Pick("port:p", 3)}",
                4 => $"{Pick("arms:g", 2)} -CARRIED_BY-> {Pick("vessel:v", 3)}",
                5 => $"exchange:x0 -HAS_OIL_LEG-> {Pick("shipment:o", 4)}",
                6 => $"exchange:x0 -HAS_ARMS_LEG-> {Pick("arms:g", 2)}",
                7 => $"deployment:d0 -EMBARKED_AT-> {Pick("port:p", 3)}",
                _ => $"{Pick("arms:g", 2)} -SUPPLIED_BY-> {Pick("state:s", 3)}",
            }).Append(null, $" {Grade()}\n");
        }

        return text.ToString();
    }

    /// <summary>The rules once more, written down as they are told, with no thought for speed.</summary>
    private sealed class EveryWay(GraphRelease release, ChainRequest request)
    {
        private readonly Dictionary<string, NodeRecord> _nodes = release.Nodes.ToDictionary(node => node.Id);
        private readonly List<EdgeRecord> _edges = [.. release.Edges.Where(edge => edge.Id.Length > 0 && edge.Relationship.Edge.Class == EdgeClass.Fact)];

        public int Coincidence { get; private set; }

        public int SharedPlace { get; private set; }

        public int Explored { get; private set; }

        public HashSet<string> Chains { get; } = [];

        public EveryWay Run()
        {
            Walk([request.From], []);
            var explored = new HashSet<string>();
            foreach (var edge in _edges)
            {
                foreach (var (u, v) in new[] { (edge.From, edge.To), (edge.To, edge.From) })
                {
                    if (Passes(edge, u, v) && Distance(request.From, u) is { } before && Distance(v, request.To) is { } after && before + 1 + after <= request.MaxHops)
                        explored.UnionWith([u, v]);
                }
            }

            Explored = explored.Count;
            return this;
        }

        private void Walk(List<string> stops, List<string> marks)
        {
            if (stops[^1] == request.To)
            {
                Judge(stops, marks);
                return;
            }

            if (marks.Count == request.MaxHops)
                return;

            foreach (var edge in _edges.Where(edge => edge.From == stops[^1] || edge.To == stops[^1]))
            {
                var next = edge.From == stops[^1] ? edge.To : edge.From;
                if (!stops.Contains(next) && Passes(edge, stops[^1], next))
                    Walk([.. stops, next], [.. marks, (edge.From == stops[^1] ? "f" : "r") + edge["key"]]);
            }
        }

        private void Judge(List<string> stops, List<string> marks)
        {
            var movements = stops.Select((id, i) => (Type: Prefix(id), Place: i)).Where(stop => stop.Type is "shipment" or "arms" or "deployment" or "exchange").ToList();
            var pairs = movements.Zip(movements.Skip(1)).Where(pair => pair.First.Type != "exchange" && pair.Second.Type != "exchange").ToList();
            if (pairs.Any(pair => pair.First.Type != pair.Second.Type))
                Coincidence++;
            else if (pairs.Any(pair => pair.Second.Place > pair.First.Place + 1))
                SharedPlace++;
            else
                Chains.Add("chain:" + string.Join('-', marks));
        }

        private bool Passes(EdgeRecord edge, string u, string v)
        {
            if (u == request.To || v == request.From || !Inside(u) || !Inside(v) || edge["status"] is "RETRACTED")
                return false;

            var facts = new List<(string Confidence, string Kind)> { ((string)edge["confidence"]!, (string)edge["kind"]!) };
            if (v != request.To && _nodes[v]["confidence"] is string confidence)
                facts.Add((confidence, (string)_nodes[v]["kind"]!));

            return (request.MinConfidence is null || facts.TrueForAll(fact => fact.Confidence != "LOW"))
                && (request.Kinds.IsEmpty || facts.Exists(fact => fact.Kind == "ASSESSED"));
        }

        private bool Inside(string id) =>
            id == request.From || id == request.To
            || !request.Avoid.Contains(id)
            && _nodes[id]["status"] is not "RETRACTED"
            && (request.AllowHubs || Prefix(id) != "state" && _edges.Count(edge => edge.From == id || edge.To == id) <= request.HubDegree);

        private int? Distance(string start, string end)
        {
            var distances = new Dictionary<string, int> { [start] = 0 };
            var queue = new Queue<string>([start]);
            while (queue.TryDequeue(out var at))
            {
                foreach (var edge in _edges.Where(edge => edge.From == at || edge.To == at))
                {
                    var next = edge.From == at ? edge.To : edge.From;
                    if (Passes(edge, at, next) && distances.TryAdd(next, distances[at] + 1))
                        queue.Enqueue(next);
                }
            }

            return distances.TryGetValue(end, out var distance) ? distance : null;
        }

        private static string Prefix(string id) => id[..id.IndexOf(':', StringComparison.Ordinal)];
    }
}
