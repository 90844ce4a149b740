using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Oracle;
using FlowGraph.TestKit.Oracle.Operations;
using Xunit;

namespace FlowGraph.IntegrationTests.Answering;

/// <summary>Both stores give the same bytes: on the operations of the repository, and on operations made at random, those over the shipped release by HTTP and those over odd values by Bolt.</summary>
/// <remarks>FLOWGRAPH_TEST_CONFORMANCE sets how many random ones (default 5,000), FLOWGRAPH_TEST_SEED where to start.</remarks>
[Collection("Neo4j")]
public sealed class ConformanceTests(Neo4jFixture neo4j, ITestOutputHelper output)
{
    private const int MostFailures = 3;

    [Theory]
    [MemberData(nameof(Transports.All), MemberType = typeof(Transports))]
    public async Task Operations_of_the_repository_are_answered_alike(string transport)
    {
        using var served = await ServedRelease.ShippedAsync(neo4j, transport);
        var failures = new List<string>();
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests", "operations"), "*.graphql", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var cancellationToken = TestContext.Current.CancellationToken;
            var variables = Path.ChangeExtension(file, ".variables.json");
            var given = File.Exists(variables) ? JsonNode.Parse(await File.ReadAllTextAsync(variables, cancellationToken)) as JsonObject : null;
            count++;
            if (await served.DifferenceAsync(await File.ReadAllTextAsync(file, cancellationToken), given) is { } difference)
                failures.Add($"{Path.GetFileName(file)} {difference}");
        }
        Assert.NotEqual(0, count);
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    [Fact]
    public async Task Random_operations_over_the_shipped_release_are_answered_alike()
    {
        using var served = await ServedRelease.ShippedAsync(neo4j);
        await CompareAsync(served);
    }

    [Fact]
    public async Task Random_operations_over_a_release_of_odd_values_are_answered_alike()
    {
        using var served = await ServedRelease.LoadAsync(neo4j, StressedRelease.Of(TestApplication.Shared.Release, 1), Transports.Bolt);
        await CompareTextsAsync(served);
        await CompareAsync(served);
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private async Task CompareAsync(ServedRelease served)
    {
        // Each is a text that the server has to compile first, which takes it the longer the more there is in it.
        var operations = new RandomOperations(TestApplication.Shared.Application.Api, served.Release, fewFields: 2, mostFields: 10);
        var (count, seed) = (Setting("FLOWGRAPH_TEST_CONFORMANCE", 5_000) / 2, Setting("FLOWGRAPH_TEST_SEED", 20240307));
        output.WriteLine($"Seeds {seed} to {seed + count - 1}.");
        var failures = new ConcurrentBag<string>();
        // The server compiles each text on one core; more cores are kept busy side by side.
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(seed, count), sideBySide, async (i, _) =>
        {
            if (failures.Count < MostFailures && await FaultAsync(served, operations.Next(i)) is { } fault)
                failures.Add($"Seed {i}: {fault}\nRepeat with FLOWGRAPH_TEST_SEED={i} FLOWGRAPH_TEST_CONFORMANCE=2.");
        });
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
    }

    /// <summary>Filters of texts on both sides of U+FFFF, where UTF-16 has another order than code points.</summary>
    private static async Task CompareTextsAsync(ServedRelease served)
    {
        string[] starts = ["", "\uffee\ud83d\ude00"];
        string[] ends = ["", "\ud83d\ude00", "\ud83d\ude00b", "\uffee", "\ue000", "\ud7ff", "z", "\u20ac\udbff\udfff"];
        var failures = new List<string>();
        // A name is a plain property, aliases are a list; what is negated knows no third truth.
        var tests = from sign in (string[])["lt", "lte", "gt", "gte", "nlt", "ngte"] from test in (string[])["name: {{ {0}: $t }}", "aliases: {{ some: {{ {0}: $t }} }}"] select string.Format(CultureInfo.InvariantCulture, test, sign);
        var operation = "query($t: String) { " + string.Join(' ', tests.Select((test, i) => $"a{i}: vessels(first: 200, where: {{ {test} }}, order: [{{ name: DESC }}]) {{ nodes {{ id }} }}")) + " }";
        foreach (var text in starts.SelectMany(start => ends.Select(end => start + end)))
        {
            if (await served.DifferenceAsync(operation, new() { ["t"] = text }) is { } difference)
                failures.Add(difference);
        }
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static async Task<string?> FaultAsync(ServedRelease served, RandomOperation operation)
    {
        await ProbedCursors.FillAsync(operation, query => served.AskAsync(served.Embedded, query));
        if (await served.DifferenceAsync(operation.Text, operation.Variables) is null)
            return null;
        var small = await OperationShrinker.ShrinkAsync(operation.Text, async text => await served.DifferenceAsync(text, operation.Variables) is not null);
        return $"{await served.DifferenceAsync(small, operation.Variables)}\n{small}\n{operation.Variables.ToJsonString()}";
    }
}
