using System.Text.Json.Nodes;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Selection;
using FlowGraph.Server;
using FlowGraph.Server.GraphQL;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Oracle.Operations;
using Xunit;

namespace FlowGraph.Tests.Query;

/// <summary>One plan for each combination of conditions, compiled once, printed alike.</summary>
public sealed class PlanTests
{
    private const string Conditional = """
        query($a: Boolean!, $b: Boolean!) {
          vessels { totalCount @include(if: $a) nodes @skip(if: $b) { id } }
          release @include(if: true) { id }
          node(id: "state:russia") @skip(if: true) { id }
        }
        """;

    [Fact]
    public async Task Each_combination_of_conditions_has_its_own_plan()
    {
        var document = await PrepareAsync(Conditional);

        var plans = new List<PlanVariant>();
        foreach (var (a, b) in ((bool, bool)[])[(true, true), (true, false), (false, true), (false, false)])
        {
            var plan = document.Plan(Variables(document, new() { ["a"] = a, ["b"] = b }));
            Assert.Same(plan, document.Plan(Variables(document, new() { ["a"] = a, ["b"] = b })));
            var text = PlanPrinter.Print(TestApplication.Shared.Application.Model, plan.Plan);
            Assert.Equal(a, text.Contains("totalCount", StringComparison.Ordinal));
            Assert.Equal(!b, text.Contains("nodes", StringComparison.Ordinal));
            Assert.Contains("release", text, StringComparison.Ordinal);
            Assert.DoesNotContain("state:russia", text, StringComparison.Ordinal);
            plans.Add(plan);
        }

        Assert.Equal(4, plans.Distinct().Count());
    }

    [Fact]
    public async Task Other_variables_share_a_plan()
    {
        var document = await PrepareAsync("query($id: ID!, $a: Boolean = true) { vessel(id: $id) { name @include(if: $a) } }");

        var (one, other) = (Variables(document, new() { ["id"] = "vessel:chon-ma-san" }), Variables(document, new() { ["id"] = "vessel:angara", ["a"] = true }));
        var (first, second) = (document.Plan(one), document.Plan(other));

        Assert.Same(first, second);
        Assert.NotEqual(first.Bind(one), first.Bind(other));
    }

    [Fact]
    public async Task Arguments_without_variables_are_bound_once()
    {
        var document = await PrepareAsync("{ vessels(first: 3, where: { name: { contains: \"San\" } }) { totalCount } }");

        var plan = document.Plan(Variables(document, []));

        Assert.True(plan.Plan.IsConstant);
        Assert.Same(plan.Bind(Variables(document, [])), plan.Bind(Variables(document, [])));
    }

    [Fact]
    public async Task Arguments_without_variables_are_bound_once_beside_others_that_have_some()
    {
        var document = await PrepareAsync("query($first: Int) { vessels(first: $first) { totalCount } ports(first: 3, where: { name: { contains: \"o\" } }) { totalCount } }");

        var (one, other) = (Variables(document, new() { ["first"] = 1 }), Variables(document, new() { ["first"] = 2 }));
        var plan = document.Plan(one);

        Assert.NotEqual(plan.Bind(one)[0], plan.Bind(other)[0]);
        Assert.Same(plan.Bind(one)[1], plan.Bind(other)[1]);
    }

    [Fact]
    public async Task Conditions_beyond_the_limit_are_refused()
    {
        var names = Enumerable.Range(0, 17).Select(i => $"$v{i}").ToList();
        var variables = string.Join(", ", names.Select(name => $"{name}: Boolean!"));
        var document = await PrepareAsync($"query({variables}) {{ {string.Join(' ', names.Select((name, i) => $"a{i}: __typename @skip(if: {name})"))} }}");
        var values = new JsonObject(Enumerable.Range(0, 17).Select(i => KeyValuePair.Create($"v{i}", (JsonNode?)JsonValue.Create(true))));

        var fault = Assert.Throws<RequestException>(() => document.Plan(Variables(document, values)));

        Assert.Equal("LIMIT_SELECTIONS", fault.Diagnostics[0].Code);
        Assert.Equal((17, 16), fault.Limit);
    }

    [Fact]
    public async Task Plans_are_printed_alike_by_every_application()
    {
        var operations = new RandomOperations(TestApplication.Shared.Application.Api, TestApplication.Shared.Release);
        using var other = Application.Shipped();
        for (var seed = 0; seed < 100; seed++)
        {
            var operation = operations.Next(seed);
            if (operation.IsFaulty || operation.Cursors.Count > 0)
                continue;

            var first = await PrintAsync(TestApplication.Shared.Application, operation);
            var second = await PrintAsync(other, operation);

            Assert.True(first == second, $"Seed {seed}:\n{first}\n{second}");
        }
    }

    [Theory]
    [InlineData("first: 1, after: \"x\"", "after: \"x\", first: 1")]
    [InlineData("where: { name: { startsWith: \"A\", in: [\"b\", null] }, id: { eq: \"vessel:a\" } }", "where: {id: {eq: \"vessel:a\"}, name: {in: [\"b\", null], startsWith: \"A\"}}")]
    [InlineData("after: \"\\u0041\\\"\\n\u00e9\"", "after: \"A\\\"\\n\u00e9\"")]
    [InlineData("after: \"\"\"text\"\"\"", "after: \"text\"")]
    [InlineData("order: [{name:ASC},{id:DESC}], first: null", "first: null, order: [{name: ASC}, {id: DESC}]")]
    [InlineData("order: { name: ASC }", "order: {name: ASC}")]
    public async Task Arguments_have_one_spelling(string written, string expected)
    {
        var document = await PrepareAsync($"{{ vessels({written}) {{ totalCount }} }}");

        Assert.Equal(expected, ArgumentPrinter.Print(((SelectedField)document.Operation.Selection.Items[0]).Arguments));
    }

    private static async Task<PreparedDocument> PrepareAsync(string query)
    {
        using var request = GraphQLRequest.Of(query);
        return await TestApplication.Shared.Application.Executor.PrepareAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> PrintAsync(Application application, RandomOperation operation)
    {
        using var request = TestApplication.Request(operation.Text, operation.Variables);
        var document = await application.Executor.PrepareAsync(request, TestContext.Current.CancellationToken);
        return PlanPrinter.Print(application.Model, document.Plan(new InputCoercion(application.Api).Variables(document.Operation.Variables, request.Variables)).Plan);
    }

    private static Variables Variables(PreparedDocument document, JsonObject values)
    {
        using var request = TestApplication.Request("{ __typename }", values);
        return new InputCoercion(TestApplication.Shared.Application.Api).Variables(document.Operation.Variables, request.Variables);
    }
}
