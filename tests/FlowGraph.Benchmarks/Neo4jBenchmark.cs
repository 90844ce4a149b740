using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FlowGraph.Benchmarks;

/// <summary>
/// FlowGraph's server over Neo4j, beside the same question in Cypher by hand, both over HTTP (time of one request),
/// and beside @neo4j/graphql on the same database, both over Bolt (requests per second). All in turn, so that noise hits them alike.
/// </summary>
internal sealed class Neo4jBenchmark
{
    private const int Checked = 20;
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(30);

    private readonly Neo4jSettings _neo4j;
    private readonly int _rounds;
    private readonly int _seconds;
    private readonly int _connections;
    private readonly Endpoint _cypher;

    private Neo4jBenchmark(Neo4jSettings neo4j, int rounds, int seconds, int connections)
    {
        (_neo4j, _rounds, _seconds, _connections) = (neo4j, rounds, seconds, connections);
        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{neo4j.User}:{File.ReadAllText(neo4j.PasswordFile).Trim()}"));
        _cypher = new(neo4j.Url, $"/db/{neo4j.Database}/query/v2") { Authorization = new AuthenticationHeaderValue("Basic", secret) };
    }

    /// <summary>Requests per second of one round.</summary>
    private sealed record Pair(double Other, double Ours);

    /// <summary>Milliseconds of a request, of one round.</summary>
    private sealed record Times(double ByHand, double OverHttp, double OverBolt);

    public static Command Command(Option<bool> write)
    {
        var neo4j = new Neo4jOptions();
        var rounds = new Option<int>("--rounds") { Description = "Rounds; each asks all servers everything.", DefaultValueFactory = _ => 7 };
        var seconds = new Option<int>("--seconds") { Description = "Seconds of each run.", DefaultValueFactory = _ => 5 };
        var connections = new Option<int>("--connections") { Description = "Connections that are kept busy.", DefaultValueFactory = _ => 16 };
        var command = new Command("neo4j", "The server with --store neo4j beside Cypher by hand and beside @neo4j/graphql, on one database. Needs wrk and Node.js, and `npm ci` in tests/FlowGraph.Benchmarks/neo4j-graphql.")
        {
            rounds, seconds, connections,
        };
        neo4j.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var benchmark = new Neo4jBenchmark(neo4j.Of(parsed), parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(connections));
            await benchmark.RunAsync(parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private async Task RunAsync(bool write, CancellationToken cancellationToken)
    {
        Wrk.Require();
        var script = Script();
        using var overHttp = ChildServer.OnNeo4j(_neo4j, _neo4j.Url);
        using var overBolt = ChildServer.OnNeo4j(_neo4j, _neo4j.Bolt);
        await Task.WhenAll(overHttp.AuditedAsync(cancellationToken), overBolt.AuditedAsync(cancellationToken));
        using var peer = ChildServer.Node(script, _neo4j);
        var (httpEnd, boltEnd, peerEnd) = (overHttp.Endpoint("/graphql"), overBolt.Endpoint("/graphql"), peer.Endpoint("/"));
        await peerEnd.ReadyAsync(Workload.Body("{ __typename }"), cancellationToken);

        var shipments = await RowsAsync("MATCH (s:Shipment) RETURN count(s)", cancellationToken);
        Console.WriteLine($"{shipments[0][0].GetInt64().ToString("N0", CultureInfo.InvariantCulture)} shipments in {_neo4j.Url}.");
        var table = new Table("neo4j", "question", "Cypher by hand, ms", "FlowGraph over HTTP, ms", "ratio of times", "FlowGraph over Bolt, ms", "ratio of times", "@neo4j/graphql, requests/s", "FlowGraph over Bolt, requests/s", "ratio of requests/s");
        foreach (var question in (Neo4jQuestion[])[Neo4jQuestion.ByKey, Neo4jQuestion.Entity, Neo4jQuestion.Page, Neo4jQuestion.Facts])
        {
            var values = await RowsAsync(question.Values, cancellationToken);
            if (values.IsEmpty)
                throw new BenchmarkException(ExitCode.WrongUsage, $"{_neo4j.Url}: found nothing to ask for {question.Title}, expected a larger release; `generate` writes one.");
            string[] ourBodies = [.. values.Select(row => question.Body(question.OurQuery, row))];
            string[] peerBodies = [.. values.Select(row => question.Body(question.PeerQuery, row))];
            string[] cypherBodies = [.. values.Select(question.CypherBody)];
            foreach (var ourEnd in (Endpoint[])[httpEnd, boltEnd])
                await CheckAsync(question, (ourEnd, ourBodies), (_cypher, cypherBodies), (peerEnd, peerBodies), cancellationToken);

            var times = await TimesAsync(question, httpEnd, boltEnd, ourBodies, cypherBodies, cancellationToken);
            var rates = await RatesAsync(question, (boltEnd, ourBodies), (peerEnd, peerBodies), cancellationToken);
            table.Add(
                question.Title,
                Print(times, round => round.ByHand, "F2"),
                Print(times, round => round.OverHttp, "F2"),
                Print(times, round => round.OverHttp / round.ByHand, "F2"),
                Print(times, round => round.OverBolt, "F2"),
                Print(times, round => round.OverBolt / round.ByHand, "F2"),
                Print(rates, pair => pair.Other, "N1"),
                Print(rates, pair => pair.Ours, "N1"),
                Print(rates, pair => pair.Ours / pair.Other, "F1"));
        }
        await table.ReportAsync(write, cancellationToken);
    }

    private static string Script()
    {
        var folder = Path.Combine(Repository.Root, "tests", "FlowGraph.Benchmarks", "neo4j-graphql");
        return Directory.Exists(Path.Combine(folder, "node_modules"))
            ? Path.Combine(folder, "server.mjs")
            : throw new BenchmarkException(ExitCode.ServiceMissing, $"{folder}: found no node_modules, expected @neo4j/graphql there. Run `npm ci` in that folder; it needs Node.js 20 or newer.");
    }

    private static string Print<T>(IEnumerable<T> rounds, Func<T, double> value, string format) => new Samples(rounds.Select(value)).Print(format);

    private async Task<ImmutableArray<JsonElement[]>> RowsAsync(string statement, CancellationToken cancellationToken)
    {
        using var answer = JsonDocument.Parse(await _cypher.PostAsync(Neo4jQuestion.CypherBody(statement, new { }), cancellationToken));
        return answer.RootElement.TryGetProperty("errors", out var errors)
            ? throw new BenchmarkException(ExitCode.ServiceMissing, $"{_neo4j.Url} answers {errors} to {statement}")
            : [.. answer.RootElement.GetProperty("data").GetProperty("values").EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.Clone()).ToArray())];
    }

    private static async Task CheckAsync(
        Neo4jQuestion question, (Endpoint End, string[] Bodies) ours, (Endpoint End, string[] Bodies) cypher, (Endpoint End, string[] Bodies) peer, CancellationToken cancellationToken)
    {
        for (var i = 0; i < ours.Bodies.Length && i < Checked; i++)
        {
            var answer = ("FlowGraph", await ours.End.PostAsync(ours.Bodies[i], cancellationToken));
            Neo4jAnswers.RequireSame(question, ours.Bodies[i], answer, ("Cypher by hand", await cypher.End.PostAsync(cypher.Bodies[i], cancellationToken)), ordered: true);
            Neo4jAnswers.RequireSame(question, ours.Bodies[i], answer, ("@neo4j/graphql", await peer.End.PostAsync(peer.Bodies[i], cancellationToken)), question.OrderedByPeer);
        }
    }

    /// <summary>Median milliseconds of one request at a time, both asked in turn, each time with the next values.</summary>
    private async Task<List<Times>> TimesAsync(
        Neo4jQuestion question, Endpoint overHttp, Endpoint overBolt, string[] ourBodies, string[] cypherBodies, CancellationToken cancellationToken)
    {
        var rounds = new List<Times>();
        var next = 0;
        // The first round warms all up.
        for (var round = 0; round <= _rounds; round++)
        {
            var (byHand, byHttp, byBolt) = (new List<double>(), new List<double>(), new List<double>());
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < _seconds || byHttp.Count < ourBodies.Length && byHttp.Count < Checked)
            {
                byHand.Add(await MillisecondsAsync(_cypher, cypherBodies[next], cancellationToken));
                byHttp.Add(await MillisecondsAsync(overHttp, ourBodies[next], cancellationToken));
                byBolt.Add(await MillisecondsAsync(overBolt, ourBodies[next], cancellationToken));
                next = (next + 1) % ourBodies.Length;
            }
            if (round == 0)
                continue;
            var times = new Times(new Samples(byHand).Median, new Samples(byHttp).Median, new Samples(byBolt).Median);
            rounds.Add(times);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{question.Title}, round {round}: Cypher by hand {times.ByHand:F2} ms, FlowGraph over HTTP {times.OverHttp:F2} ms, over Bolt {times.OverBolt:F2} ms"));
        }
        return rounds;
    }

    private static async Task<double> MillisecondsAsync(Endpoint endpoint, string body, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await endpoint.PostAsync(body, cancellationToken);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private async Task<List<Pair>> RatesAsync(Neo4jQuestion question, (Endpoint End, string[] Bodies) ours, (Endpoint End, string[] Bodies) peer, CancellationToken cancellationToken)
    {
        var (ourFile, peerFile) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            await File.WriteAllLinesAsync(ourFile, ours.Bodies, cancellationToken);
            await File.WriteAllLinesAsync(peerFile, peer.Bodies, cancellationToken);
            var wrk = new Wrk(_connections);
            var pairs = new List<Pair>();
            for (var round = 0; round <= _rounds; round++)
            {
                var pair = new Pair(await RateAsync(wrk, peer.End, peerFile, cancellationToken), await RateAsync(wrk, ours.End, ourFile, cancellationToken));
                if (round == 0)
                    continue;
                pairs.Add(pair);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{question.Title}, round {round}: @neo4j/graphql {pair.Other:N1}/s, FlowGraph {pair.Ours:N1}/s, ratio {pair.Ours / pair.Other:F1}"));
            }
            return pairs;
        }
        finally
        {
            File.Delete(ourFile);
            File.Delete(peerFile);
        }
    }

    private async Task<double> RateAsync(Wrk wrk, Endpoint endpoint, string bodies, CancellationToken cancellationToken)
    {
        var result = await wrk.RunAsync(endpoint, bodies, _seconds, cancellationToken);
        // What it left running when its time was up would slow down the next.
        var start = Stopwatch.GetTimestamp();
        while ((await RowsAsync("SHOW TRANSACTIONS YIELD transactionId RETURN count(*)", cancellationToken))[0][0].GetInt32() > 1 && Stopwatch.GetElapsedTime(start) < _rest)
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        return result.PerSecond;
    }
}
