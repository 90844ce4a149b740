using System.Collections.Concurrent;
using System.Text.Json;

namespace FlowGraph.IntegrationTests.Answering;

/// <summary>Passes requests on and keeps the texts of their statements.</summary>
internal sealed class StatementLog() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
{
    private readonly ConcurrentDictionary<string, int> _texts = new();

    /// <summary>Each text once, with how often it came.</summary>
    public IReadOnlyDictionary<string, int> Texts => _texts;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            using var body = JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellationToken));
            if (body.RootElement.TryGetProperty("statement", out var text))
                _texts.AddOrUpdate(text.GetString()!, 1, (_, count) => count + 1);
        }
        return await base.SendAsync(request, cancellationToken);
    }
}
