using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.Embedded;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Response;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Oracle;
using Xunit;

namespace FlowGraph.Tests.Differential;

/// <summary>Chains between random ends: the same question has the same answer, and every chain in it is found again by its id.</summary>
/// <remarks>FLOWGRAPH_TEST_CHAINS sets how many, FLOWGRAPH_TEST_SEED where to start.</remarks>
public sealed class ChainDeterminismTests(ITestOutputHelper output)
{
    private const string Shown = "id from { id } to { id } hops { index from { id } to { id } fact { id } event { id } reversed order gapDays } weakestHop { index } "
        + "confidence independentSources chronology why caveats text narrative export(format: JSON) permalink";

    private const string Question = "query($from: ID!, $to: ID!, $hops: Int!, $shared: Boolean!, $hubs: Boolean!, $mode: ChronologyMode!, $diversity: Diversity!) {"
        + " chains(from: $from, to: $to, maxHops: $hops, sharedPlaces: $shared, allowHubs: $hubs, chronology: $mode, diversity: $diversity, first: 5) {"
        + " chains { " + Shown + " } none weakestStep { index } overlaps { a b shared { id } } rejected { coincidence sharedPlace contested chronology via diversity }"
        + " exploredCount truncated warnings } }";

    [Fact]
    public Task Shipped_release_gives_the_same_chains_again() => AskAsync(TestApplication.Shared.Release);

    [Fact]
    public Task Release_of_odd_values_gives_the_same_chains_again() => AskAsync(StressedRelease.Of(TestApplication.Shared.Release, 2));

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private async Task AskAsync(GraphRelease release)
    {
        var store = EmbeddedStore.Load(release);
        var other = EmbeddedStore.Load(release);
        // Nodes that chains walk: others are seldom connected.
        var ends = release.Edges.Where(edge => edge.Relationship.Edge.Class == EdgeClass.Fact).SelectMany(edge => new[] { edge.From, edge.To }).ToList();
        var (count, seed) = (Setting("FLOWGRAPH_TEST_CHAINS", 60), Setting("FLOWGRAPH_TEST_SEED", 20240901));
        var found = 0;
        for (var i = seed; i < seed + count; i++)
        {
            var random = new Random(i);
            bool Half() => random.Next(2) == 0;
            var variables = new JsonObject
            {
                ["from"] = ends[random.Next(ends.Count)],
                ["to"] = ends[random.Next(ends.Count)],
                ["hops"] = random.Next(1, 5),
                ["shared"] = Half(),
                ["hubs"] = Half(),
                ["mode"] = Half() ? "PREFER" : Half() ? "REQUIRE" : "NONE",
                ["diversity"] = Half() ? "MOVEMENT" : "NONE",
            };

            var first = await ExecuteAsync(Question, variables, store);
            var second = await ExecuteAsync(Question, variables, other);

            Assert.True(first == second, $"Seed {i}: {variables.ToJsonString()}\n{first}\n{second}");
            Assert.DoesNotContain("INTERNAL", first, StringComparison.Ordinal);
            found += await ResolveAsync(first, store, $"Seed {i}: {variables.ToJsonString()}");
        }
        output.WriteLine($"Seeds {seed} to {seed + count - 1}: {found} chains.");
        Assert.True(found > 0);
    }

    /// <summary>A chain is true of itself alone: asked for by its id it is the same as it was among others.</summary>
    private static async Task<int> ResolveAsync(string answer, EmbeddedStore store, string report)
    {
        using var document = JsonDocument.Parse(answer);
        if (document.RootElement.GetProperty("data") is not { ValueKind: JsonValueKind.Object } data)
            return 0;
        var count = 0;
        foreach (var chain in data.GetProperty("chains").GetProperty("chains").EnumerateArray())
        {
            var id = chain.GetProperty("id").GetString();
            var alone = await ExecuteAsync("query($id: ID!) { chain(id: $id) { " + Shown + " } }", new() { ["id"] = id }, store);
            Assert.True(alone == $$$"""{"data":{"chain":{{{chain.GetRawText()}}}}}""", $"{report}\n{id}\n{chain.GetRawText()}\n{alone}");
            count++;
        }
        return count;
    }

    private static async Task<string> ExecuteAsync(string query, JsonObject variables, EmbeddedStore store)
    {
        using var request = TestApplication.Request(query, variables);
        using var writer = new JsonResponseWriter();
        await TestApplication.Shared.Application.Executor.ExecuteAsync(request, store, "", writer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(writer.Written);
    }
}
