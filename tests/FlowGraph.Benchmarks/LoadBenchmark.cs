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
        var command = new Command("load", "Reading, validating, computing and indexing the dataset; start of the server to its first answer.") { rounds };
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
        var command = new Command("load-once", "Loads the dataset once and prints the milliseconds of model, import and index.") { Hidden = true };
        command.SetAction(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            var model = ShippedModel.Instance;
            var modelRead = Stopwatch.GetTimestamp();
            var release = Dataset.Read(model);
            var imported = Stopwatch.GetTimestamp();
            GC.KeepAlive(EmbeddedStore.Load(release));
            var indexed = Stopwatch.GetTimestamp();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Milliseconds(start, modelRead)} {Milliseconds(modelRead, imported)} {Milliseconds(imported, indexed)} {release.Nodes.Length} {release.Edges.Length}"));
        });
        return command;
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    private static async Task RunAsync(int rounds, bool write, CancellationToken cancellationToken)
    {
        var loads = new List<double[]>();
        var starts = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            loads.Add(await LoadAsync(cancellationToken));
            using var server = ChildServer.Product();
            await server.Endpoint("/graphql").ReadyAsync(Workload.Body("{ release { id } }"), cancellationToken);
            starts.Add(server.SinceStart.TotalMilliseconds);
        }
        Samples Of(Func<double[], double> value) => new(loads.Select(value));
        var table = new Table("load", "step, in a fresh process", "ms");
        table.Add("model: schema text to frozen model", Of(load => load[0]).Print("F0"));
        table.Add(string.Create(CultureInfo.InvariantCulture, $"dataset: {loads[0][3]:N0} nodes and {loads[0][4]:N0} edges read, validated, computed"), Of(load => load[1]).Print("F0"));
        table.Add("index: columns, adjacency, indexes", Of(load => load[2]).Print("F0"));
        table.Add("**load and index of the dataset** (the two lines above)", Of(load => load[1] + load[2]).Print("F0"));
        table.Add("`flowgraph serve`: start of the process to the first answer", new Samples(starts).Print("F0"));
        await table.ReportAsync(write, cancellationToken);
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
