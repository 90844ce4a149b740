using System.Text.Json.Nodes;
using FlowGraph.Server.Commands;
using Xunit;

namespace FlowGraph.Tests.Commands;

public sealed class QueryCommandTests
{
    private const string ByImo = "query One($imo: IMO!) { vessel(imo: $imo) { id imo } } query Two { release { id } }";

    [Fact(Timeout = 60_000)]
    public async Task Answers_a_document_of_standard_input()
    {
        var run = await CommandRun.OfAsync(["query", "-"], TestContext.Current.CancellationToken, input: "{ release { id } }");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("release:oil-for-troops", (string?)JsonNode.Parse(run.Output)!["data"]!["release"]!["id"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Answers_a_file_of_the_working_directory()
    {
        var run = await CommandRun.OfAsync(["query", "tests/operations/acceptance/b15-by-number.graphql"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Empty(run.Error);
    }

    [Fact(Timeout = 60_000)]
    public async Task Takes_the_named_operation_and_its_variables()
    {
        var one = await CommandRun.OfAsync(["query", "-", "--operation", "One", "--variables", """{ "imo": "8660313" }"""], TestContext.Current.CancellationToken, input: ByImo);
        var two = await CommandRun.OfAsync(["query", "-", "--operation", "Two"], TestContext.Current.CancellationToken, input: ByImo);
        var none = await CommandRun.OfAsync(["query", "-"], TestContext.Current.CancellationToken, input: ByImo);

        Assert.Equal(ExitCode.Done, one.ExitCode);
        Assert.Equal("8660313", (string?)JsonNode.Parse(one.Output)!["data"]!["vessel"]!["imo"]);
        Assert.Equal(ExitCode.Done, two.ExitCode);
        Assert.Equal(ExitCode.No, none.ExitCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task Variables_can_lie_in_a_file()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{ "id": "port:vostochny-port" }""", TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync(["query", "-", "--variables", "@" + file], TestContext.Current.CancellationToken, input: "query($id: ID!) { node(id: $id) { id } }");
        File.Delete(file);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("port:vostochny-port", run.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Errors_of_the_operation_are_the_answer()
    {
        var run = await CommandRun.OfAsync(["query", "-"], TestContext.Current.CancellationToken, input: "{ vesel { id } }");

        Assert.Equal(ExitCode.No, run.ExitCode);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", (string?)JsonNode.Parse(run.Output)!["errors"]![0]!["extensions"]!["code"]);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("--variables: found text that is not valid JSON", "{ \"id\": ")]
    [InlineData("--variables: found text that is not valid JSON", "{} {}")]
    [InlineData("--variables: found JSON that is no object", "[1]")]
    [InlineData("There is no file 'nowhere.json'.", "@nowhere.json")]
    public async Task Variables_that_are_no_json_object_are_wrong_usage(string expected, string variables)
    {
        var run = await CommandRun.OfAsync(["query", "-", "--variables", variables], TestContext.Current.CancellationToken, input: "{ release { id } }");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Missing_file_is_wrong_usage()
    {
        var run = await CommandRun.OfAsync(["query", "nowhere.graphql"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("There is no file 'nowhere.graphql'.", run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Faulty_dataset_answers_nothing()
    {
        using var dataset = ValidateCommandTests.Faulty();

        var run = await CommandRun.OfAsync(["query", "-", "--dataset", dataset.Folder], TestContext.Current.CancellationToken, input: "{ release { id } }");

        Assert.Equal(ExitCode.No, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("2 faults; nothing was loaded.", run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Introspection_that_is_switched_off_is_refused_with_a_code()
    {
        var run = await CommandRun.OfAsync(["query", "-"], TestContext.Current.CancellationToken, "{ __schema { queryType { name } } }", environment: [("FLOWGRAPH_Introspection", "false")]);

        Assert.Equal(ExitCode.No, run.ExitCode);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", (string?)JsonNode.Parse(run.Output)!["errors"]![0]!["extensions"]!["code"]);
    }
}
