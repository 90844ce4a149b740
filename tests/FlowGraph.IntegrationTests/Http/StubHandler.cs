using System.Net;
using System.Text;

namespace FlowGraph.IntegrationTests.Http;

/// <summary>A server of prepared answers, one per request; a request beyond them fails the test.</summary>
internal sealed class StubHandler(params (HttpStatusCode Status, string Body)[] answers) : HttpMessageHandler
{
    private readonly Queue<(HttpStatusCode Status, string Body)> _answers = new(answers);

    public List<(HttpMethod Method, string Path, string Body)> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((request.Method, request.RequestUri!.AbsolutePath, request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : ""));
        var (status, body) = _answers.Dequeue();
        return status == 0
            ? throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused")
            : new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
