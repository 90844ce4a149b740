using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FlowGraph.Benchmarks;

/// <summary>The embedded store over a synthetic release and over one ten times as large: load, memory, chains between random nodes, pages of 20. Each in a process of its own.</summary>
internal static class ScaleBenchmark
{
    private const int Small = 100_000;
    private const int Large = 1_000_000;

    public static Command Command(Option<bool> write)
    {
        var small = new Option<string?>("--small") { HelpName = "DIR", Description = $"Synthetic dataset of {Small} records. Default: written for this run." };
        var large = new Option<string?>("--large") { HelpName = "DIR", Description = $"Synthetic dataset of {Large} records. Default: written for this run." };
        var command = new Command("scale", "Load, memory, chains and pages of a synthetic release of 1,000,000 records and 5,000,000 relationships, beside one of a tenth. Takes minutes and gigabytes.") { small, large };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var runs = new List<ScaleRun>();
            foreach (var (given, records) in ((string?, int)[])[(parsed.GetValue(small), Small), (parsed.GetValue(large), Large)])
            {
                using var synthetic = given is null ? new SyntheticFolder(records, cancellationToken) : null;
                runs.Add(await MeasureAsync(synthetic?.Path ?? given!, cancellationToken)); // one of them is there
            }
            await ReportAsync(runs[0], runs[1], parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>One measurement, in the process that calls it.</summary>
    public static Command OnceCommand()
    {
        var folder = new Argument<string>("DIR");
        var command = new Command("scale-once", "Loads a dataset and prints what ScaleRun has, as JSON.") { folder };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var run = await ScaleRun.MeasureAsync(parsed.GetRequiredValue(folder), cancellationToken);
            Console.WriteLine(JsonSerializer.Serialize(run));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<ScaleRun> MeasureAsync(string dataset, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FlowGraph.Benchmarks.dll"), "scale-once", dataset])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Console.WriteLine(output.TrimEnd());
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<ScaleRun>(output)!
            : throw new BenchmarkException(ExitCode.WrongUsage, $"Measuring {dataset} ended with {process.ExitCode}: {output}");
    }

    private static async Task ReportAsync(ScaleRun small, ScaleRun large, bool write, CancellationToken cancellationToken)
    {
        static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
        static string Count(ScaleRun run) => string.Create(CultureInfo.InvariantCulture, $"{run.Nodes:N0} nodes, {run.Edges:N0} edges");
        var table = new Table("scale", "", Count(small), Count(large), "ratio");
        void Row(string title, Func<ScaleRun, double> value, string format) =>
            table.Add(title, Number(value(small), format), Number(value(large), format), Number(value(large) / value(small), "F1"));
        Row("read, validate and compute the files, s", run => run.Read / 1000, "F1");
        Row("index: columns, adjacency, look-ups, s", run => run.Index / 1000, "F1");
        Row("managed heap of the store, MiB", run => run.Heap, "N0");
        Row("most memory of the process while loading, MiB", run => run.Peak, "N0");
        Row("chains between two random nodes, median, ms", run => run.ChainMedian, "F2");
        Row("chains between two random nodes, p99, ms", run => run.ChainP99, "F2");
        foreach (var page in small.Pages.Keys.ToImmutableSortedSet(StringComparer.Ordinal))
            Row($"page of 20 shipments, {page}, µs", run => run.Pages[page], "F1");
        await table.ReportAsync(write, cancellationToken);
    }
}
