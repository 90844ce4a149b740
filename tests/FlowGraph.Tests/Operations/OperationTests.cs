using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Operations;

/// <summary>Every operation in <c>tests/operations</c>, with its plan and its answer beside it; variables are in <c>name.variables.json</c>.</summary>
public sealed class OperationTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly string _folder = Repository.PathOf("tests", "operations");

    public static TheoryData<string> Operations =>
    [
        .. Directory.EnumerateFiles(_folder, "*.graphql", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(_folder, file), null).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Has_its_plan_and_answers_the_same_twice_and_from_a_compiled_file(string name)
    {
        var (file, query, variables) = await ReadAsync(name);
        var application = TestApplication.Shared;

        var plan = await application.PlanAsync(query, variables, TestContext.Current.CancellationToken);
        var first = await application.ExecuteAsync(query, variables, cancellationToken: TestContext.Current.CancellationToken);
        var second = await application.ExecuteAsync(query, variables, cancellationToken: TestContext.Current.CancellationToken);
        var compiled = await application.ExecuteAsync(application.Compiled, query, variables, cancellationToken: TestContext.Current.CancellationToken);

        Golden.Match(file + ".plan", plan);
        Golden.Match(file + ".json", Indented(first));
        Assert.Equal(first, second);
        Assert.Equal(first, compiled);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Keeps_the_limits_that_are_on_by_default(string name)
    {
        var (_, query, variables) = await ReadAsync(name);

        var answer = await server.PostAsync(query, variables);

        Assert.True(answer.HasData && answer.Code is null, answer.Message);
    }

    private static async Task<(string File, string Query, JsonObject? Variables)> ReadAsync(string name)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var file = Path.Combine(_folder, name);
        var given = File.Exists(file + ".variables.json") ? JsonNode.Parse(await File.ReadAllTextAsync(file + ".variables.json", cancellationToken))!.AsObject() : null;
        return (file, await File.ReadAllTextAsync(file + ".graphql", cancellationToken), given);
    }

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, TestApplication.Readable) + "\n";
    }
}
