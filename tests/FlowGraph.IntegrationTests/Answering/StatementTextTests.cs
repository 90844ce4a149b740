using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Answering;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Answering;

/// <summary>Neo4j compiles a text once: what varies from request to request must not be in it.</summary>
[Collection("Neo4j")]
public sealed class StatementTextTests(Neo4jFixture neo4j, ITestOutputHelper output)
{
    private const int Sets = 1000;
    private const int MostTexts = 40;
    private const int Seed = 20240307;

    [Fact]
    public async Task A_thousand_sets_of_variables_give_a_few_texts()
    {
        using var served = await ServedRelease.ShippedAsync(neo4j);
        var values = new RandomVariables(served.Release, new Random(Seed));
        var names = new[] { "chain-between", "conditions", "fact-by-id", "page-of-shipments", "vessel-by-number" };
        var operations = names.Select(name => (Name: name, Text: File.ReadAllText(Repository.PathOf("tests", "operations", "variables", name + ".graphql")))).ToList();

        for (var i = 0; i < Sets; i++)
        {
            var (name, text) = operations[i % operations.Count];
            var variables = values.Of(name);
            Assert.True(await served.DifferenceAsync(text, variables) is null, $"{name} {variables.ToJsonString()}");
        }

        foreach (var (text, count) in served.Statements.Texts.OrderByDescending(pair => pair.Value))
            output.WriteLine($"{count} {text}");
        Assert.InRange(served.Statements.Texts.Count, 1, MostTexts);
    }

    [Fact]
    public async Task A_chain_takes_a_dozen_statements_and_no_record_is_asked_for_its_id_alone()
    {
        using var served = await ServedRelease.ShippedAsync(neo4j);
        var operation = await File.ReadAllTextAsync(Repository.PathOf("tests", "operations", "acceptance", "b06-from-vostochny-to-kursk.graphql"), TestContext.Current.CancellationToken);

        var answer = await served.AskAsync(served.Neo4j, operation);

        Assert.StartsWith("{\"data\":", answer, StringComparison.Ordinal);
        foreach (var (text, count) in served.Statements.Texts)
            output.WriteLine($"{count} {text}");
        // The two ends; four looks around; objections and who raises them; evidence of three places; events and edges as they are asked for.
        Assert.InRange(served.Statements.Texts.Values.Sum(), 1, 12);
    }

    [Fact]
    public async Task Texts_are_counted_once()
    {
        using var served = await ServedRelease.ShippedAsync(neo4j);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == StatementTexts.MeterName)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        var counted = 0L;
        listener.SetMeasurementEventCallback<long>((_, added, _, _) => Interlocked.Add(ref counted, added));
        listener.Start();
        // Nobody else asks this.
        const string query = "{ sightings(order: [{ name: DESC }, { kind: ASC }, { id: DESC }, { confidence: ASC }], first: 1) { nodes { id key caption } } }";

        var first = await served.AskAsync(served.Neo4j, query);
        var second = await served.AskAsync(served.Neo4j, query);

        Assert.StartsWith("{\"data\":", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.Equal(1, counted);
    }

    private sealed class RandomVariables(GraphRelease release, Random random)
    {
        private readonly string[] _nodes = [.. release.Nodes.Where(node => node.Type.Contract != Contract.Record).Select(node => node.Id)];
        private readonly string[] _facts = [.. release.Nodes.Where(node => node.Type.IsFact).Select(node => node.Id), .. release.Edges.Where(edge => edge.Id.Length > 0).Select(edge => edge.Id), "vessel:nobody"];
        private readonly string[] _vessels = [.. release.Nodes.Where(node => node.Type.Name == "Vessel").Select(node => node.Id)];
        private readonly string[] _numbers = [.. release.Nodes.Select(node => node["imo"]).OfType<string>()];

        public JsonObject Of(string operation) => operation switch
        {
            "chain-between" => new() { ["from"] = Any(_nodes), ["to"] = Any(_nodes), ["maxHops"] = random.Next(1, 5), ["confidence"] = Any([null, "LOW", "MODERATE", "HIGH"]) },
            "conditions" => new() { ["id"] = Any(_vessels), ["flag"] = random.Next(2) == 0, ["brief"] = random.Next(2) == 0, ["first"] = random.Next(5) },
            "fact-by-id" => new() { ["id"] = Any(_facts) },
            "page-of-shipments" => new()
            {
                ["first"] = random.Next(30),
                ["confidence"] = Any(["LOW", "MODERATE", "HIGH"]),
                ["modality"] = new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => JsonValue.Create(Any(["ACTUAL", "PLANNED", "ANNOUNCED"])))]),
                ["named"] = Any(["", "a", "Vostochny", "é", "'"]),
            },
            "vessel-by-number" => new() { ["imo"] = Any(_numbers), ["stance"] = Any([null, "SUPPORTS", "DISPUTES", "CONTEXT"]) },
            _ => throw new System.Diagnostics.UnreachableException(operation),
        };

        private T Any<T>(T[] items) => items[random.Next(items.Length)];
    }
}
