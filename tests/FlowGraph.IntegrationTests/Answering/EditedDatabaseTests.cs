using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Answering;

/// <summary>A database that somebody changed by hand: a coded error at the field, or nothing where something was; never a fault without an id.</summary>
[Collection("Neo4j")]
public sealed class EditedDatabaseTests(Neo4jFixture neo4j)
{
    private const string Vessel = """{ vessels(first: 1) { nodes { id yearBuilt aliases name citations { id } } } }""";

    [Fact(Timeout = 300_000)]
    public async Task Value_of_the_wrong_kind_is_an_error_of_its_field()
    {
        using var served = await ServedRelease.LoadAsync(neo4j, TestApplication.Shared.Release);
        foreach (var (field, value) in new[] { ("yearBuilt", "'long ago'"), ("aliases", "7"), ("name", "['a', 'list']"), ("name", "null") })
        {
            await served.Database.ExecuteAsync($"MATCH (n:Vessel) WITH n ORDER BY n.id LIMIT 1 SET n.kept = n.{field}, n.{field} = {value}", TestContext.Current.CancellationToken);

            var answer = JsonNode.Parse(await served.AskAsync(served.Neo4j, Vessel))!;

            var error = Assert.Single(answer["errors"]!.AsArray())!;
            Assert.Equal("INTERNAL", (string?)error["extensions"]!["code"]);
            Assert.Equal($"vessels.nodes.0.{field}", string.Join('.', error["path"]!.AsArray()));
            await served.Database.ExecuteAsync($"MATCH (n:Vessel) WITH n ORDER BY n.id LIMIT 1 SET n.{field} = n.kept, n.kept = null", TestContext.Current.CancellationToken);
        }
    }

    [Fact(Timeout = 300_000)]
    public async Task Citation_that_was_deleted_is_missing_from_the_answer_and_named_by_the_audit()
    {
        using var served = await ServedRelease.LoadAsync(neo4j, TestApplication.Shared.Release);
        var whole = JsonNode.Parse(await served.AskAsync(served.Neo4j, Vessel))!["data"]!["vessels"]!["nodes"]![0]!["citations"]!.AsArray();
        var gone = (string)whole[0]!["id"]!;
        await served.Database.ExecuteAsync($"MATCH (c:Citation {{id: '{gone}'}}) DETACH DELETE c", TestContext.Current.CancellationToken);

        var left = JsonNode.Parse(await served.AskAsync(served.Neo4j, Vessel))!["data"]!["vessels"]!["nodes"]![0]!["citations"]!.AsArray();
        var audit = await served.Database.RunAsync(["audit"], TestContext.Current.CancellationToken);

        Assert.Equal(whole.Skip(1).Select(citation => (string)citation!["id"]!), left.Select(citation => (string)citation!["id"]!));
        Assert.Contains(gone, audit.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task Second_source_of_a_citation_is_an_error_of_its_field()
    {
        using var served = await ServedRelease.LoadAsync(neo4j, TestApplication.Shared.Release);
        const string Question = "{ vessels(first: 1) { nodes { citations { id source { id } } } } }";
        await served.Database.ExecuteAsync(
            "MATCH (n:Vessel) WITH n ORDER BY n.id LIMIT 1 MATCH (n)-[:CITED_BY]->(c)-[:FROM_SOURCE]->(s) WITH c, s LIMIT 1 MATCH (other:Source) WHERE other <> s WITH c, other LIMIT 1 CREATE (c)-[:FROM_SOURCE]->(other)",
            TestContext.Current.CancellationToken);

        var answer = JsonNode.Parse(await served.AskAsync(served.Neo4j, Question))!;

        var error = Assert.Single(answer["errors"]!.AsArray())!;
        Assert.Equal("INTERNAL", (string?)error["extensions"]!["code"]);
        Assert.Equal("source", (string?)error["path"]!.AsArray()[^1]);
    }

    [Fact(Timeout = 300_000)]
    public async Task Node_of_another_type_than_can_stand_there_is_an_error_of_its_field()
    {
        using var served = await ServedRelease.LoadAsync(neo4j, TestApplication.Shared.Release);
        await served.Database.ExecuteAsync("MATCH (s:Shipment)-[:LOADED_AT]->(p) WITH p ORDER BY p.id LIMIT 1 SET p.id = 'vessel:' + p.id", TestContext.Current.CancellationToken);

        var answer = JsonNode.Parse(await served.AskAsync(served.Neo4j, "{ shipments(first: 200) { nodes { loadedAt { id name } } } }"))!;

        Assert.All(answer["errors"]!.AsArray(), error => Assert.Equal(("INTERNAL", "loadedAt"), ((string?)error!["extensions"]!["code"], (string?)error["path"]!.AsArray()[^1])));
        Assert.NotEmpty(answer["errors"]!.AsArray());
    }

    [Fact(Timeout = 300_000)]
    public async Task Another_release_than_the_one_served_is_not_read()
    {
        using var served = await ServedRelease.LoadAsync(neo4j, TestApplication.Shared.Release);
        await served.Database.ExecuteAsync("MATCH (r:_Release) SET r.sha256 = 'another'", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<FlowGraph.Query.Plan.ReleaseChangedException>(() => served.AskAsync(served.Neo4j, Vessel));
    }
}
