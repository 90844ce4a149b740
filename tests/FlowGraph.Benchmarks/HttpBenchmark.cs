using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowGraph.Benchmarks.Peers;
using FlowGraph.Model.Structure;
using FlowGraph.TestKit.Oracle;

namespace FlowGraph.Benchmarks;

/// <summary>FlowGraph's server beside a bare endpoint that answers as many bytes and beside other GraphQL servers over the same records, in turn, so that noise hits all.</summary>
internal static class HttpBenchmark
{
    private const int Records = 20_000;
    private const string Floor = "floor";
    private const string Ours = "FlowGraph";
    private const string GraphQLNet = "GraphQL.NET";

    /// <summary>Answers that are compared before anything is measured.</summary>
    private const int Checked = 50;

    private static readonly ImmutableArray<(string Workload, string To, double Least)> _promises =
        [("Q1", Floor, 0.8), ("Q2", Floor, 0.55), ("Q3", Floor, 0.35), ("Q1", GraphQLNet, 1.6), ("Q2", GraphQLNet, 5), ("Q3", GraphQLNet, 7)];

    private sealed record Settings(int Rounds, int Seconds, int Connections);

    public static Command Command(Option<bool> write)
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds after one of warm-up; each drives every server with each kind of request.", DefaultValueFactory = _ => 5 };
        var seconds = new Option<int>("--seconds") { Description = "Seconds of each run.", DefaultValueFactory = _ => 4 };
        var connections = new Option<int>("--connections") { Description = "Connections that are kept busy.", DefaultValueFactory = _ => 32 };
        var dataset = new Option<string?>("--dataset") { HelpName = "DIR", Description = $"Dataset to serve. Default: a synthetic one of {Records} records, written for this run." };
        var command = new Command("http", "Requests per second and processor time of the server, beside a bare Kestrel endpoint, GraphQL.NET's executor, Mercurius and graphql-yoga. Needs wrk; Node.js and `npm ci` in tests/FlowGraph.Benchmarks/node-peers for the last two.")
        {
            rounds, seconds, connections, dataset,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Wrk.Require();
            var settings = new Settings(parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(connections));
            using var synthetic = parsed.GetValue(dataset) is null ? new SyntheticFolder(Records, cancellationToken) : null;
            await RunAsync(settings, Path.GetFullPath(synthetic?.Path ?? parsed.GetValue(dataset)!), parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(Settings settings, string dataset, bool write, CancellationToken cancellationToken)
    {
        var records = PeerData.Of(Dataset.Read(ShippedModel.Instance, dataset));
        var workloads = Workload.Of(records);
        var folder = Directory.CreateTempSubdirectory("flowgraph-benchmarks-");
        var contenders = new List<Contender>();
        try
        {
            var data = Path.Combine(folder.FullName, "records.json");
            records.Write(data);
            var ours = new Contender(Ours, ChildServer.Product(dataset));
            contenders.Add(ours);
            contenders.Add(new(GraphQLNet, ChildServer.GraphQLNet(data)));
            foreach (var (name, script) in NodePeers())
                contenders.Add(new(name, ChildServer.Node(script, data)));
            foreach (var contender in contenders)
                await contender.At("").ReadyAsync(workloads[0].Bodies[0], cancellationToken);
            var sizes = new List<string>();
            foreach (var workload in workloads)
                sizes.Add(await SizeAsync(ours, contenders[1..], workload, cancellationToken));
            contenders.Insert(0, new(Floor, ChildServer.Floor(sizes), Floor: true));
            await contenders[0].At(sizes[0]).ReadyAsync(workloads[0].Bodies[0], cancellationToken);
            await MeasureAsync(settings, contenders, [.. workloads.Zip(sizes)], write, cancellationToken);
        }
        finally
        {
            contenders.ForEach(contender => contender.Server.Dispose());
            folder.Delete(recursive: true);
        }
    }

    /// <summary>None where Node.js or the packages are not there.</summary>
    private static IEnumerable<(string Name, string Script)> NodePeers()
    {
        var folder = Path.Combine(Repository.Root, "tests", "FlowGraph.Benchmarks", "node-peers");
        if (Directory.Exists(Path.Combine(folder, "node_modules")) && Installed.Has("node"))
            return [("Mercurius, JIT", Path.Combine(folder, "mercurius.mjs")), ("graphql-yoga", Path.Combine(folder, "yoga.mjs"))];
        Console.WriteLine($"Without Mercurius and graphql-yoga: they need Node.js 20 or newer on the PATH and `npm ci` in {folder}.");
        return [];
    }

    /// <summary>The mean size of FlowGraph's answers, which must have data and be the same from all.</summary>
    private static async Task<string> SizeAsync(Contender ours, List<Contender> peers, Workload workload, CancellationToken cancellationToken)
    {
        var sum = 0;
        for (var i = 0; i < workload.Bodies.Length; i++)
        {
            var body = workload.Bodies[i];
            var answer = await ours.At("").PostAsync(body, cancellationToken);
            if (!answer.AsSpan().StartsWith("{\"data\":{"u8) || answer.AsSpan().IndexOf("\"errors\":"u8) >= 0)
                throw new BenchmarkException(ExitCode.ServiceMissing, $"Found an answer with errors to {body}: {Encoding.UTF8.GetString(answer)}");
            sum += answer.Length;
            foreach (var peer in i < Checked ? peers : [])
                RequireSame(body, answer, peer.Name, await peer.At("").PostAsync(body, cancellationToken));
        }
        return (sum / workload.Bodies.Length).ToString(CultureInfo.InvariantCulture);
    }

    private static void RequireSame(string body, byte[] ours, string peer, byte[] theirs)
    {
        if (ours.AsSpan().SequenceEqual(theirs))
            return;
        using var left = JsonDocument.Parse(ours);
        using var right = JsonDocument.Parse(theirs);
        if (AnswerComparison.Difference(left.RootElement, right.RootElement) is { } difference)
            throw new BenchmarkException(ExitCode.ServiceMissing, $"{peer} answers something else than FlowGraph to {body}: {difference}");
    }

    private static async Task MeasureAsync(Settings settings, List<Contender> contenders, ImmutableArray<(Workload Workload, string Size)> workloads, bool write, CancellationToken cancellationToken)
    {
        var table = new Table("http", "request", "server", "requests/s", "share of the floor", "FlowGraph ÷ this", "server, CPU µs", "p50 / p99 ms");
        var kept = new Table("http-promises", "promise", "promised", "measured");
        foreach (var (workload, size) in workloads)
        {
            var drives = await InterleaveAsync(settings, workload, size, contenders, cancellationToken);
            Samples Of(Contender contender, Func<Drive, double> value) => new(drives[contender.Name].Select(value));
            Samples Ratio(string of, string to) => new(drives[of].Zip(drives[to], (x, y) => x.PerSecond / y.PerSecond));
            foreach (var contender in contenders)
            {
                table.Add(
                    contender.Floor ? string.Create(CultureInfo.InvariantCulture, $"{workload.Name}: {workload.Title}, {size} bytes") : "",
                    contender.Name == Ours ? $"**{Ours}**" : contender.Name,
                    Of(contender, drive => drive.PerSecond).Print("N0"),
                    contender.Floor ? "" : Ratio(contender.Name, Floor).Print("P0"),
                    contender.Name == Ours ? "" : Ratio(Ours, contender.Name).Print(contender.Floor ? "F2" : "F1"),
                    Of(contender, drive => drive.Processor).Print("F1"),
                    string.Create(CultureInfo.InvariantCulture, $"{Of(contender, drive => drive.Median).Median:F2} / {Of(contender, drive => drive.P99).Median:F1}"));
            }
            foreach (var (_, to, least) in _promises.Where(promise => promise.Workload == workload.Name))
            {
                var (title, format) = to == Floor ? ("share of the floor", "P0") : ($"times {to}", "F1");
                kept.Add($"{workload.Name}, {title}", "≥ " + least.ToString(format, CultureInfo.InvariantCulture), Ratio(Ours, to).Print(format));
            }
        }
        await table.ReportAsync(write, cancellationToken);
        await kept.ReportAsync(write, cancellationToken);
    }

    /// <returns>By name of the server, round by round.</returns>
    private static async Task<Dictionary<string, List<Drive>>> InterleaveAsync(
        Settings settings, Workload workload, string size, List<Contender> contenders, CancellationToken cancellationToken)
    {
        var bodies = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(bodies, workload.Bodies, cancellationToken);
            var wrk = new Wrk(settings.Connections);
            var drives = contenders.ToDictionary(contender => contender.Name, _ => new List<Drive>());
            // The first round warms all of them up.
            for (var round = 0; round <= settings.Rounds; round++)
            {
                var line = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{workload.Name}, round {round}:"));
                foreach (var contender in contenders)
                {
                    var drive = await contender.DriveAsync(wrk, size, bodies, settings.Seconds, cancellationToken);
                    line.Append(CultureInfo.InvariantCulture, $" {contender.Name} {drive.PerSecond:N0}/s {drive.Processor:F1} µs;");
                    if (round > 0)
                        drives[contender.Name].Add(drive);
                }
                Console.WriteLine(line.ToString().TrimEnd(';'));
            }
            return drives;
        }
        finally
        {
            File.Delete(bodies);
        }
    }
}
