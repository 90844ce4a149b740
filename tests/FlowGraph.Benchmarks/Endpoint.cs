using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace FlowGraph.Benchmarks;

/// <summary>An address of this machine at which JSON is posted.</summary>
internal sealed record Endpoint(string Address, string Path)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly HttpMessageInvoker Client = new(new SocketsHttpHandler());

    public string Url => Address + Path;

    public AuthenticationHeaderValue? Authorization { get; init; }

    /// <summary>An address that nobody listens on.</summary>
    public static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }

    /// <summary>Asks again and again until the first answer comes.</summary>
    public async Task ReadyAsync(string body, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await PostAsync(body, cancellationToken);
                return;
            }
            catch (HttpRequestException fault)
            {
                if (Stopwatch.GetElapsedTime(start) > Patience)
                    throw new BenchmarkException(ExitCode.ServiceMissing, $"Found no server at {Url} after {Patience.TotalSeconds} s: {fault.Message}");
                await Task.Delay(5, cancellationToken);
            }
        }
    }

    /// <summary>The answer, with its body still to come.</summary>
    public async Task<HttpResponseMessage> OpenAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);
        return (await Client.SendAsync(request, cancellationToken)).EnsureSuccessStatusCode();
    }

    /// <summary>Whether the status is one of success, and the body.</summary>
    public async Task<(bool IsSuccess, string Answer)> GetAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);
        using var response = await Client.SendAsync(request, cancellationToken);
        return (response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>The body of the answer.</summary>
    public async Task<byte[]> PostAsync(string body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = Authorization;
        using var response = await Client.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? answer
            : throw new BenchmarkException(ExitCode.ServiceMissing, $"{Url} answered {(int)response.StatusCode} to {body}: {Encoding.UTF8.GetString(answer)}");
    }

    /// <summary>The entity tag of the answer.</summary>
    public async Task<string> TagAsync(string body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await Client.SendAsync(request, cancellationToken);
        return response.Headers.ETag?.ToString() ?? throw new BenchmarkException(ExitCode.ServiceMissing, $"{Url} answered {(int)response.StatusCode} without an entity tag to {body}");
    }
}
