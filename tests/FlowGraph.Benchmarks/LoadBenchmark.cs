using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using FlowGraph.Embedded;
using FlowGraph.Model.Structure;

namespace FlowGraph.Benchmarks;

/// <summary>From files to a store that can answer, and from the start of the program to its first answer; each time in a fresh process, so the compiler's time is in it.</summary>
internal static class LoadBenchmark
{
    public static Command Command(Option<bool> write)
    {
        var rounds = new Option<int>("--rounds") { Description = "Processes that are started.", DefaultValueFactory = _ => 9 };
        var command = new Command("load", "Reading, validating, computing and indexing the dataset; start of the server to its first answer, also of the release archive where build/archive has made one.") { rounds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await RunAsync(parsed.GetValue(rounds), parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>One measurement, in the process that calls it.</summary>
    public static Command OnceCommand()
    {
        var command = new Command("load-once", "Loads the dataset once and prints elapsed and processor milliseconds of model, import and index, then the numbers of nodes and edges.") { Hidden = true };
        command.SetAction(_ =>
        {
            var clock = new StepClock();
            var model = ShippedModel.Instance;
            var modelRead = clock.Next();
            var release = Dataset.Read(model);
            var imported = clock.Next();
            GC.KeepAlive(EmbeddedStore.Load(release));
            var indexed = clock.Next();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{modelRead} {imported} {indexed} {release.Nodes.Length} {release.Edges.Length}"));
        });
        return command;
    }

    private static async Task RunAsync(int rounds, bool write, CancellationToken cancellationToken)
    {
        var loads = new List<double[]>();
        var starts = new List<Start>();
        var runs = new List<Start>();
        var archives = new List<Start>();
        var archived = ChildServer.Archived();
        // The first run builds, which is not what is measured.
        await StartAsync(ChildServer.Run, cancellationToken);
        for (var round = 0; round < rounds; round++)
        {
            loads.Add(await LoadAsync(cancellationToken));
            starts.Add(await StartAsync(() => ChildServer.Product(), cancellationToken));
            runs.Add(await StartAsync(ChildServer.Run, cancellationToken));
            if (archived is not null)
                archives.Add(await StartAsync(() => ChildServer.Of(archived), cancellationToken));
        }
        string Of(Func<double[], double> value) => new Samples(loads.Select(value)).Print("F0");
        string Total(IEnumerable<Start> samples) => new Samples(samples.Select(start => start.Elapsed)).Print("F0");
        var table = new Table("load", "step, in a fresh process", "ms", "processor ms");
        table.Add("model: schema text to frozen model", Of(load => load[0]), Of(load => load[1]));
        table.Add(string.Create(CultureInfo.InvariantCulture, $"dataset: {loads[0][6]:N0} nodes and {loads[0][7]:N0} edges read, validated, computed"), Of(load => load[2]), Of(load => load[3]));
        table.Add("index: columns, adjacency, look-ups", Of(load => load[4]), Of(load => load[5]));
        table.Add("**load and index of the dataset** (the two lines above)", Of(load => load[2] + load[4]), Of(load => load[3] + load[5]));
        table.Add("`flowgraph serve`, start to first answer", Total(starts), new Samples(starts.Select(start => start.Processor)).Print("F0"));
        if (archived is not null)
            table.Add("`flowgraph` of the release archive, start to first answer", Total(archives), new Samples(archives.Select(start => start.Processor)).Print("F0"));
        table.Add("`dotnet run --project src/FlowGraph.Server`, second start to first answer", Total(runs), "");
        await table.ReportAsync(write, cancellationToken);
    }

    private sealed record Start(double Elapsed, double Processor);

    private static async Task<Start> StartAsync(Func<ChildServer> server, CancellationToken cancellationToken)
    {
        using var started = server();
        await started.Endpoint("/graphql").ReadyAsync(Workload.Body("{ release { id } }"), cancellationToken);
        return new(started.SinceStart.TotalMilliseconds, started.ProcessorTime.TotalMilliseconds);
    }

    private static async Task<double[]> LoadAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FlowGraph.Benchmarks.dll"), "load-once"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? [.. output.Trim().Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]
            : throw new BenchmarkException(ExitCode.WrongUsage, $"Loading the dataset ended with {process.ExitCode}: {output}");
    }
}
