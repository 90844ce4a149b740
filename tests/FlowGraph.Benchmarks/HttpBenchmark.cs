using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FlowGraph.Server;

namespace FlowGraph.Benchmarks;

/// <summary>FlowGraph's server against a bare endpoint that answers as many bytes, in turn, so that noise hits both.</summary>
internal static class HttpBenchmark
{
    private sealed record Run(double PerSecond, double Processor, double Median, double P99);

    private sealed record Pair(Run Floor, Run Ours);

    private sealed record Settings(int Rounds, int Seconds, int Connections);

    public static Command Command(Option<bool> write)
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds; each drives both servers with each kind of request.", DefaultValueFactory = _ => 7 };
        var seconds = new Option<int>("--seconds") { Description = "Seconds of each run.", DefaultValueFactory = _ => 4 };
        var connections = new Option<int>("--connections") { Description = "Connections that are kept busy.", DefaultValueFactory = _ => 32 };
        var command = new Command("http", "Requests per second and processor time of the server, against a bare Kestrel endpoint. Needs wrk.") { rounds, seconds, connections };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = new Settings(parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(connections));
            await RunAsync(settings, parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(Settings settings, bool write, CancellationToken cancellationToken)
    {
        await Wrk.RequireAsync(cancellationToken);
        using var application = Application.Shipped();
        ImmutableArray<Workload> workloads = [Workload.VesselById(Dataset.Read(application.Model)), Workload.PageOfSources, Workload.SupportsOfSource];

        using var ours = ChildServer.Product();
        await ours.Endpoint("/graphql").ReadyAsync(workloads[0].Bodies[0], cancellationToken);
        var sizes = new List<string>();
        foreach (var workload in workloads)
            sizes.Add(await SizeAsync(ours.Endpoint("/graphql"), workload, cancellationToken));
        using var floor = ChildServer.Floor(sizes);
        await floor.Endpoint("/" + sizes[0]).ReadyAsync(workloads[0].Bodies[0], cancellationToken);

        var table = new Table("http", "request", "bytes", "floor, requests/s", "FlowGraph, requests/s", "share of floor", "floor, CPU µs", "FlowGraph, CPU µs", "FlowGraph, p50 / p99 ms");
        foreach (var (workload, size) in workloads.Zip(sizes))
        {
            var pairs = await InterleaveAsync(settings, workload, (floor, "/" + size), (ours, "/graphql"), cancellationToken);
            Samples Of(Func<Pair, double> value) => new(pairs.Select(value));
            table.Add(
                workload.Title,
                size,
                Of(pair => pair.Floor.PerSecond).Print("N0"),
                Of(pair => pair.Ours.PerSecond).Print("N0"),
                Of(pair => pair.Ours.PerSecond / pair.Floor.PerSecond).Print("P0"),
                Of(pair => pair.Floor.Processor).Print("F1"),
                Of(pair => pair.Ours.Processor).Print("F1"),
                string.Create(CultureInfo.InvariantCulture, $"{Of(pair => pair.Ours.Median).Median:F2} / {Of(pair => pair.Ours.P99).Median:F1}"));
        }
        await table.ReportAsync(write, cancellationToken);
    }

    /// <summary>The mean size of the answers, which must have data.</summary>
    private static async Task<string> SizeAsync(Endpoint endpoint, Workload workload, CancellationToken cancellationToken)
    {
        var sum = 0;
        foreach (var body in workload.Bodies)
        {
            var answer = await endpoint.PostAsync(body, cancellationToken);
            if (!answer.AsSpan().StartsWith("{\"data\":{"u8) || answer.AsSpan().IndexOf("\"errors\":"u8) >= 0)
                throw new BenchmarkException(ExitCode.ServiceMissing, $"Found an answer with errors to {body}: {System.Text.Encoding.UTF8.GetString(answer)}");
            sum += answer.Length;
        }
        return (sum / workload.Bodies.Length).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<List<Pair>> InterleaveAsync(
        Settings settings, Workload workload, (ChildServer Server, string Path) floor, (ChildServer Server, string Path) ours, CancellationToken cancellationToken)
    {
        var bodies = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(bodies, workload.Bodies, cancellationToken);
            var wrk = new Wrk(settings.Connections);
            await DriveAsync(wrk, floor, bodies, settings.Seconds, cancellationToken);
            await DriveAsync(wrk, ours, bodies, settings.Seconds, cancellationToken);
            var pairs = new List<Pair>();
            for (var round = 1; round <= settings.Rounds; round++)
            {
                var pair = new Pair(
                    await DriveAsync(wrk, floor, bodies, settings.Seconds, cancellationToken),
                    await DriveAsync(wrk, ours, bodies, settings.Seconds, cancellationToken));
                pairs.Add(pair);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{workload.Title}, round {round}: floor {pair.Floor.PerSecond:N0}/s {pair.Floor.Processor:F1} µs, FlowGraph {pair.Ours.PerSecond:N0}/s {pair.Ours.Processor:F1} µs, {pair.Ours.PerSecond / pair.Floor.PerSecond:P0}"));
            }
            return pairs;
        }
        finally
        {
            File.Delete(bodies);
        }
    }

    private static async Task<Run> DriveAsync(Wrk wrk, (ChildServer Server, string Path) target, string bodies, int seconds, CancellationToken cancellationToken)
    {
        var before = target.Server.ProcessorTime;
        var result = await wrk.RunAsync(target.Server.Endpoint(target.Path), bodies, seconds, cancellationToken);
        var spent = target.Server.ProcessorTime - before;
        return new(result.PerSecond, spent.TotalMicroseconds / result.Requests, result.Median, result.P99);
    }
}
