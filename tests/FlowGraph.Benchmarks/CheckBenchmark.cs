using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Server;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.GraphQL;
using FlowGraph.Server.Http;
using Microsoft.Extensions.Logging;

namespace FlowGraph.Benchmarks;

/// <summary>What the checks of a warm request take, one by one: a place in the queue, limits of arguments, cost, deadline, a line of log.</summary>
internal sealed partial class CheckBenchmark
{
    private const int Batch = 20_000;

    // What the tables are about does not depend on what the ids name.
    private static readonly ImmutableArray<(string Name, string Body)> _requests =
    [
        ("Q1", Workload.Body(Workload.VesselQuery, new { id = "vessel:angara" })),
        ("Q2", Workload.Body(Workload.ShipmentsQuery, new { id = "vessel:angara" })),
        ("Q3", Workload.Body(Workload.PageQuery)),
        ("a filter in variables", Workload.Body(
            "query($where: ShipmentFilterInput, $order: [ShipmentSortInput!], $first: Int) { shipments(where: $where, order: $order, first: $first) { nodes { id name } } }",
            new { where = new { or = new object[] { new { form = new { eq = "SERIES" } }, new { loadedAt = new { name = new { startsWith = "V" } } } } }, order = new object[] { new { name = "ASC" } }, first = 50 })),
    ];

    public static Command Command(Option<bool> write)
    {
        var rounds = new Option<int>("--rounds") { Description = $"Rounds of {Batch} requests each.", DefaultValueFactory = _ => 15 };
        var command = new Command("checks", "Time that limits, cost and logging take of a warm request, in this process.") { rounds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await RunAsync(parsed.GetValue(rounds), parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(int rounds, bool write, CancellationToken cancellationToken)
    {
        using var application = Application.Shipped();
        using var queue = new RequestQueue(new LimitOptions());
        using var quiet = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new Formatting()));
        using var loud = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(new Formatting()));
        var (silent, telling) = (quiet.CreateLogger("request"), loud.CreateLogger("request"));
        var coercion = new InputCoercion(application.Api);
        var table = new Table("checks", "µs of a warm request", "place in the queue", "limits of variables", "cost", "deadline", "log line, level off", "together", "log line, level on");
        foreach (var (name, body) in _requests)
        {
            using var request = GraphQLRequest.Parse(Encoding.UTF8.GetBytes(body));
            var document = await application.Executor.PrepareAsync(request, cancellationToken);
            var variables = coercion.Variables(document.Operation.Variables, request.Variables);
            var cost = document.Plan(variables).Cost;
            var hasDeadline = !application.Executor.Prepare(document, request.Variables).IsInstant;
            Action[] parts =
            [
                () => EnterAsync(queue).AsTask().GetAwaiter().GetResult(),
                () => ArgumentLimits.Check(application.DocumentLimits, document.Places, document.Operation.Variables, request.Variables),
                () => cost.Of(variables),
                hasDeadline ? () => SetDeadline(cancellationToken) : () => { },
                () => Log.Asked(silent, name),
                () => Log.Asked(telling, name),
            ];
            var microseconds = parts.Select(_ => new List<double>()).ToArray();
            for (var round = 0; round <= rounds; round++)
            {
                for (var i = 0; i < parts.Length; i++)
                {
                    var each = Time(parts[i]);
                    if (round > 0)
                        microseconds[i].Add(each);
                }
            }
            // The last is what an operator asks for, not what is on.
            var together = Enumerable.Range(0, rounds).Select(round => microseconds[..^1].Sum(part => part[round]));
            table.Add([name, .. microseconds[..^1].Select(Print), $"**{Print(together)}**", Print(microseconds[^1])]);
        }
        await table.ReportAsync(write, cancellationToken);
    }

    private static string Print(IEnumerable<double> microseconds) => new Samples(microseconds).Median.ToString("F2", CultureInfo.InvariantCulture);

    private static double Time(Action part)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Batch; i++)
            part();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Batch;
    }

    private static async ValueTask EnterAsync(RequestQueue queue)
    {
        if (await queue.EnterAsync(CancellationToken.None))
            queue.Leave();
    }

    private static void SetDeadline(CancellationToken cancellationToken)
    {
        using var deadline = RequestExecutor.Deadline(new QueryLimits(), cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Asked {Question}.")]
        public static partial void Asked(ILogger logger, string question);
    }

    /// <summary>Makes the line and throws it away: where it goes is not what is measured.</summary>
    private sealed class Formatting : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            GC.KeepAlive(formatter(state, exception));

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
