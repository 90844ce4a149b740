using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.Server;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.Health;
using FlowGraph.Server.Hosting;
using FlowGraph.Server.Persisted;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FlowGraph.TestKit;

/// <summary>The real server on a free port, over the shipped dataset.</summary>
public sealed class TestServer : IAsyncLifetime
{
    private static readonly Lazy<Application> _shipped = new(() => Application.Shipped());

    private readonly LogMemory _log = new();
    private WebApplication? _host;
    private HttpClient? _client;

    public StoreHolder Stores { get; init; } = new(TestApplication.Shared.Store);

    public Application Application { get; init; } = _shipped.Value;

    /// <summary>Only what belongs to HTTP; what one operation may ask for is the application's.</summary>
    public FlowGraphOptions Options { get; init; } = new();

    /// <summary>Where lines about requests go to.</summary>
    public Stream? RequestLog { get; init; }

    public HttpClient Client => _client ?? throw new InvalidOperationException("The server was not started.");

    /// <summary>What was logged as an error: faults of ours.</summary>
    public IReadOnlyCollection<string> Errors => _log.Errors;

    public async ValueTask InitializeAsync()
    {
        Options.Urls = "http://127.0.0.1:0";
        var persisted = await PersistedDocuments.ReadAsync(Options.PersistedDocuments, Repository.Root, Application.Executor, TestContext.Current.CancellationToken);
        _host = HttpHost.Build(Application, Stores, Options, logging => logging.AddProvider(_log), checks => checks.AddEmbedded(Stores), persisted, RequestLog);
        await _host.StartAsync(TestContext.Current.CancellationToken);
        _client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(_host.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _log.Dispose();
    }

    /// <summary>Posts a query as a client does that knows of GraphQL's own media type.</summary>
    public Task<TestResponse> PostAsync(string query, JsonObject? variables = null, string? operationName = null, string accept = "application/graphql-response+json")
    {
        var body = new JsonObject { ["query"] = query };
        if (variables is not null)
            body["variables"] = variables;
        if (operationName is not null)
            body["operationName"] = operationName;
        return PostBytesAsync(Encoding.UTF8.GetBytes(body.ToJsonString()), "application/json", accept);
    }

    public async Task<TestResponse> PostBytesAsync(byte[] body, string? contentType, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        if (contentType is not null)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await SendAsync(request, accept);
    }

    public async Task<TestResponse> GetAsync(string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, accept);
    }

    public async Task<TestResponse> SendAsync(HttpRequestMessage request, string? accept)
    {
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text);
    }

    private sealed class LogMemory : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _errors = new();

        public IReadOnlyCollection<string> Errors => _errors;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                _errors.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose() => _errors.Clear();
    }
}

/// <summary>A response, read to its end.</summary>
public sealed record TestResponse(int Status, string? MediaType, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new JsonException("The body is null.");

    /// <summary>The code of the first error, or null.</summary>
    public string? Code => (string?)Json["errors"]?[0]?["extensions"]?["code"];

    public string? Message => (string?)Json["errors"]?[0]?["message"];

    public JsonNode? Extensions => Json["errors"]?[0]?["extensions"];

    public bool HasData => Json.AsObject().ContainsKey("data");
}
