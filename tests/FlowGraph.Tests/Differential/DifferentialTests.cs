using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.Embedded;
using FlowGraph.Model.Records;
using FlowGraph.Query.Response;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Oracle;
using FlowGraph.TestKit.Oracle.Operations;
using Xunit;

namespace FlowGraph.Tests.Differential;

/// <summary>Random operations, answered by the query engine and by a plain implementation of the same API.</summary>
/// <remarks>FLOWGRAPH_TEST_DIFFERENTIAL sets how many (default 10,000), FLOWGRAPH_TEST_SEED where to start.</remarks>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int MostFailures = 5;

    private static readonly string[] _refusals =
        ["BAD_USER_INPUT", "UNKNOWN_ID", "NOT_A_VALID_ID", "NOT_A_VALID_IMO", "NOT_A_VALID_EDTF", "LIMIT_PAGE", "LIMIT_IDS", "LIMIT_SUBGRAPH"];

    [Fact]
    public Task Shipped_release_is_answered_as_the_oracle_answers() => CompareAsync(TestApplication.Shared.Release);

    [Fact]
    public Task Release_of_odd_values_is_answered_as_the_oracle_answers() => CompareAsync(StressedRelease.Of(TestApplication.Shared.Release, 1));

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private async Task CompareAsync(GraphRelease release)
    {
        var api = TestApplication.Shared.Application.Api;
        var store = EmbeddedStore.Load(release);
        var oracle = new OracleExecutor(api, release);
        var operations = new RandomOperations(api, release);
        var (count, seed) = (Setting("FLOWGRAPH_TEST_DIFFERENTIAL", 10_000) / 2, Setting("FLOWGRAPH_TEST_SEED", 20240307));
        var failures = new ConcurrentBag<string>();
        var (refused, written) = (0, 0L);
        output.WriteLine($"Seeds {seed} to {seed + count - 1}.");
        await Parallel.ForEachAsync(Enumerable.Range(seed, count), TestContext.Current.CancellationToken, async (i, _) =>
        {
            if (failures.Count >= MostFailures)
                return;
            var operation = operations.Next(i);
            string? fault = null;
            // Whatever is thrown is reported with the operation that makes it so.
            var thrown = await Record.ExceptionAsync(async () =>
            {
                var cursors = await ProbedCursors.FillAsync(operation, query => ExecuteAsync(query, [], store));
                var found = await ExecuteAsync(operation.Text, operation.Variables, store);
                Interlocked.Add(ref written, found.Length);
                if (!found.StartsWith("{\"data\"", StringComparison.Ordinal))
                    Interlocked.Increment(ref refused);
                fault = found != await ExecuteAsync(operation.Text, operation.Variables, store)
                    ? "two runs differ"
                    : await FaultAsync(operation, cursors, found, oracle);
            });
            fault ??= thrown?.ToString();
            if (fault is not null)
                failures.Add($"Seed {i}: {fault}\n{operation.Text}\n{operation.Variables.ToJsonString()}\nRepeat with FLOWGRAPH_TEST_SEED={i} FLOWGRAPH_TEST_DIFFERENTIAL=2.");
        });
        output.WriteLine($"{count} operations, {refused} of them refused, {written} characters of answers.");
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
    }

    /// <summary>What is wrong with an answer, or null.</summary>
    private static async Task<string?> FaultAsync(
        RandomOperation operation, Dictionary<string, (string Id, string Tie)> cursors, string found, OracleExecutor oracle)
    {
        using var answer = JsonDocument.Parse(found);
        if (operation.IsFaulty && answer.RootElement.TryGetProperty("errors", out var errors) && _refusals.Contains(errors[0].GetProperty("extensions").GetProperty("code").GetString()))
            return null;
        if (!answer.RootElement.TryGetProperty("data", out _))
            return $"refused: {found}";
        var expected = await oracle.ExecuteAsync(operation.Text, operation.Variables, cursors, TestContext.Current.CancellationToken);
        using var plain = JsonDocument.Parse(expected);
        return AnswerComparison.Difference(plain.RootElement, answer.RootElement) is { } difference
            ? $"{difference}\nexpected {Short(expected)}\nfound {Short(found)}"
            : null;
    }

    private static async Task<string> ExecuteAsync(string query, JsonObject variables, EmbeddedStore store)
    {
        using var request = TestApplication.Request(query, variables);
        using var writer = new JsonResponseWriter();
        await TestApplication.Shared.Application.Executor.ExecuteAsync(request, store, "", writer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(writer.Written);
    }

    private static string Short(string text) => text.Length > 2000 ? text[..2000] + "…" : text;
}
