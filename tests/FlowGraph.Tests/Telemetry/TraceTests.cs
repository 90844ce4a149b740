using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Telemetry;

/// <summary>What a collector is sent, read from the wire.</summary>
public sealed class TraceTests
{
    [Fact(Timeout = 60_000)]
    public async Task Spans_say_what_was_asked_and_no_value_of_it()
    {
        using var collector = new HttpListener();
        var address = Address();
        collector.Prefixes.Add(address);
        collector.Start();
        var sent = ReceiveAsync(collector);
        var settings = OpenTelemetrySettings.Of([new("OTEL_EXPORTER_OTLP_ENDPOINT", address), new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), new("OTEL_SERVICE_NAME", "newsroom")]);
        await using (var server = new TestServer { Options = new() { Telemetry = { OpenTelemetry = settings } } })
        {
            await server.InitializeAsync();
            await server.PostAsync("query Fleet($id: ID!) { vessel(id: $id) { id name } }", new JsonObject { ["id"] = "vessel:angara" }, "Fleet");
            await server.GetAsync("/graphql?query=query(%24id:ID!){vessel(id:%24id){id}}&variables={%22id%22:%22vessel:angara%22}");
        }

        var spans = await sent.WaitAsync(TestContext.Current.CancellationToken);
        foreach (var word in (string[])["newsroom", "graphql.operation.name", "Fleet", "graphql.operation.type", "query", "graphql.document.hash", "sha256:", "flowgraph.cost", "http.route", "/graphql"])
            Assert.Contains(word, spans, StringComparison.Ordinal);
        Assert.DoesNotContain("angara", spans, StringComparison.Ordinal);
        Assert.DoesNotContain("vessel(", spans, StringComparison.Ordinal);
    }

    private static async Task<string> ReceiveAsync(HttpListener collector)
    {
        var context = await collector.GetContextAsync();
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        context.Response.ContentType = "application/x-protobuf";
        context.Response.Close();
        return Encoding.Latin1.GetString(body.ToArray());
    }

    private static string Address()
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
    }
}
