using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowGraph.Benchmarks.Peers;
using FlowGraph.Embedded;
using FlowGraph.Server;

namespace FlowGraph.Benchmarks;

/// <summary>Requests whose document was never seen before: counted, parsed, checked, validated, compiled, priced, answered.</summary>
internal static class ColdBenchmark
{
    private const int Records = 20_000;
    private const int WarmUp = 2000;

    public static Command Command(Option<bool> write)
    {
        var rounds = new Option<int>("--rounds") { Description = "Documents of each shape after the warm-up.", DefaultValueFactory = _ => 500 };
        var command = new Command("cold", "Requests whose document was never seen before, in this process.") { rounds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var synthetic = new SyntheticFolder(Records, cancellationToken);
            await RunAsync(parsed.GetValue(rounds), synthetic.Path, parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(int rounds, string dataset, bool write, CancellationToken cancellationToken)
    {
        using var application = Application.Shipped();
        var release = Dataset.Read(application.Model, dataset);
        var ask = new InProcess(application, EmbeddedStore.Load(release));
        var workloads = Workload.Of(PeerData.Of(release));
        var times = workloads.ToDictionary(workload => workload, _ => (Cold: new List<double>(), Warm: new List<double>()));
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            foreach (var workload in workloads)
            {
                var body = Renamed(workload.Bodies[round % workload.Bodies.Length], round);
                var cold = await ask.AskAsync(body, cancellationToken);
                var warm = await ask.AskAsync(body, cancellationToken);
                if (round < WarmUp)
                    continue;
                times[workload].Cold.Add(cold);
                times[workload].Warm.Add(warm);
            }
        }
        var table = new Table("cold", "a document never seen before", "ms", "p99, ms", "the same once more, ms");
        foreach (var workload in workloads)
        {
            var (cold, warm) = (new Samples(times[workload].Cold), new Samples(times[workload].Warm));
            table.Add($"{workload.Name}: {workload.Title}", cold.Print("F2"), cold.At(0.99).ToString("F2", CultureInfo.InvariantCulture), warm.Print("F3"));
        }
        await table.ReportAsync(write, cancellationToken);
    }

    /// <summary>The same question under another name, so that no cache knows it.</summary>
    private static byte[] Renamed(string body, int number)
    {
        using var request = JsonDocument.Parse(body);
        var text = request.RootElement.GetProperty("query").GetString()!; // a text in every body
        var field = text.IndexOfAny(['v', 's'], text.IndexOf('{', StringComparison.Ordinal));
        var renamed = text.Insert(field, string.Create(CultureInfo.InvariantCulture, $"cold{number}: "));
        return Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query = renamed, variables = request.RootElement.GetProperty("variables") }));
    }
}
