using System.Text.Json.Nodes;
using FlowGraph.Neo4j.Answering;
using FlowGraph.Query.Input;
using FlowGraph.Server.GraphQL;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Oracle.Operations;
using Xunit;

namespace FlowGraph.Tests.Query;

/// <summary>What is kept of a plan's statement from one request to the next: the statement is always the one that a plan gives which was never asked before.</summary>
public sealed class KeptStatementTests
{
    [Theory]
    // What finds the record takes more names and parameters than before.
    [InlineData("query($id: ID, $imo: IMO) { vessel(id: $id, imo: $imo) { id shipments(first: 3) { nodes { id } } } }", """{"id":"vessel:angara"}""", """{"id":"vessel:angara","imo":"9179842"}""")]
    [InlineData("query($where: ShipmentFilterInput) { shipments(first: 2, where: $where) { nodes { id citations(stance: SUPPORTS) { id } } } }", "{}", """{"where":{"loadedAt":{"name":{"contains":"o"}}}}""")]
    // A value of the request stands in the record itself: another one, or none.
    [InlineData("query($stance: Stance) { vessels(first: 2) { nodes { id citations(stance: $stance) { id } } } }", """{"stance":"SUPPORTS"}""", """{"stance":"DISPUTES"}""")]
    [InlineData("query($stance: Stance) { vessels(first: 2) { nodes { id citations(stance: $stance) { id } } } }", """{"stance":"SUPPORTS"}""", "{}")]
    [InlineData("query($first: Int, $where: ShipmentFilterInput) { ports { nodes { shipmentsLoaded(first: $first, where: $where) { nodes { id } } name } } }", """{"first":3}""", """{"first":4,"where":{"name":{"contains":"o"}}}""")]
    [InlineData("query($id: ID!) { node(id: $id) { id ... on Port { name claims(property: \"name\") { id } } ... on Vessel { imo } } }", """{"id":"port:vostochny-port"}""", """{"id":"vessel:angara"}""")]
    public async Task Is_the_one_of_a_new_plan(string query, string before, string after)
    {
        var document = await PreparedAsync(query);
        foreach (var variables in (string[])[before, after, after, before])
        {
            var fresh = Statements(await PreparedAsync(query), variables);

            Assert.NotEmpty(fresh);
            Assert.Equal(fresh, Statements(document, variables));
        }
    }

    [Fact]
    public async Task Is_the_one_of_a_new_plan_for_random_operations()
    {
        var operations = new RandomOperations(TestApplication.Shared.Application.Api, TestApplication.Shared.Release);
        var asked = 0;
        for (var seed = 1; seed <= 300; seed++)
        {
            var operation = operations.Next(seed);
            if (operation.IsFaulty || operation.Cursors.Count > 0)
                continue;
            var document = await PreparedAsync(operation.Text);
            var variables = operation.Variables.ToJsonString();
            var first = Statements(document, variables);

            Assert.Equal(first, Statements(document, variables));
            asked += first.Length;
        }
        Assert.True(asked > 100);
    }

    private static async Task<PreparedDocument> PreparedAsync(string query)
    {
        using var request = TestApplication.Request(query);
        return await TestApplication.Shared.Application.Executor.PrepareAsync(request, TestContext.Current.CancellationToken);
    }

    private static string[] Statements(PreparedDocument document, string variables)
    {
        var application = TestApplication.Shared.Application;
        using var request = TestApplication.Request("", JsonNode.Parse(variables)!.AsObject());
        var values = new InputCoercion(application.Api).Variables(document.Operation.Variables, request.Variables);
        var variant = document.Plan(values);
        return [.. StatementPreview.Of(application.Model, variant.Plan, variant.Bind(values)).Select(root => $"{root.Statement.Text}\n{string.Join('\n', root.Statement.Parameters.Select(parameter => $"{parameter.Name} {parameter.Json()}"))}")];
    }
}
