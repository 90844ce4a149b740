using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Telemetry;

/// <summary>One line of JSON a request, with what happened and nothing of what was sent.</summary>
public sealed class RequestLogTests
{
    private const string Secret = "vessel:angara";

    [Fact]
    public async Task Each_request_is_a_line_with_what_became_of_it()
    {
        using var log = new MemoryStream();
        await using (var server = new TestServer { RequestLog = log })
        {
            await server.InitializeAsync();
            await server.PostAsync("query Fleet($id: ID!) { vessel(id: $id) { id name } }", new JsonObject { ["id"] = Secret }, "Fleet");
            await server.PostAsync("{ vessels(first: 2) { nodes { id } } }");
            await server.PostAsync("{ vessels(first: 2) { nodes { id } } }");
            await server.PostAsync("{ nothing }");
            await server.PostBytesAsync([1], "text/plain", null);
            await server.GetAsync("/export/fact/no%20%22such%ED%A0%80%0Afact.md");
            await server.GetAsync("/health/ready");
            await server.GetAsync("/metrics");
        }

        var text = Encoding.UTF8.GetString(log.ToArray());
        var lines = text.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!.AsObject()).ToList();

        Assert.Equal(
            [
                "POST /graphql 200 Fleet 2 1 bypass ", "POST /graphql 200  2 3 miss ", "POST /graphql 200  2 3 hit ",
                "POST /graphql 400     GRAPHQL_VALIDATION_FAILED", "POST /graphql 415     BAD_USER_INPUT",
            ],
            lines.Take(5).Select(line => string.Join(' ', ((string[])["method", "path", "status", "operation", "cost", "rows", "cache", "code"]).Select(name => line[name]?.ToString()))));
        Assert.Equal(6, lines.Count);
        Assert.StartsWith("/export/fact/no \"such", (string?)lines[5]["path"], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange((double)line["ms"]!, 0, 60_000));
        Assert.All(lines, line => Assert.InRange(DateTimeOffset.Parse((string)line["time"]!, System.Globalization.CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow()));
        Assert.Matches("^sha256:[0-9a-f]{64}$", (string?)lines[0]["document"]);
        Assert.True((double)lines[1]["storeMs"]! > 0);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Can_be_switched_off()
    {
        using var log = new MemoryStream();
        await using (var server = new TestServer { RequestLog = log, Options = new() { Telemetry = { RequestLog = false } } })
        {
            await server.InitializeAsync();
            Assert.Equal(200, (await server.PostAsync("{ release { id } }").WaitAsync(TestContext.Current.CancellationToken)).Status);
        }

        Assert.Empty(log.ToArray());
    }

    [Fact(Timeout = 60_000)]
    public async Task Nobody_who_reads_it_holds_up_nobody_who_asks()
    {
        using var log = new Stuck();
        await using var server = new TestServer { RequestLog = log };
        await server.InitializeAsync();

        for (var i = 0; i < 200; i++)
            Assert.Equal(200, (await server.PostAsync("{ release { id } }").WaitAsync(TestContext.Current.CancellationToken)).Status);
        log.Released.SetResult();
    }

    private sealed class Stuck : MemoryStream
    {
        public TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => await Released.Task;
    }
}
