using System.Text;
using FlowGraph.Embedded;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;
using FlowGraph.TestKit.Records;
using Xunit;

namespace FlowGraph.Tests.Chains;

/// <summary>In a store that holds the graph and in one that is asked level by level: chains, order and every number of the answer are those of the plain search.</summary>
public sealed class ChainSearchPropertyTests
{
    private static readonly string[] _grades = ["HIGH", "MODERATE", "LOW", "CONTESTED", "CONTESTED", "sources=1", "ASSESSED", "RETRACTED", "when=2023-05", "when=2024-02-03", "when=2024"];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task Answers_as_the_plain_search_does(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var drawing = Draw(random);
            var release = GraphSketch.Draw(drawing);
            var request = Ask(random, release);
            if (request.From != request.To)
                await CompareAsync(release, request, $"seed {seed}, round {round}, {request}\n{drawing}");
        }
    }

    [Theory]
    [InlineData(10_300, 2)]
    [InlineData(9_800, 4)]
    public async Task A_corridor_that_is_too_large_is_cut_at_the_same_edge(int shipments, int maxHops)
    {
        var random = new Random(shipments);
        var drawing = new StringBuilder();
        for (var i = 0; i < shipments; i++)
        {
            drawing.Append(null, $"shipment:s{i} {(random.Next(50) == 0 ? "RETRACTED" : "HIGH")} citations=0\nshipment:s{i} -LOADED_AT-> port:east citations=0\n");
            drawing.Append(null, $"shipment:s{i} -BOUND_FOR-> {(random.Next(20) == 0 ? "port:south" : "port:north")} citations=0\n");
            if (random.Next(10) == 0)
                drawing.Append(null, $"shipment:s{i} -CARRIED_BY-> vessel:v{random.Next(200)} citations=0\n");
        }
        var request = new ChainRequest { From = "port:east", To = "port:north", MaxHops = maxHops, HubDegree = 100_000, Diversity = Diversity.None };

        await CompareAsync(GraphSketch.Draw(drawing.ToString()), request, $"{shipments} shipments, {maxHops} hops");
    }

    [Fact]
    public async Task A_walk_of_too_many_paths_ends_at_the_same_path()
    {
        //  port:east <- shipments -> vessels <- shipments -> port:north
        var drawing = string.Join('\n', Enumerable.Range(0, 300).Select(i =>
            $"shipment:a{i} -LOADED_AT-> port:east citations=0\nshipment:a{i} -CARRIED_BY-> vessel:v{i % 2} citations=0\nshipment:b{i} -CARRIED_BY-> vessel:v{i % 2} citations=0\nshipment:b{i} -BOUND_FOR-> port:north citations=0\n"
            + (i % 3 == 0 ? $"shipment:a{i} -BOUND_FOR-> port:north citations=0" : "")));
        var request = new ChainRequest { From = "port:east", To = "port:north", MaxHops = 5, HubDegree = 100_000, Diversity = Diversity.None, SharedPlaces = true };

        await CompareAsync(GraphSketch.Draw(drawing), request, "300 shipments a side");
    }

    private static async Task CompareAsync(GraphRelease release, ChainRequest request, string context)
    {
        foreach (var store in (IChainStore[])[EmbeddedStore.Load(release), new RecordsChainStore(release)])
        {
            var expected = await PlainAsync(store, request);
            var wider = request.IncludeContested ? null : await PlainAsync(store, request with { IncludeContested = true });
            var best = expected.Ranked.Count > 0 ? null : await PlainAsync(store, Lifted(request));
            var overHubs = best is { Ranked.Count: 0 } && !request.AllowHubs ? await PlainAsync(store, Lifted(request) with { AllowHubs = true }) : null;

            var result = await ChainFinder.FindAsync(store, request, TestContext.Current.CancellationToken);

            context = $"{store.GetType().Name}, {context}";
            var rejected = result.Rejected;
            var contested = wider?.Ranked.Count(chain => chain.Rank.Contested) ?? 0;
            Assert.True((expected.Coincidence, expected.SharedPlace, contested, expected.Chronology, expected.Via) == (rejected.Coincidence, rejected.SharedPlace, rejected.Contested, rejected.Chronology, rejected.Via),
                $"rejected {expected.Coincidence} {expected.SharedPlace} {contested} {expected.Chronology} {expected.Via}, found {rejected}: {context}");
            Assert.True(expected.Explored == result.ExploredCount, $"explored {expected.Explored} {result.ExploredCount}: {context}");
            Assert.True((expected.CorridorTruncated || expected.PathsTruncated) == result.Truncated, $"truncated {result.Truncated}: {context}");
            Assert.True(expected.Ranked.Take(request.First).Select(chain => chain.Id).SequenceEqual(result.Chains.Select(chain => chain.Id)), $"chains {string.Join(' ', result.Chains.Select(chain => chain.Id))}: {context}");
            Assert.True((result.WeakestStep is null) == (best is not { Ranked.Count: > 0 }), $"weakest step {result.WeakestStep}: {context}");
            Assert.True(HubsOf(overHubs) is { } hubs ? result.None!.Contains($"such as one over {hubs} (", StringComparison.Ordinal) : result.None?.Contains("through hubs", StringComparison.Ordinal) != true, $"hubs {HubsOf(overHubs)}, {result.None}: {context}");
        }
    }

    private static string? HubsOf(PlainChainSearch? search)
    {
        if (search is null or { Ranked.Count: 0 })
            return null;
        var hubs = search.Ranked[0].Stops[1..^1].Where(search.IsHub).Select(id => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..]).ToList();
        return hubs.Count == 1 ? hubs[0] : $"{string.Join(", ", hubs.SkipLast(1))} and {hubs[^1]}";
    }

    private static ChainRequest Lifted(ChainRequest request) => request with
    {
        Kinds = [],
        MinConfidence = null,
        MinIndependentSources = null,
        IncludeContested = true,
        During = null,
        Chronology = request.Chronology == ChronologyMode.Require ? ChronologyMode.Prefer : request.Chronology,
    };

    private static async Task<PlainChainSearch> PlainAsync(IChainStore store, ChainRequest request)
    {
        var facts = store.Model.EdgeTypes.Where(type => type.Class == EdgeClass.Fact).ToHashSet();
        var (edges, nodes) = (new Dictionary<string, WalkEdge>(), new Dictionary<string, WalkNode>());
        foreach (var end in await store.NodesAsync([request.From, request.To], TestContext.Current.CancellationToken))
            nodes[end!.Id] = end;
        for (List<string> frontier = [.. nodes.Keys], next = []; frontier.Count > 0; (frontier, next) = (next, []))
        {
            var around = await store.ExpandAsync(frontier, facts, TestContext.Current.CancellationToken);
            foreach (var edge in around.Edges)
                edges[edge.Id] = edge;
            next.AddRange(around.Nodes.Where(node => nodes.TryAdd(node.Id, node)).Select(node => node.Id));
        }
        return new(nodes.Values, edges.Values, request);
    }

    private static ChainRequest Ask(Random random, GraphRelease release)
    {
        var ids = release.Nodes.Where(node => node.Type.Name is not ("Citation" or "Source" or "Claim")).Select(node => node.Id).ToList();
        string Any() => ids[random.Next(ids.Count)];
        bool Seldom(int one) => random.Next(one) == 0;
        var (from, to) = (Any(), Any());
        var avoid = Any();
        var via = Any();
        return new()
        {
            From = from,
            To = to,
            MaxHops = random.Next(1, 8),
            AllowHubs = Seldom(5),
            SharedPlaces = Seldom(4),
            HubDegree = random.Next(2, 12),
            MinConfidence = Seldom(4) ? Confidence.Moderate : null,
            MinIndependentSources = Seldom(6) ? 2 : null,
            IncludeContested = !Seldom(3),
            Kinds = Seldom(6) ? [FactKind.Reported] : [],
            During = Seldom(6) ? new(new(2023, 1, 1), new(2023, 12, 31)) : null,
            Chronology = (ChronologyMode)random.Next(3),
            Avoid = Seldom(4) && avoid != from && avoid != to ? [avoid] : [],
            Via = Seldom(6) && via != avoid ? [via] : [],
            Diversity = Diversity.None,
            First = 10,
        };
    }

    private static string Draw(Random random)
    {
        var text = new StringBuilder();
        string Pick(string prefix, int count) => $"{prefix}{random.Next(count)}";
        string Grade() => random.Next(2) == 0 ? _grades[random.Next(_grades.Length)] : "REPORTED";
        foreach (var id in new[] { "port:p0", "port:p1", "vessel:v0", "vessel:v1", "state:s0", "state:s1", "agreement:a0", "cap:c0" })
            text.Append(null, $"{id}\n");
        foreach (var id in new[] { "shipment:o0", "shipment:o1", "shipment:o2", "shipment:o3", "arms:g0", "arms:g1", "deployment:d0", "exchange:x0" })
            text.Append(null, $"{id} {Grade()}{(random.Next(12) == 0 ? " PLANNED" : "")}\n");
        for (var i = random.Next(8, 26); i > 0; i--)
        {
            text.Append(random.Next(13) switch
            {
                0 or 1 => $"{Pick("shipment:o", 4)} -LOADED_AT-> {Pick("port:p", 2)}",
                2 => $"{Pick("shipment:o", 4)} -CARRIED_BY-> {Pick("vessel:v", 2)}",
                3 => $"{Pick("shipment:o", 2)} -PART_OF-> shipment:o{random.Next(2, 4)}",
                4 => $"{Pick("arms:g", 2)} -DISCHARGED_AT-> {Pick("port:p", 2)}",
                5 => $"{Pick("arms:g", 2)} -CARRIED_BY-> {Pick("vessel:v", 2)}",
                6 => $"exchange:x0 -HAS_OIL_LEG-> {Pick("shipment:o", 4)}",
                7 => $"exchange:x0 -HAS_ARMS_LEG-> {Pick("arms:g", 2)}",
                8 => $"deployment:d0 -EMBARKED_AT-> {Pick("port:p", 2)}",
                9 => $"{Pick("shipment:o", 4)} -RECEIVED_BY-> {Pick("state:s", 2)}",
                10 => $"cap:c0 -CAPS_IMPORTS_OF-> {Pick("state:s", 2)}",
                11 => "cap:c0 -SET_BY-> agreement:a0",
                _ => $"{Pick("arms:g", 2)} -SUPPLIED_BY-> {Pick("state:s", 2)}",
            }).Append(null, $" {Grade()}\n");
        }
        return text.ToString();
    }
}
