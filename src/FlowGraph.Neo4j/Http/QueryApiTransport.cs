using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Http;

/// <summary>Sends one request and reads the answer to its end: an error may stand behind the rows.</summary>
internal sealed class QueryApiTransport : IDisposable
{
    // What is ended from here after its deadline must itself come to an end.
    private static readonly TimeSpan _terminationLimit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan _terminationPatience = TimeSpan.FromSeconds(1);

    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue? _authorization;

    public QueryApiTransport(Neo4jAddress address, HttpMessageHandler handler)
    {
        Address = address;
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, BaseAddress = Base(address.Url) };
        Root = $"db/{Uri.EscapeDataString(address.Database)}/query/v2";
        _authorization = address.Password is { } password
            ? new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{address.User}:{password}")))
            : null;
    }

    public Neo4jAddress Address { get; }

    /// <summary>The path that statements are posted to.</summary>
    public string Root { get; }

    public static string NewTag() => Guid.NewGuid().ToString("N");

    /// <param name="deadline">Kept here, with <paramref name="tag"/> to end the statement over there.</param>
    public async Task<CypherAnswer> PostAsync(string path, ReadOnlyMemory<byte> body, string? tag, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(deadline);
        try
        {
            return await SendAsync(HttpMethod.Post, path, body, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // A server that is stuck does not answer this either; who asked is not kept waiting for it.
            if (tag is not null)
                await Task.WhenAny(TerminateAsync(tag), Task.Delay(_terminationPatience, CancellationToken.None));
            cancellationToken.ThrowIfCancellationRequested();
            throw new Neo4jException(Neo4jFault.TimedOut, FormattableString.Invariant($"The {Address} gave no answer within {deadline.TotalSeconds:0} s."));
        }
    }

    /// <summary>Rolls back; a transaction that is gone is rolled back already.</summary>
    public async Task DeleteAsync(string path)
    {
        using var limit = new CancellationTokenSource(_terminationLimit);
        try
        {
            using var answer = await SendAsync(HttpMethod.Delete, path, default, limit.Token);
        }
        catch (Exception fault) when (fault is Neo4jException or OperationCanceledException)
        {
            // The server rolls it back by itself when it sees that nobody comes any more.
        }
    }

    /// <summary>Text of the page that tells what a server is; null when it has none.</summary>
    public async Task<string?> DiscoverAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "") { Headers = { Accept = { new("application/json") } } };
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(cancellationToken) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    // Closing the connection does not stop a statement. As a parameter of this name the tag would find this statement too.
    private async Task TerminateAsync(string tag)
    {
        var statement = new CypherStatement(
            $"SHOW TRANSACTIONS YIELD transactionId AS id, parameters WHERE parameters.{RequestBody.Tag} = '{tag}' TERMINATE TRANSACTIONS id YIELD message RETURN message");
        using var limit = new CancellationTokenSource(_terminationLimit);
        try
        {
            using var answer = await SendAsync(HttpMethod.Post, Root, RequestBody.Write(statement, NewTag()), limit.Token);
        }
        catch (Exception fault) when (fault is Neo4jException or OperationCanceledException)
        {
            // Nothing more can be done from here; the server's own limit is left.
        }
    }

    private async Task<CypherAnswer> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = _authorization, Accept = { new("application/json") } } };
        if (!body.IsEmpty)
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new("application/json") } };
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var document = await ReadAsync(response, cancellationToken);
            if (QueryApiErrors.In(document.RootElement, Address) is not { } fault)
                return response.IsSuccessStatusCode ? new CypherAnswer(document) : throw QueryApiErrors.OfForeign(response.StatusCode, Address);
            document.Dispose();
            throw fault;
        }
        // A connection that was not made in time is reported as a cancellation that nobody asked for.
        catch (Exception broken) when (broken is HttpRequestException or IOException || broken is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw ServerErrors.Unreachable(Address, broken);
        }
    }

    private async Task<JsonDocument> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        }
        catch (JsonException) when (response.IsSuccessStatusCode && response.Content.Headers.ContentLength is 0)
        {
            return JsonDocument.Parse("{}");
        }
        catch (JsonException broken) when (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "application/json")
        {
            throw ServerErrors.Unreachable(Address, broken);
        }
        catch (JsonException)
        {
            throw QueryApiErrors.OfForeign(response.StatusCode, Address);
        }
    }

    private static Uri Base(Uri url) => url.AbsoluteUri.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");
}
