using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary>One answer to one request.</summary>
/// <param name="Kind">OK, or the code of a refusal; anything else is spelled out.</param>
internal sealed record StreamAnswer(string Kind, HttpStatusCode Status);

/// <summary>A hundred requests a second, whatever becomes of them, each answer held to what the embedded store says.</summary>
internal sealed class RequestStream : IAsyncDisposable
{
    // A chain is a dozen statements; the others are one.
    private const int ChainEvery = 50;

    // The last one is the chain.
    private static readonly string[] _operations =
    [
        """{"query":"{ vessels(first: 3) { nodes { id name citations { locator source { id } } } } }"}""",
        """{"query":"{ shipments(first: 5, where: { modality: { eq: ACTUAL } }) { totalCount nodes { id when { edtf } loadedAt { id } } } }"}""",
        """{"query":"query($id: ID!) { node(id: $id) { __typename id ... on Port { name } } }","variables":{"id":"port:vostochny-port"}}""",
        """{"query":"{ chains(from: \"port:vostochny-port\", to: \"area:kursk-oblast\", maxHops: 4, first: 1) { none chains { id confidence } } }"}""",
    ];

    private readonly HttpClient _client;
    private readonly string[] _expected;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<StreamAnswer> _answers = [];
    private readonly Task _running;

    private RequestStream(HttpClient client, string[] expected)
    {
        (_client, _expected) = (client, expected);
        _running = RunAsync();
    }

    public static async Task<RequestStream> StartAsync(HttpClient client)
    {
        var expected = new List<string>();
        foreach (var operation in _operations.Select(body => JsonNode.Parse(body)!))
            expected.Add(await TestApplication.Shared.ExecuteAsync((string)operation["query"]!, operation["variables"] as JsonObject));
        return new(client, [.. expected]);
    }

    /// <summary>Answers since the last call.</summary>
    public ImmutableArray<StreamAnswer> Take()
    {
        var taken = ImmutableArray.CreateBuilder<StreamAnswer>();
        while (_answers.TryDequeue(out var answer))
            taken.Add(answer);
        return taken.ToImmutable();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var asking = new List<Task>();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        try
        {
            for (var i = 0; await beat.WaitForNextTickAsync(_stop.Token); i++)
                asking.Add(AskAsync(i % ChainEvery == 0 ? _operations.Length - 1 : i % (_operations.Length - 1)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(asking);
        }
    }

    private async Task AskAsync(int operation)
    {
        try
        {
            using var body = new StringContent(_operations[operation], Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var response = await _client.PostAsync("graphql", body, _stop.Token);
            var text = await response.Content.ReadAsStringAsync(_stop.Token);
            _answers.Enqueue(new(Kind(response, text, _expected[operation]), response.StatusCode));
        }
        catch (OperationCanceledException)
        {
            // The stream ends.
        }
    }

    private static string Kind(HttpResponseMessage response, string text, string expected)
    {
        if (response.StatusCode == HttpStatusCode.OK && text == expected)
            return "OK";
        var hasHint = response.Headers.RetryAfter is not null;
        return (response.StatusCode, hasHint) switch
        {
            (HttpStatusCode.ServiceUnavailable, true) when text.Contains("\"code\":\"STORE_UNAVAILABLE\"", StringComparison.Ordinal) && !text.Contains("\"data\"", StringComparison.Ordinal) => "STORE_UNAVAILABLE",
            (HttpStatusCode.GatewayTimeout, true) when text.Contains("\"code\":\"STORE_TIMEOUT\"", StringComparison.Ordinal) && !text.Contains("\"data\"", StringComparison.Ordinal) => "STORE_TIMEOUT",
            _ => $"{(int)response.StatusCode} {text}",
        };
    }
}
