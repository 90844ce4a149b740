using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using FlowGraph.Model.Structure;

namespace FlowGraph.Benchmarks;

/// <summary>Half an hour of many kinds of requests: memory stays where it is, and no request fails.</summary>
internal static class SoakBenchmark
{
    private const double Mebibyte = 1024 * 1024;
    private const int SecondsOfRun = 15;

    public static Command Command(Option<bool> write)
    {
        var minutes = new Option<double>("--minutes") { Description = "How long, warm-up included.", DefaultValueFactory = _ => 30 };
        var warmUp = new Option<double>("--warm-up") { Description = "Minutes that memory is not looked at.", DefaultValueFactory = _ => 5 };
        var connections = new Option<int>("--connections") { Description = "Connections that are kept busy.", DefaultValueFactory = _ => 8 };
        var command = new Command("soak", "Memory and faults under a mixed load for half an hour. Needs wrk.") { minutes, warmUp, connections };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Wrk.Require();
            var (all, warm) = (TimeSpan.FromMinutes(parsed.GetValue(minutes)), TimeSpan.FromMinutes(parsed.GetValue(warmUp)));
            if (warm >= all)
                throw new BenchmarkException(ExitCode.WrongUsage, "--warm-up: found as much as --minutes or more, expected less.");
            await RunAsync(all, warm, parsed.GetValue(connections), parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(TimeSpan duration, TimeSpan warmUp, int connections, bool write, CancellationToken cancellationToken)
    {
        var requests = Mixed();
        var bodies = Path.GetTempFileName();
        using var server = ChildServer.Product();
        try
        {
            await File.WriteAllLinesAsync(bodies, requests, cancellationToken);
            var endpoint = server.Endpoint("/graphql");
            await endpoint.ReadyAsync(requests[0], cancellationToken);
            var (wrk, clock, memory, total) = (new Wrk(connections), Stopwatch.StartNew(), new List<double>(), 0L);
            while (clock.Elapsed < duration)
            {
                // It stops the benchmark where any answer is missing or has another status than 200.
                total += (await wrk.RunAsync(endpoint, bodies, SecondsOfRun, cancellationToken)).Requests;
                var now = server.Memory / Mebibyte;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed:hh\\:mm\\:ss} {now:F1} MiB, {total:N0} requests"));
                if (clock.Elapsed >= warmUp)
                    memory.Add(now);
            }
            var samples = new Samples(memory);
            var table = new Table("soak", "minutes", "requests", "failed", "memory after warm-up, MiB", "farthest from the median", "promised");
            var farthest = memory.Max(each => Math.Abs(each - samples.Median)) / samples.Median;
            table.Add(duration.TotalMinutes.ToString("F0", CultureInfo.InvariantCulture), total.ToString("N0", CultureInfo.InvariantCulture), "0", samples.Print("F0"), farthest.ToString("P1", CultureInfo.InvariantCulture), "≤ 5 %, none failed");
            await table.ReportAsync(write, cancellationToken);
        }
        finally
        {
            File.Delete(bodies);
        }
    }

    /// <summary>Look-ups by id, pages, filters with values that no request had before, search, chains, sums, introspection; in an order that mixes them.</summary>
    private static List<string> Mixed()
    {
        const string Chains = "query($to: ID!, $n: Int!) { chains(from: \"port:vostochny-port\", to: $to, maxHops: $n, first: 2) { none chains { id confidence } } }";
        var release = Dataset.Read(ShippedModel.Instance, Repository.Dataset);
        var vessels = Workload.VesselById(release).Bodies;
        var mixed = new List<string>();
        for (var i = 0; i < 2000; i++)
        {
            mixed.Add(vessels[i % vessels.Length]);
            mixed.Add(Workload.Body(Workload.ShipmentsQuery, new { id = release.Nodes[i % release.Nodes.Length].Id is var id && id.StartsWith("vessel:", StringComparison.Ordinal) ? id : "vessel:angara" }));
            mixed.Add(Workload.Body("query($text: String!) { vessels(first: 10, where: { name: { contains: $text } }) { totalCount nodes { id name } } }", new { text = $"a{i}" }));
            if (i % 5 == 0)
                mixed.Add(Workload.Body(Workload.PageQuery));
            if (i % 20 == 0)
                mixed.Add(Workload.Body(Chains, new { to = "area:kursk-oblast", n = 2 + i / 20 % 5 }));
            if (i % 50 == 0)
                mixed.Add(Workload.Body($"query Cold{i} {{ __schema {{ queryType {{ name }} }} release {{ id }} ports(first: {1 + i % 100}) {{ nodes {{ id name }} }} }}"));
        }
        return mixed;
    }
}
