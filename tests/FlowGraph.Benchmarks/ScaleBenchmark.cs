using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FlowGraph.Benchmarks;

/// <summary>The embedded store over a synthetic release and over one ten times as large: load, memory, chains between random nodes, pages of 20; and the same release compiled to a file. Each in a process of its own.</summary>
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
            var runs = new List<(ScaleRun Folder, CompiledRun File)>();
            foreach (var (given, records) in ((string?, int)[])[(parsed.GetValue(small), Small), (parsed.GetValue(large), Large)])
            {
                using var synthetic = given is null ? new SyntheticFolder(records, cancellationToken) : null;
                var file = Path.GetTempFileName();
                try
                {
                    var folder = await MeasureAsync<ScaleRun>(["scale-once", synthetic?.Path ?? given!, file], cancellationToken); // one of them is there
                    runs.Add((folder, await MeasureAsync<CompiledRun>(["scale-compiled", file], cancellationToken)));
                }
                finally
                {
                    File.Delete(file);
                }
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
        var file = new Argument<string>("FILE");
        var command = new Command("scale-once", "Loads a dataset, prints what ScaleRun has, as JSON, and compiles it to the file.") { folder, file };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var run = await ScaleRun.MeasureAsync(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(file), cancellationToken);
            Console.WriteLine(JsonSerializer.Serialize(run));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The same for a compiled release.</summary>
    public static Command CompiledCommand()
    {
        var file = new Argument<string>("FILE");
        var command = new Command("scale-compiled", "Loads a compiled release and prints what CompiledRun has, as JSON.") { file };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var run = await CompiledRun.MeasureAsync(parsed.GetRequiredValue(file), cancellationToken);
            Console.WriteLine(JsonSerializer.Serialize(run));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<T> MeasureAsync<T>(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FlowGraph.Benchmarks.dll"), .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Console.WriteLine(output.TrimEnd());
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(output)!
            : throw new BenchmarkException(ExitCode.WrongUsage, $"{string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }

    private static async Task ReportAsync((ScaleRun Folder, CompiledRun File) small, (ScaleRun Folder, CompiledRun File) large, bool write, CancellationToken cancellationToken)
    {
        static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
        static string Count(ScaleRun run) => string.Create(CultureInfo.InvariantCulture, $"{run.Nodes:N0} nodes, {run.Edges:N0} edges");
        var table = new Table("scale", "", Count(small.Folder), Count(large.Folder), "ratio");
        void Row(string title, Func<(ScaleRun Folder, CompiledRun File), double> value, string format) =>
            table.Add(title, Number(value(small), format), Number(value(large), format), Number(value(large) / value(small), "F1"));
        Row("read, validate and compute the files, s", run => run.Folder.Read / 1000, "F1");
        Row("index: columns, adjacency, look-ups, s", run => run.Folder.Index / 1000, "F1");
        Row("managed heap of the store, MiB", run => run.Folder.Heap, "N0");
        Row("most memory of the process while loading, MiB", run => run.Folder.Peak, "N0");
        Row("compiled: written in, s", run => run.Folder.Compile / 1000, "F1");
        Row("compiled: size of the file, MiB", run => run.File.Size, "N0");
        Row("**compiled: checked and loaded in, s**", run => run.File.Load / 1000, "F2");
        Row("**compiled: managed heap of the store, MiB**", run => run.File.Heap, "F1");
        Row("compiled: most memory of the process while loading, MiB", run => run.File.Peak, "N0");
        Row("compiled: the same after the pages below, MiB", run => run.File.PeakAsked, "N0");
        Row("chains between two random nodes, median, ms", run => run.Folder.ChainMedian, "F2");
        Row("chains between two random nodes, p99, ms", run => run.Folder.ChainP99, "F2");
        foreach (var page in small.Folder.Pages.Keys.ToImmutableSortedSet(StringComparer.Ordinal))
        {
            Row($"page of 20 shipments, {page}, µs", run => run.Folder.Pages[page], "F1");
            Row($"compiled: page of 20 shipments, {page}, µs", run => run.File.Pages[page], "F1");
        }
        await table.ReportAsync(write, cancellationToken);
    }
}
