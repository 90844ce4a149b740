using System.CommandLine;
using System.Globalization;
using FlowGraph.Model.Structure;

namespace FlowGraph.Benchmarks;

/// <summary>One server that tells of every request, in metrics and in its log, beside one that tells nothing, in turn, so that noise hits both.</summary>
internal static class TelemetryBenchmark
{
    private static readonly (string Name, (string, string)[] Settings)[] _servers =
    [
        ("neither", [("FLOWGRAPH_Telemetry__Metrics", "false"), ("FLOWGRAPH_Telemetry__RequestLog", "false")]),
        ("metrics", [("FLOWGRAPH_Telemetry__RequestLog", "false")]),
        ("log", [("FLOWGRAPH_Telemetry__Metrics", "false")]),
        ("both, the default", []),
    ];

    public static Command Command(Option<bool> write)
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds after three of warm-up.", DefaultValueFactory = _ => 9 };
        var seconds = new Option<int>("--seconds") { Description = "Seconds of each run.", DefaultValueFactory = _ => 4 };
        var command = new Command("telemetry", "Requests per second with metrics and a line of log for each request, beside neither. Needs wrk.") { rounds, seconds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Wrk.Require();
            await RunAsync(parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(int rounds, int seconds, bool write, CancellationToken cancellationToken)
    {
        const int WarmUp = 3;
        var workload = Workload.VesselById(Dataset.Read(ShippedModel.Instance, Repository.Dataset));
        var bodies = Path.GetTempFileName();
        var contenders = new List<Contender>();
        try
        {
            await File.WriteAllLinesAsync(bodies, workload.Bodies, cancellationToken);
            foreach (var (name, settings) in _servers)
                contenders.Add(new(name, ChildServer.Product(null, settings)));
            foreach (var contender in contenders)
                await contender.At("").ReadyAsync(workload.Bodies[0], cancellationToken);
            var wrk = new Wrk(32);
            var drives = contenders.ToDictionary(contender => contender.Name, _ => new List<Drive>());
            for (var round = 0; round < WarmUp + rounds; round++)
            {
                // Each is first in some round, and last in some.
                foreach (var contender in contenders.Skip(round % contenders.Count).Concat(contenders.Take(round % contenders.Count)))
                {
                    var drive = await contender.DriveAsync(wrk, "", bodies, seconds, cancellationToken);
                    if (round >= WarmUp)
                        drives[contender.Name].Add(drive);
                }
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Round {round} of {WarmUp + rounds - 1}"));
            }
            var table = new Table("telemetry", $"{workload.Name}, with", "requests/s", "share of neither", "server, CPU µs");
            foreach (var (name, _) in _servers)
            {
                var share = new Samples(drives[name].Zip(drives[_servers[0].Name], (with, without) => with.PerSecond / without.PerSecond));
                table.Add(name, new Samples(drives[name].Select(drive => drive.PerSecond)).Print("N0"), share.Print("P1"), new Samples(drives[name].Select(drive => drive.Processor)).Print("F1"));
            }
            await table.ReportAsync(write, cancellationToken);
        }
        finally
        {
            contenders.ForEach(contender => contender.Server.Dispose());
            File.Delete(bodies);
        }
    }
}
