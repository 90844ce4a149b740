using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FlowGraph.Benchmarks;

/// <summary>Ten times the clients that fit, each asking again as soon as it has its answer: what becomes of those that are taken, and of those that are not.</summary>
internal static class OverloadBenchmark
{
    private const double Mebibyte = 1024 * 1024;

    // Some milliseconds of computing, and nothing that a cache could answer.
    private static readonly string _body = Workload.Body("{ chains(from: \"port:vostochny-port\", to: \"area:kursk-oblast\", maxHops: 8, first: 10) { none chains { id confidence } } }");

    public static Command Command(Option<bool> write)
    {
        var clients = new Option<int>("--clients") { Description = "Clients that fit; ten times as many follow.", DefaultValueFactory = _ => 16 };
        var seconds = new Option<int>("--seconds") { Description = "Seconds of each load.", DefaultValueFactory = _ => 10 };
        var command = new Command("overload", "Times of requests that are taken and of those that are turned away, under ten times the load that fits.") { clients, seconds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await RunAsync(parsed.GetValue(clients), parsed.GetValue(seconds), parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(int clients, int seconds, bool write, CancellationToken cancellationToken)
    {
        using var server = ChildServer.Product(null, ("FLOWGRAPH_Cache__Megabytes", "0"));
        var endpoint = server.Endpoint("/graphql");
        await endpoint.ReadyAsync(_body, cancellationToken);
        var table = new Table("overload", "load", "answered/s", "p50 / p99 ms", "turned away/s", "p50 / p99 ms", "memory, MiB");
        await LoadAsync(endpoint, clients, seconds, cancellationToken);
        foreach (var (name, count) in ((string, int)[])[($"{clients} clients", clients), ($"{10 * clients} clients", 10 * clients), ($"{clients} clients again", clients)])
        {
            var times = await LoadAsync(endpoint, count, seconds, cancellationToken);
            var other = times.Select(time => time.Status).Except([200, 429]).ToList();
            if (other.Count > 0)
                throw new BenchmarkException(ExitCode.ServiceMissing, $"Found status {other[0]}, expected 200 or 429.");
            table.Add([name, .. Cells(times, 200, seconds), .. Cells(times, 429, seconds), (server.Memory / Mebibyte).ToString("F0", CultureInfo.InvariantCulture)]);
        }
        await table.ReportAsync(write, cancellationToken);
    }

    private static string[] Cells(IReadOnlyCollection<(int Status, double Milliseconds)> times, int status, int seconds)
    {
        var samples = times.Where(time => time.Status == status).Select(time => time.Milliseconds).ToList();
        if (samples.Count == 0)
            return ["0", ""];
        var sorted = new Samples(samples);
        return [((double)samples.Count / seconds).ToString("F0", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{sorted.Median:F0} / {sorted.At(0.99):F0}")];
    }

    private static async Task<IReadOnlyCollection<(int Status, double Milliseconds)>> LoadAsync(Endpoint endpoint, int clients, int seconds, CancellationToken cancellationToken)
    {
        var times = new ConcurrentQueue<(int, double)>();
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var invoker = new HttpMessageInvoker(handler);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => AskAsync()));
        return times;

        async Task AskAsync()
        {
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                var start = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new StringContent(_body, Encoding.UTF8, "application/json") };
                using var response = await invoker.SendAsync(request, cancellationToken);
                await response.Content.ReadAsByteArrayAsync(cancellationToken);
                times.Enqueue(((int)response.StatusCode, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
            }
        }
    }
}
