using System.Diagnostics;
using System.Globalization;
using FlowGraph.TestKit.Redis;
using StackExchange.Redis;

namespace FlowGraph.Benchmarks;

/// <summary>What an answer costs that another process has made: the time that Redis adds to an answer from memory, in round trips to the same Redis.</summary>
internal static class SharedAnswersBenchmark
{
    private const int Answers = 500;

    public static async Task RunAsync(string dataset, bool write, CancellationToken cancellationToken)
    {
        var (found, reason) = await RedisServer.StartAsync(own: true, cancellationToken);
        if (found is null)
            throw new BenchmarkException(ExitCode.ServiceMissing, reason);
        await using var redis = found;
        await using var relay = new DistantRelay(int.Parse(redis.Configuration.Split(':')[1], CultureInfo.InvariantCulture));
        var distant = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{relay.Port}");
        string[] warming = [.. Bodies("warm")], bodies = [.. Bodies("measured")];
        (string, string) setting = ("FLOWGRAPH_Redis__Configuration", distant);
        using var first = ChildServer.Product(dataset, setting);
        using var second = ChildServer.Product(dataset, setting);
        await first.Endpoint("/graphql").ReadyAsync(bodies[0], cancellationToken);
        await second.Endpoint("/graphql").ReadyAsync(bodies[0], cancellationToken);
        // One makes them, then the other finds them: the first time in Redis, the second time in memory.
        await AskAsync(first, [.. warming, .. bodies], cancellationToken);
        await AskAsync(second, warming, cancellationToken);
        await AskAsync(second, warming, cancellationToken);
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{distant},allowAdmin=true");
        var server = connection.GetServers()[0];
        var trips = await TripsAsync(server, connection.GetDatabase());
        await server.ExecuteAsync("CONFIG", "RESETSTAT");
        var shared = await AskAsync(second, bodies, cancellationToken);
        var asked = (await server.InfoAsync("commandstats")).SelectMany(section => section).Where(line => line.Key is "cmdstat_hmget" or "cmdstat_hget" or "cmdstat_get").Sum(line => Calls(line.Value));
        var remembered = await AskAsync(second, bodies, cancellationToken);
        var added = shared.Median - remembered.Median;
        var table = new Table("serving-redis", "an answer of 50 rows, one request at a time", "µs", "round trips");
        table.Add("from memory", remembered.Print("F0"), "");
        table.Add("from Redis", shared.Print("F0"), "");
        table.Add("a question to Redis by the same library and its answer", trips.Print("F0"), "1");
        table.Add("**what Redis adds** (promised: at most 1.5 round trips)", added.ToString("F0", CultureInfo.InvariantCulture), (added / trips.Median).ToString("F2", CultureInfo.InvariantCulture));
        table.Add("commands that read, for each answer from Redis", "", ((double)asked / Answers).ToString("F2", CultureInfo.InvariantCulture));
        await table.ReportAsync(write, cancellationToken);
    }

    private static IEnumerable<string> Bodies(string purpose) =>
        Enumerable.Range(0, Answers).Select(i => Workload.Body("query($no: String) { vessels(first: 50, where: { name: { neq: $no } }) { nodes { id name imo category } } }", new { no = $"{purpose} {i}" }));

    /// <summary>Microseconds of each request.</summary>
    private static async Task<Samples> AskAsync(ChildServer server, string[] bodies, CancellationToken cancellationToken)
    {
        var endpoint = server.Endpoint("/graphql");
        var times = new List<double>(bodies.Length);
        foreach (var body in bodies)
        {
            var start = Stopwatch.GetTimestamp();
            await endpoint.PostAsync(body, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
        return new(times);
    }

    /// <summary>Microseconds of reading one entry of those that are there.</summary>
    private static async Task<Samples> TripsAsync(IServer server, IDatabase database)
    {
        var keys = server.Keys(pageSize: 1000).Take(Answers).ToArray();
        var times = new List<double>(2 * keys.Length);
        foreach (var key in keys.Concat(keys))
        {
            var start = Stopwatch.GetTimestamp();
            await database.HashGetAsync(key, ["absexp", "sldexp", "data"]);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
        return new(times[keys.Length..]);
    }

    // calls=5,usec=44,…
    private static long Calls(string statistics) => long.Parse(statistics["calls=".Length..statistics.IndexOf(',', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
}
