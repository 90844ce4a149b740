using System.CommandLine;
using System.Globalization;
using System.Text;
using FlowGraph.Embedded;
using FlowGraph.Query.Response;
using FlowGraph.Server;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Benchmarks;

/// <summary>Bytes that one warm request by id allocates: from request bytes to response bytes, and over HTTP against the bare endpoint.</summary>
internal static class AllocationBenchmark
{
    private const int WarmUp = 20_000;
    private const int Requests = 20_000;

    public static Command Command(Option<bool> write)
    {
        var command = new Command("allocations", "Bytes allocated by one warm request by id, in this process.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await RunAsync(parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(bool write, CancellationToken cancellationToken)
    {
        using var application = Application.Shipped();
        var release = Dataset.Read(application.Model);
        byte[][] bodies = [.. Workload.VesselById(release).Bodies.Select(Encoding.UTF8.GetBytes)];
        var executed = await ExecuteAsync(application.Executor, EmbeddedStore.Load(release), bodies, cancellationToken);

        var floorAddress = Endpoint.FreeAddress();
        await using var floorServer = FloorServer.Build(floorAddress, [100]);
        await floorServer.StartAsync(cancellationToken);
        var floor = Ask(floorAddress, "/100", bodies);

        // The real program, started in this process because only here its allocations can be counted. It ends with the process.
        var address = Endpoint.FreeAddress();
        new Thread(() => AppDomain.CurrentDomain.ExecuteAssemblyByName("flowgraph", "serve", "--urls", address, "--dataset", Repository.Dataset)) { IsBackground = true }.Start();
        await new Endpoint(address, "/graphql").ReadyAsync(Encoding.UTF8.GetString(bodies[0]), cancellationToken);
        var served = Ask(address, "/graphql", bodies);

        var table = new Table("allocations", "one vessel by id, 5 fields, warm", "bytes allocated");
        table.Add("in process: request bytes to response bytes", Number(executed));
        table.Add("over HTTP: FlowGraph", Number(served));
        table.Add("over HTTP: the bare endpoint", Number(floor));
        table.Add("**over HTTP: FlowGraph beyond the bare endpoint**", Number(served - floor));
        await table.ReportAsync(write, cancellationToken);
    }

    private static string Number(double bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);

    private static async Task<double> ExecuteAsync(RequestExecutor executor, EmbeddedStore store, byte[][] bodies, CancellationToken cancellationToken)
    {
        async Task RepeatAsync(int times)
        {
            for (var i = 0; i < times; i++)
            {
                using var request = GraphQLRequest.Parse(bodies[i % bodies.Length]);
                using var writer = new JsonResponseWriter();
                await executor.ExecuteAsync(request, store, "", writer, cancellationToken);
            }
        }

        await RepeatAsync(WarmUp);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await RepeatAsync(Requests);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Requests;
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
