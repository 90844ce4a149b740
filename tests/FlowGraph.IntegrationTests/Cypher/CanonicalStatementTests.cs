using System.Text;
using System.Text.Json;
using FlowGraph.IntegrationTests.Answering;
using FlowGraph.Neo4j.Answering;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Cypher;

/// <summary>What typical questions become in Cypher, in <c>tests/cypher</c>, with the operators that Neo4j really runs.</summary>
[Collection("Neo4j")]
public sealed class CanonicalStatementTests(Neo4jFixture neo4j)
{
    private static readonly (string Name, string Query)[] _questions =
    [
        ("by-id", """{ vessel(id: "vessel:chon-ma-san") { id name } }"""),
        ("by-natural-key", """{ vessel(imo: "8106496") { id name } }"""),
        ("by-id-and-key", """{ state(id: "state:russia", iso2: "RU") { name } }"""),
        ("any-node", """{ node(id: "port:vostochny-port") { __typename id ... on Port { unlocode } ... on State { iso2 } } }"""),
        ("fact-edge", """{ fact(id: "carried-by:voyage-2024-10-20-chon-ma-san--chon-ma-san") { id caption confidence ... on EdgeFact { from { id } to { id } properties } } }"""),
        ("page-by-id", "{ shipments(first: 20) { pageInfo { hasNextPage endCursor } nodes { id name } } }"),
        ("page-by-date", "{ shipments(first: 20, order: [{ when: ASC }]) { nodes { id when { edtf } } } }"),
        ("page-by-date-descending", "{ shipments(first: 20, order: [{ when: DESC }]) { edges { cursor node { id } } } }"),
        ("page-by-date-from-the-end", "{ shipments(last: 20, order: [{ when: ASC }]) { edges { cursor node { id } } } }"),
        ("page-by-related-and-count", "{ shipments(first: 20, order: [{ loadedAt: { name: DESC } }, { carriedByCount: ASC }]) { edges { cursor node { id } } } }"),
        ("page-of-a-group", "{ places(first: 20) { nodes { __typename id name } } }"),
        ("page-by-enum", "{ armsTransfers(first: 20, order: [{ confidence: ASC }, { name: DESC }]) { nodes { id confidence } } }"),
        ("measures-and-groups", """{ shipmentsAggregate(where: { modality: { eq: ACTUAL } }) { barrels { sum { low high } } groupBy(keys: [FORM, LOADED_AT]) { count keys { text } } } }"""),
        ("count-alone", "{ shipments { totalCount } }"),
        ("filter-text-and-enum", """{ shipments(where: { name: { contains: "tanker" }, confidence: { gte: MODERATE }, modality: { nin: [PLANNED] } }) { totalCount nodes { id } } }"""),
        ("filter-date-and-quantity", """{ shipments(where: { when: { overlaps: { from: "2024-03-01", to: "2024-12-31" } }, barrels: { atLeast: 1000 } }) { nodes { id } } }"""),
        ("filter-by-related", """{ shipments(where: { loadedAt: { id: { eq: "port:vostochny-port" } } }) { nodes { id } } }"""),
        ("filter-without-related", "{ shipments(where: { loadedAt: null }) { nodes { id } } }"),
        ("filter-some-of-a-list", """{ vessels(where: { shipments: { some: { loadedAt: { id: { eq: "port:vostochny-port" } } } } }) { nodes { id } } }"""),
        ("filter-all-of-a-list", """{ vessels(where: { shipments: { all: { form: { eq: VOYAGE } } } }) { nodes { id } } }"""),
        ("filter-by-link", """{ shipments(where: { loadedAtFact: { confidence: { eq: HIGH }, node: { name: { contains: "o" } } } }) { nodes { id } } }"""),
        ("filter-negated", """{ vessels(where: { not: { or: [{ name: { startsWith: "A" } }, { aliases: { some: { contains: "Star" } } }] } }) { nodes { id } } }"""),
        ("neighbours-with-receipts", """{ port(id: "port:vostochny-port") { shipmentsLoaded(first: 3) { nodes { name } } citations(stance: SUPPORTS) { locator paraphrase source { title url } } } }"""),
        ("links", """{ vessel(id: "vessel:chon-ma-san") { shipments(first: 5, order: [{ when: DESC }]) { totalCount edges { cursor factId confidence citations { locator } node { id when { edtf } } } } } }"""),
        ("claims-and-quantity", """{ shipment(id: "shipment:osc-43-trips-2024") { barrels { best unit claims { id rank } } claims(property: "barrels") { id status } } }"""),
        ("single-and-its-link", """{ shipment(id: "shipment:osc-43-trips-2024") { loadedAt { id name } loadedAtFact { kind confidence fact { id } } } }"""),
        ("timeline", """{ timeline(types: [SHIPMENT, AGREEMENT], during: { from: "2024-03-01", to: "2024-12-31" }, first: 5) { totalCount undatedCount nodes { id } } }"""),
        ("timeline-of-a-scope", """{ timeline(scope: ["port:vostochny-port", "agreement:russia-dprk-treaty-2024"], first: 5) { totalCount undatedCount nodes { id } } }"""),
        ("sums-against-a-cap", """{ oilLedger(importer: "state:dprk", during: { from: "2024-01-01", to: "2024-12-31" }) { rows { period barrels { low } } } }"""),
        ("sanction-status", """{ vessel(id: "vessel:chon-ma-san") { sanctionedOn(date: "2024-10-20", by: "org:un-1718-committee") } }"""),
        ("facts-by-id", "{ facts(first: 20) { pageInfo { hasNextPage } edges { cursor node { id } } } }"),
        ("facts-by-type-and-date", """{ facts(first: 20, where: { type: { in: [LOADED_AT, SHIPMENT] }, independentSources: { lte: 1 } }, order: [{ type: ASC }, { when: DESC }]) { totalCount edges { cursor node { id } } } }"""),
        ("facts-by-what-they-have", """{ facts(first: 20, where: { subject: { eq: "port:vostochny-port" }, source: { neq: "source:voz-2024-11-22" }, origin: { eq: "org:white-house-nsc" }, evidenceType: { eq: MEDIA }, denied: false }) { nodes { id } } }"""),
        ("facts-at-a-node", """{ port(id: "port:vostochny-port") { facts(first: 5, direction: IN, types: [LOADED_AT, DISCHARGED_AT], order: [{ confidence: ASC }]) { totalCount nodes { id } } } }"""),
        ("supported-facts-of-a-type", """{ source(id: "source:voz-2024-11-22") { supports(first: 5, where: { type: { eq: SHIPMENT }, confidence: { eq: LOW } }) { totalCount nodes { id } } } }"""),
        ("sole-support", """{ source(id: "source:voz-2024-11-22") { soleSupportFor(first: 5) { totalCount nodes { id } } } }"""),
        ("what-a-source-supports", """{ source(id: "source:voz-2024-11-22") { supports(through: RELAYS, first: 5) { totalCount edges { citations { id } node { id } } } } }"""),
    ];

    [Fact]
    public async Task Are_the_approved_ones_and_run_without_a_scan_of_all_nodes()
    {
        using var served = await ServedRelease.ShippedAsync(neo4j);
        var failures = new List<string>();
        foreach (var (name, query) in _questions)
        {
            var file = Repository.PathOf("tests", "cypher", name + ".cypher");
            var noted = Noted(file);
            var text = new StringBuilder($"// {query}\n");
            foreach (var (key, statement) in await StatementsAsync(query))
            {
                using var answer = await served.Database.Client.RunAsync(statement with { Text = "PROFILE " + statement.Text }, AccessMode.Read, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
                var operators = Operators(answer.Profile).ToList();
                if (operators.Exists(found => found is "AllNodesScan" or "CartesianProduct" || found == "Sort" && name.StartsWith("page-", StringComparison.Ordinal)))
                    failures.Add($"{name}: {string.Join(", ", operators)}");
                // Which operators depends on what the server has counted by then: noted as they were when the text was approved.
                text.Append(noted.Count > 0 ? $"\n{noted.Dequeue()}\n" : $"\n// {key}: {string.Join(", ", operators.Distinct().Order(StringComparer.Ordinal))}\n");
                foreach (var parameter in statement.Parameters)
                    text.Append($":param {parameter.Name} => {parameter.Json()};\n");
                text.Append(statement.Text).Append(";\n");
            }
            Golden.Match(file, text.ToString());
        }
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static Queue<string> Noted(string file) =>
        Golden.Updates("cypher") || !File.Exists(file) ? [] : new(File.ReadLines(file).Skip(1).Where(line => line.StartsWith("// ", StringComparison.Ordinal)));

    private static async Task<IEnumerable<(string Key, CypherStatement Statement)>> StatementsAsync(string query)
    {
        var application = TestApplication.Shared.Application;
        using var request = TestApplication.Request(query);
        var document = await application.Executor.PrepareAsync(request, TestContext.Current.CancellationToken);
        var variables = new InputCoercion(application.Api).Variables(document.Operation.Variables, request.Variables);
        var plan = document.Plan(variables).Plan;
        return StatementPreview.Of(application.Model, plan, PlanBinder.Bind(plan, variables));
    }

    private static IEnumerable<string> Operators(JsonElement plan)
    {
        yield return plan.GetProperty("operatorType").GetString()!.Split('@')[0];
        if (!plan.TryGetProperty("children", out var children))
            yield break;
        foreach (var child in children.EnumerateArray())
        {
            foreach (var found in Operators(child))
                yield return found;
        }
    }
}
