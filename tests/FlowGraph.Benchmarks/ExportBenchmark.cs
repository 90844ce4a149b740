using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace FlowGraph.Benchmarks;

/// <summary>A whole release as files, and the memory of the server that streams them.</summary>
internal static class ExportBenchmark
{
    private const double Mebibyte = 1024 * 1024;
    private const string Path = "/export/dataset.";

    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(200);

    public static Command Command(Option<bool> write)
    {
        var dataset = new Option<string>("--dataset") { Description = "A compiled release, or the folder of a dataset.", DefaultValueFactory = _ => Repository.Dataset };
        var command = new Command("exports", "Time and memory of a server that streams a whole release, in each format.") { dataset };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await RunAsync(System.IO.Path.GetFullPath(parsed.GetValue(dataset)!), parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(string dataset, bool write, CancellationToken cancellationToken)
    {
        using var server = ChildServer.Product(dataset);
        await server.Endpoint("/graphql").ReadyAsync(Workload.Body("{ __typename }"), cancellationToken);
        var table = new Table("exports", "export of the whole release", "MiB sent", "s", "memory before, MiB", "memory meanwhile, MiB");
        foreach (var ending in (string[])["jsonl.gz", "csv.zip", "graphml", "geojson"])
        {
            var (start, before) = (Stopwatch.GetTimestamp(), server.OwnMemory / Mebibyte);
            var (bytes, memory) = await ReadAsync(server, Path + ending, cancellationToken);
            table.Add($"`{Path}{ending}`", Number(bytes / Mebibyte), Number(Stopwatch.GetElapsedTime(start).TotalSeconds), Number(before), memory.Print("F0"));
        }
        await table.ReportAsync(write, cancellationToken);
    }

    private static async Task<(double Bytes, Samples Memory)> ReadAsync(ChildServer server, string path, CancellationToken cancellationToken)
    {
        using var answer = await server.Endpoint(path).OpenAsync(cancellationToken);
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var (buffer, memory, bytes, last) = (new byte[64 * 1024], new List<double>(), 0d, 0L);
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            bytes += read;
            if (Stopwatch.GetElapsedTime(last) < _between)
                continue;
            last = Stopwatch.GetTimestamp();
            memory.Add(server.OwnMemory / Mebibyte);
        }
        return (bytes, new(memory));
    }

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
