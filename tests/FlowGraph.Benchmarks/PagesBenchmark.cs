using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace FlowGraph.Benchmarks;

/// <summary>Pages that need no script, beside a bare endpoint that answers as many bytes.</summary>
internal static class PagesBenchmark
{
    private const int Connections = 32;

    private const double Least = 0.5;

    private static readonly (string Title, string Path)[] _pages =
    [
        ("of a ship", "/node/vessel:lady-r"),
        ("of a fact", "/fact/shipment:osc-43-trips-2024"),
        ("of a port", "/node/port:vostochny-port"),
    ];

    public static async Task RunAsync(ChildServer product, int rounds, int seconds, bool write, CancellationToken cancellationToken)
    {
        var ours = new Contender("FlowGraph", product);
        var pages = new List<(string Title, string Path, int Bytes)>();
        foreach (var (title, path) in (IEnumerable<(string, string)>)[.. _pages, ("of a chain", await ChainAsync(product, cancellationToken))])
        {
            var (isThere, page) = await product.Endpoint(path).GetAsync(cancellationToken);
            if (!isThere)
                throw new BenchmarkException(ExitCode.ServiceMissing, $"{path}: found no page, expected the shipped release.");
            pages.Add((title, path, Encoding.UTF8.GetByteCount(page)));
        }
        using var bare = ChildServer.Floor(pages.Select(page => Text(page.Bytes)));
        var floor = new Contender("floor", bare, Floor: true);
        await floor.At(Text(pages[0].Bytes)).ReadyAsync("{}", cancellationToken);
        var table = new Table("pages", "a page that is kept", "KiB", "floor, requests/s", "FlowGraph, requests/s", "promised of the floor", "share of the floor", "FlowGraph, CPU µs", "p50 / p99 ms");
        var wrk = new Wrk(Connections);
        foreach (var (title, path, bytes) in pages)
        {
            var (theirs, mine) = (new List<Drive>(), new List<Drive>());
            // The first round warms both up.
            for (var round = 0; round <= rounds; round++)
            {
                var least = await floor.DriveAsync(wrk, bare.Endpoint("/page/" + Text(bytes)), null, seconds, cancellationToken);
                var full = await ours.DriveAsync(wrk, product.Endpoint(path), null, seconds, cancellationToken);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}, round {round}: {least.PerSecond:N0}/s {least.Processor:F1} µs; {full.PerSecond:N0}/s {full.Processor:F1} µs"));
                if (round == 0)
                    continue;
                theirs.Add(least);
                mine.Add(full);
            }
            table.Add(
                title,
                (bytes / 1024d).ToString("F0", CultureInfo.InvariantCulture),
                new Samples(theirs.Select(drive => drive.PerSecond)).Print("N0"),
                new Samples(mine.Select(drive => drive.PerSecond)).Print("N0"),
                "≥ " + Least.ToString("P0", CultureInfo.InvariantCulture),
                new Samples(mine.Zip(theirs, (x, y) => x.PerSecond / y.PerSecond)).Print("P0"),
                new Samples(mine.Select(drive => drive.Processor)).Print("F1"),
                string.Create(CultureInfo.InvariantCulture, $"{new Samples(mine.Select(drive => drive.Median)).Median:F2} / {new Samples(mine.Select(drive => drive.P99)).Median:F1}"));
        }
        await table.ReportAsync(write, cancellationToken);
    }

    private static async Task<string> ChainAsync(ChildServer product, CancellationToken cancellationToken)
    {
        var answer = await product.Endpoint("/graphql").PostAsync(Workload.Body("{ chains(from: \"port:vostochny-port\", to: \"area:kursk-oblast\", first: 1) { chains { permalink } } }"), cancellationToken);
        return (string)JsonNode.Parse(answer)!["data"]!["chains"]!["chains"]![0]!["permalink"]!;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
