using System.Text.Json.Nodes;
using FlowGraph.Server.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Loading;

[Collection("Neo4j")]
public sealed class AuditTests(Neo4jFixture neo4j)
{
    [Fact(Timeout = 300_000)]
    public async Task Finds_nothing_after_an_import()
    {
        using var database = await neo4j.ShippedDatabaseAsync(TestContext.Current.CancellationToken);

        var plain = await database.RunAsync(["audit"], TestContext.Current.CancellationToken);
        var json = await database.RunAsync(["audit", "--json"], TestContext.Current.CancellationToken);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (plain.ExitCode, json.ExitCode));
        Assert.Contains("Edges without a citation: none", plain.Output, StringComparison.Ordinal);
        Assert.True((bool)JsonNode.Parse(json.Output)!["audit"]!["clean"]!);
    }

    [Fact(Timeout = 600_000)]
    public async Task Finds_what_is_wrong()
    {
        using var database = await neo4j.EmptyDatabaseAsync();
        await database.RunAsync(["import"], TestContext.Current.CancellationToken);
        (string Question, string Damage, string Row)[] cases =
        [
            ("uncitedEdges", "MATCH ()-[e:SAW]->() WITH e ORDER BY e.id LIMIT 1 SET e.citationIds = null", "saw:"),
            ("uncitedEdges", "MATCH ()-[e:SEEN_NEAR]->() WITH e ORDER BY e.id LIMIT 1 MATCH (c:Citation {factId: e.id}) DETACH DELETE c", "seen-near:"),
            ("uncitedEdges", "MATCH (v:Vessel), (p:Port) WITH v, p LIMIT 1 CREATE (v)-[:WENT_TO]->(p)", "WENT_TO"),
            ("uncitedFacts", "MATCH (s:Shipment)-[r:CITED_BY]->() WITH s ORDER BY s.id LIMIT 1 MATCH (s)-[r:CITED_BY]->() DELETE r", "shipment:"),
            ("uncitedFacts", "MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 SET c.citationIds = []", "claim:"),
            ("danglingCitations", "CREATE (:Citation {id: 'citation:invented', locator: 'p. 1', paraphrase: 'x', stance: 'SUPPORTS'})", "citation:invented"),
            ("danglingCitations", "MATCH (c:Citation)-[r:FROM_SOURCE]->() WITH r LIMIT 1 DELETE r", "has no source"),
            ("danglingCitations", "MATCH (v:Vessel) WITH v LIMIT 1 SET v.citationIds = v.citationIds + 'citation:nowhere'", "citation:nowhere"),
            ("danglingCitations", "MATCH (v:Vessel), (c:Citation) WHERE c.factId <> v.id WITH v, c LIMIT 1 SET v.citationIds = v.citationIds + c.id", "does not belong to"),
            ("incompleteCitations", "MATCH (c:Citation) WITH c LIMIT 1 SET c.locator = ' '", "locator"),
            ("incompleteCitations", "MATCH (c:Citation) WITH c LIMIT 1 SET c.paraphrase = null", "paraphrase"),
            ("incompleteCitations", "MATCH (c:Citation)-[:FROM_SOURCE]->(s:Source) WITH s LIMIT 1 SET s.publisher = null", "publisher"),
            ("counts", "MATCH (n:Source) WHERE NOT EXISTS { (n)<-[:FROM_SOURCE]-() } WITH n LIMIT 1 DETACH DELETE n", "Source"),
            ("counts", "CREATE (:Film {title: 'x'})", "unknown"),
        ];

        foreach (var (question, damage, row) in cases)
        {
            await database.ExecuteAsync(damage, TestContext.Current.CancellationToken);
            var run = await database.RunAsync(["audit", "--json"], TestContext.Current.CancellationToken);
            await database.ExecuteAsync("MATCH (n) WHERE size(labels(n)) = 1 AND labels(n)[0] IN ['Film'] DETACH DELETE n", TestContext.Current.CancellationToken);
            await database.ExecuteAsync("MATCH ()-[e:WENT_TO]->() DELETE e", TestContext.Current.CancellationToken);
            await database.RunAsync(["import", "--replace"], TestContext.Current.CancellationToken);

            Assert.True(run.ExitCode == ExitCode.No, $"{damage} was not found.");
            var report = JsonNode.Parse(run.Output)!["audit"]!;
            Assert.False((bool)report["clean"]!);
            Assert.True(report["questions"]![question]!.ToJsonString().Contains(row, StringComparison.Ordinal), $"{damage}: {report.ToJsonString()}");
        }
    }

    [Fact(Timeout = 300_000)]
    public async Task Says_so_when_there_is_no_release()
    {
        using var database = await neo4j.EmptyDatabaseAsync();

        var run = await database.RunAsync(["audit"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.No, run.ExitCode);
        Assert.Contains("holds no release. Load one with import.", run.Error, StringComparison.Ordinal);
    }
}
