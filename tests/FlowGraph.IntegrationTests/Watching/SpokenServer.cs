using System.Net;
using System.Text;

namespace FlowGraph.IntegrationTests.Watching;

/// <summary>A server that says of itself and of its release what a test tells it to.</summary>
internal sealed class SpokenServer : HttpMessageHandler
{
    public string Version { get; set; } = "5.26.31";

    /// <summary>Properties of the release's node as JSON; "null" where there is none.</summary>
    public string Release { get; set; } = "null";

    /// <summary>An answer to everything: an error of the server.</summary>
    public (HttpStatusCode Status, string Body)? Instead { get; set; }

    public bool IsAway { get; set; }

    /// <summary>It takes a request and says nothing.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Rows of the audit's questions, which all answer alike.</summary>
    public string AuditRows { get; set; } = "";

    public int Audits { get; private set; }

    public int Requests { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        if (IsAway)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
        if (IsSilent)
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var (status, text) = Instead ?? (HttpStatusCode.Accepted, Answer(request, body));
        return new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    }

    private string Answer(HttpRequestMessage request, string body)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/tx", StringComparison.Ordinal))
            return """{"transaction":{"id":"t1"}}""";
        if (body.Contains("dbms.components", StringComparison.Ordinal))
            return Rows($$"""["{{Version}}","community"]""");
        if (body.Contains("properties(r)", StringComparison.Ordinal))
            return Rows($"[{Release},1,0]");
        if (request.Method == HttpMethod.Delete)
            return "{}";
        Audits++;
        return Rows(AuditRows);
    }

    private static string Rows(string rows) => $$$"""{"data":{"fields":["a"],"values":[{{{rows}}}]}}""";
}
