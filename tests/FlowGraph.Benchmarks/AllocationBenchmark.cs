using System.CommandLine;
using System.Globalization;
using System.Text;
using FlowGraph.Benchmarks.Peers;
using FlowGraph.Embedded;
using FlowGraph.Server;

namespace FlowGraph.Benchmarks;

/// <summary>Bytes and time that one warm request takes from request bytes to response bytes, and bytes over HTTP against the bare endpoint.</summary>
internal static class AllocationBenchmark
{
    private const int Records = 20_000;
    private const int WarmUp = 20_000;
    private const int Requests = 20_000;

    public static Command Command(Option<bool> write)
    {
        var command = new Command("allocations", "Bytes allocated by one warm request, in this process.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var synthetic = new SyntheticFolder(Records, cancellationToken);
            await RunAsync(synthetic.Path, parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(string dataset, bool write, CancellationToken cancellationToken)
    {
        using var application = Application.Shipped();
        var release = Dataset.Read(application.Model, dataset);
        var ask = new InProcess(application, EmbeddedStore.Load(release));
        var table = new Table("allocations", "warm request", "bytes allocated", "µs");
        var workloads = Workload.Of(PeerData.Of(release));
        foreach (var workload in workloads)
        {
            var (bytes, time) = await RepeatAsync(ask, [.. workload.Bodies.Select(Encoding.UTF8.GetBytes)], cancellationToken);
            table.Add($"{workload.Name} in process: {workload.Title}", Number(bytes), time.ToString("F1", CultureInfo.InvariantCulture));
        }

        byte[][] bodies = [.. workloads[0].Bodies.Select(Encoding.UTF8.GetBytes)];
        var floorAddress = Endpoint.FreeAddress();
        await using var floorServer = FloorServer.Build(floorAddress, [100]);
        await floorServer.StartAsync(cancellationToken);
        var floor = Ask(floorAddress, "/100", bodies);

        // The real program, started in this process because only here its allocations can be counted. It ends with the process.
        var address = Endpoint.FreeAddress();
        new Thread(() => AppDomain.CurrentDomain.ExecuteAssemblyByName("flowgraph", "serve", "--urls", address, "--dataset", dataset)) { IsBackground = true }.Start();
        await new Endpoint(address, "/graphql").ReadyAsync(Encoding.UTF8.GetString(bodies[0]), cancellationToken);
        var served = Ask(address, "/graphql", bodies);

        table.Add("Q1 over HTTP: FlowGraph", Number(served), "");
        table.Add("Q1 over HTTP: the bare endpoint", Number(floor), "");
        table.Add("**Q1 over HTTP: FlowGraph beyond the bare endpoint**", Number(served - floor), "");
        await table.ReportAsync(write, cancellationToken);
    }

    private static string Number(double bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);

    private static async Task<(double Bytes, double Microseconds)> RepeatAsync(InProcess ask, byte[][] bodies, CancellationToken cancellationToken)
    {
        for (var i = 0; i < WarmUp; i++)
            await ask.AskAsync(bodies[i % bodies.Length], cancellationToken);
        var times = new List<double>(Requests);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Requests; i++)
            times.Add(await ask.AskAsync(bodies[i % bodies.Length], cancellationToken));
        return ((GC.GetAllocatedBytesForCurrentThread() - before) / (double)Requests, new Samples(times).Median * 1000);
    }

    private static double Ask(string address, string path, byte[][] bodies)
    {
        using var client = new PlainClient(new Uri(address), path, bodies);
        client.Ask(WarmUp);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        client.Ask(Requests);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Requests;
    }
}
