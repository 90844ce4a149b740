using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FlowGraph.TestKit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary>Five hundred requests a second, whatever becomes of them: four of five from a few questions, the fifth one that nobody asked before.</summary>
internal sealed class SteadyLoad : IAsyncDisposable
{
    private const int AtOnce = 5;
    private static readonly TimeSpan _beat = TimeSpan.FromMilliseconds(10);

    private readonly HttpClient _client;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<double> _milliseconds = [];
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly Task _running;

    public SteadyLoad(TestServer server)
    {
        _client = server.Client;
        _running = RunAsync();
    }

    /// <summary>Answers that were none.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Lets it run for a while.</summary>
    /// <returns>How many requests were answered meanwhile, and how long all but a hundredth of them took at most, in milliseconds.</returns>
    public async Task<(int Count, double P99)> PhaseAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        _milliseconds.Clear();
        await Task.Delay(length, cancellationToken);
        var sorted = _milliseconds.ToArray();
        Array.Sort(sorted);
        return (sorted.Length, sorted.Length == 0 ? double.PositiveInfinity : sorted[(int)(sorted.Length * 0.99)]);
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
        using var beat = new PeriodicTimer(_beat);
        try
        {
            for (var i = 0; await beat.WaitForNextTickAsync(_stop.Token);)
            {
                for (var end = i + AtOnce; i < end; i++)
                    asking.Add(AskAsync(i));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(asking);
        }
    }

    private async Task AskAsync(int number)
    {
        var name = number % AtOnce == 0 ? $"nobody {number}" : $"nobody {number % 20 - 100}";
        var query = string.Create(CultureInfo.InvariantCulture, $"{{vessels(first:5,where:{{name:{{neq:\"{name}\"}}}}){{nodes{{id name}}}}}}");
        var start = Stopwatch.GetTimestamp();
        try
        {
            using var response = await _client.GetAsync("graphql?query=" + Uri.EscapeDataString(query), CancellationToken.None);
            var text = await response.Content.ReadAsStringAsync(CancellationToken.None);
            _milliseconds.Enqueue(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (!text.StartsWith("{\"data\":{\"vessels\":{\"nodes\":[{\"id\":", StringComparison.Ordinal) || text.Contains("\"errors\"", StringComparison.Ordinal))
                _faults.Enqueue($"{(int)response.StatusCode} {text}");
        }
        catch (HttpRequestException fault)
        {
            _faults.Enqueue(fault.Message);
        }
    }
}
