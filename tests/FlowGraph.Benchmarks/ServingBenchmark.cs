using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FlowGraph.Benchmarks.Peers;
using FlowGraph.Model.Structure;

namespace FlowGraph.Benchmarks;

/// <summary>Answers that are known already, beside a bare endpoint that answers as many bytes; and what Redis adds to an answer that another process has made.</summary>
internal static class ServingBenchmark
{
    private const int Records = 20_000;

    private sealed record Settings(int Rounds, int Seconds, int Connections);

    /// <param name="Size">Bytes that the bare endpoint answers with.</param>
    private sealed record Case(string Title, double Least, string Size, ImmutableArray<string> Lines);

    public static Command Command(Option<bool> write)
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds after one of warm-up; each drives both servers with each kind of request.", DefaultValueFactory = _ => 5 };
        var seconds = new Option<int>("--seconds") { Description = "Seconds of each run.", DefaultValueFactory = _ => 4 };
        var connections = new Option<int>("--connections") { Description = "Connections that are kept busy.", DefaultValueFactory = _ => 32 };
        var command = new Command("serving", "Answers from memory, 304, answers from Redis. Needs wrk and redis-server.") { rounds, seconds, connections };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Wrk.Require();
            using var synthetic = new SyntheticFolder(Records, cancellationToken);
            await KnownAsync(new(parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(connections)), synthetic.Path, parsed.GetValue(write), cancellationToken);
            await SharedAnswersBenchmark.RunAsync(synthetic.Path, parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task KnownAsync(Settings settings, string dataset, bool write, CancellationToken cancellationToken)
    {
        var workloads = Workload.Of(PeerData.Of(Dataset.Read(ShippedModel.Instance, dataset)));
        using var product = ChildServer.Product(dataset);
        var ours = new Contender("FlowGraph", product);
        await ours.At("").ReadyAsync(workloads[0].Bodies[0], cancellationToken);
        var sizes = new List<string>();
        foreach (var workload in workloads)
            sizes.Add(await SizeAsync(ours.At(""), workload, cancellationToken));
        var known = new List<string>();
        foreach (var body in workloads[0].Bodies)
            known.Add($"{await ours.At("").TagAsync(body, cancellationToken)}\t{body}");
        ImmutableArray<Case> cases =
        [
            new($"Q1: {workloads[0].Title}", 0.8, sizes[0], workloads[0].Bodies),
            new("Q1, by a client that has it: 304", 0.9, sizes[0], [.. known]),
            new($"Q2: {workloads[1].Title}", 0.75, sizes[1], workloads[1].Bodies),
            new($"Q3: {workloads[2].Title}", 0, sizes[2], workloads[2].Bodies),
        ];
        using var bare = ChildServer.Floor(sizes);
        var floor = new Contender("floor", bare, Floor: true);
        await floor.At(sizes[0]).ReadyAsync(workloads[0].Bodies[0], cancellationToken);
        var table = new Table("serving", "answers known already", "floor, requests/s", "FlowGraph, requests/s", "promised of the floor", "share of the floor", "FlowGraph, CPU µs", "p50 / p99 ms");
        foreach (var each in cases)
            table.Add(await RowAsync(settings, each, floor, ours, cancellationToken));
        await table.ReportAsync(write, cancellationToken);
    }

    private static async Task<string> SizeAsync(Endpoint endpoint, Workload workload, CancellationToken cancellationToken)
    {
        var sum = 0;
        foreach (var body in workload.Bodies)
            sum += (await endpoint.PostAsync(body, cancellationToken)).Length;
        return (sum / workload.Bodies.Length).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<string[]> RowAsync(Settings settings, Case each, Contender floor, Contender ours, CancellationToken cancellationToken)
    {
        var lines = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(lines, each.Lines, cancellationToken);
            var wrk = new Wrk(settings.Connections);
            var (theirs, mine) = (new List<Drive>(), new List<Drive>());
            // The first round warms both up.
            for (var round = 0; round <= settings.Rounds; round++)
            {
                var bare = await floor.DriveAsync(wrk, each.Size, lines, settings.Seconds, cancellationToken);
                var full = await ours.DriveAsync(wrk, each.Size, lines, settings.Seconds, cancellationToken);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each.Title}, round {round}: {bare.PerSecond:N0}/s {bare.Processor:F1} µs; {full.PerSecond:N0}/s {full.Processor:F1} µs"));
                if (round == 0)
                    continue;
                theirs.Add(bare);
                mine.Add(full);
            }
            return
            [
                each.Title,
                new Samples(theirs.Select(drive => drive.PerSecond)).Print("N0"),
                new Samples(mine.Select(drive => drive.PerSecond)).Print("N0"),
                each.Least == 0 ? "" : "≥ " + each.Least.ToString("P0", CultureInfo.InvariantCulture),
                new Samples(mine.Zip(theirs, (x, y) => x.PerSecond / y.PerSecond)).Print("P0"),
                new Samples(mine.Select(drive => drive.Processor)).Print("F1"),
                string.Create(CultureInfo.InvariantCulture, $"{new Samples(mine.Select(drive => drive.Median)).Median:F2} / {new Samples(mine.Select(drive => drive.P99)).Median:F1}"),
            ];
        }
        finally
        {
            File.Delete(lines);
        }
    }
}
