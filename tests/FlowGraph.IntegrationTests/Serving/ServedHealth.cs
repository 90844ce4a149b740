using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary>What a served command says of itself, and to one operation.</summary>
internal static class ServedHealth
{
    private const string Operation = """{"query":"{ vessels(first: 1) { nodes { id name citations { locator } } } release { id } }"}""";

    public static Task UntilReadyAsync(ServedCommand server, TimeSpan limit, CancellationToken cancellationToken) =>
        UntilAsync(async () => (await HealthAsync(server, "ready", cancellationToken)).Status == HttpStatusCode.OK, limit, cancellationToken);

    public static async Task UntilAsync(Func<Task<bool>> isTrue, TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isTrue())
        {
            Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, limit);
            await pause.WaitForNextTickAsync(cancellationToken);
        }
    }

    public static async Task<(HttpStatusCode Status, string? Code, string? RetryAfter, string Text)> AskAsync(ServedCommand server, CancellationToken cancellationToken)
    {
        using var body = new StringContent(Operation, System.Text.Encoding.UTF8, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var response = await server.Client.PostAsync("graphql", body, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return (response.StatusCode, (string?)JsonNode.Parse(text)?["errors"]?[0]?["extensions"]?["code"], response.Headers.RetryAfter?.ToString(), text);
    }

    public static async Task<(HttpStatusCode Status, JsonNode Checks)> HealthAsync(ServedCommand server, string kind, CancellationToken cancellationToken)
    {
        using var response = await server.Client.GetAsync($"health/{kind}", cancellationToken);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["checks"]!); // it always has them
    }

    public static string Reason(JsonNode checks, string name) => (string)checks[name]!["reason"]!; // each check has one
}
