using System.Text.Json.Nodes;
using FlowGraph.Server.Commands;
using FlowGraph.Server.GraphQL;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Commands;

public sealed class SchemaAndExplainCommandTests
{
    [Fact(Timeout = 60_000)]
    public async Task Schema_is_the_one_that_is_served()
    {
        var run = await CommandRun.OfAsync(["schema"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(SchemaText.Print(TestApplication.Shared.Application.EngineSchema), run.Output);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("schema", "--json")]
    [InlineData("schema", "--format", "introspection")]
    public async Task Schema_can_be_the_answer_to_the_introspection_query(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(arguments, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        var schema = JsonNode.Parse(run.Output)!["data"]!["__schema"]!;
        Assert.Equal("Query", (string?)schema["queryType"]!["name"]);
        Assert.Contains(schema["types"]!.AsArray(), type => (string?)type!["name"] == "Chain");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("schema", "--format", "yaml")]
    [InlineData("schema", "--format", "sdl", "--json")]
    public async Task Schema_in_no_known_format_is_wrong_usage(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(arguments, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact(Timeout = 60_000)]
    public async Task Explain_prints_the_plan_without_a_dataset()
    {
        var run = await CommandRun.OfAsync(["explain", "-"], TestContext.Current.CancellationToken, input: "query($id: ID!) { port(id: $id) { name } }");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("port: look up Port", run.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Explain_prints_the_plan_as_json()
    {
        var run = await CommandRun.OfAsync(["explain", "-", "--json"], TestContext.Current.CancellationToken, input: "query Ports { ports { totalCount } }");

        var report = JsonNode.Parse(run.Output)!;
        Assert.Equal("Ports", (string?)report["operation"]);
        Assert.StartsWith("ports: page of Port", (string?)report["plan"]![0], StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Explain_prints_the_cost_and_what_each_limit_allows()
    {
        const string Query = "query($n: Int) { vessels(first: $n) { nodes { id name shipments { nodes { id name } } } } }";

        var usual = await CommandRun.OfAsync(["explain", "-"], TestContext.Current.CancellationToken, input: Query);
        var large = await CommandRun.OfAsync(["explain", "-", "--variables", "{\"n\":200}"], TestContext.Current.CancellationToken, input: Query);
        var json = await CommandRun.OfAsync(["explain", "-", "--json"], TestContext.Current.CancellationToken, input: Query);

        Assert.Matches(@"\nLIMIT_COST +cost +840 of +5000\n", usual.Output);
        Assert.Matches(@"\nLIMIT_DEPTH +levels of selections +5 of +15\n", usual.Output);
        Assert.Matches(@"\nLIMIT_PAGE +rows of a page +200\n", usual.Output);
        Assert.Equal(ExitCode.Done, large.ExitCode);
        Assert.Matches(@"\nLIMIT_COST +cost +8400 of +5000  refused\n", large.Output);
        var limit = JsonNode.Parse(json.Output)!["limits"]!.AsArray().First(limit => (string?)limit!["limit"] == "LIMIT_COST")!;
        Assert.Equal((840, 5000), ((int)limit["found"]!, (int)limit["allowed"]!));
    }

    [Fact(Timeout = 60_000)]
    public async Task Explain_names_the_faults_of_an_operation()
    {
        var run = await CommandRun.OfAsync(["explain", "-"], TestContext.Current.CancellationToken, input: "{ vesel { id } }");

        Assert.Equal(ExitCode.No, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("GRAPHQL_VALIDATION_FAILED", run.Error, StringComparison.Ordinal);
    }
}
